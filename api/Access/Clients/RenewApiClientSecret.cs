using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access.Clients;

/// <summary>Gives a third-party system a new secret; the old one is worth nothing from then on.</summary>
/// <param name="Id">The client.</param>
/// <param name="SecretHash">Made before the transaction, because it is slow.</param>
/// <param name="Attempt">Tells the first answer from its repetition, which cannot show the secret again.</param>
internal sealed record RenewApiClientSecret(Guid Id, [property: JsonIgnore] string SecretHash, [property: JsonIgnore] Guid Attempt) : ICommand<KnownApiClient>;

internal static class RenewApiClientSecretEndpoint
{
    public static void MapRenewApiClientSecret(this IEndpointRouteBuilder clients) => clients
        .MapPost("/{id:guid}/secret-renewal", Handle)
        .WithName("renewApiClientSecret")
        .WithSummary("Give a third-party system a new secret")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<Ok<ApiClientSecret>> Handle(Guid id, IMediator mediator, IPasswordHasher<PlatformUser> hasher, CancellationToken ct)
    {
        var secret = Secrets.Token();
        var attempt = Guid.NewGuid();
        var renewed = await mediator.Send(new RenewApiClientSecret(id, hasher.HashPassword(new(), secret), attempt), ct);
        Secrets.RequireFirstAnswer(attempt, renewed.Attempt);
        return TypedResults.Ok(new ApiClientSecret(renewed.Id, renewed.ClientId, secret));
    }
}

internal sealed class RenewApiClientSecretHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<RenewApiClientSecret, KnownApiClient>
{
    private const string SelectClientId = "select client_id from access_api_client where id = @Id";

    private const string Update = "update access_api_client set secret_hash = @SecretHash where id = @Id and revoked_at is null";

    public async Task<KnownApiClient> Handle(RenewApiClientSecret request, CancellationToken cancellationToken)
    {
        var clientId = await db.ScalarAsync<string>(SelectClientId, new { request.Id }, cancellationToken) ?? throw new NotFoundException("api-client");
        audit.Changes("api-client", request.Id);
        return await db.ExecuteAsync(Update, new { request.Id, request.SecretHash }, cancellationToken) == 1
            ? new(request.Id, clientId, request.Attempt)
            : throw new RuleBrokenException("api-client.revoked", new(
                "Questo sistema è stato escluso per sempre: per farlo rientrare, crearne uno nuovo.",
                "This system was shut out for good: to let it in again, make a new one."));
    }
}
