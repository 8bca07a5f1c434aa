using System.Security.Cryptography;
using System.Text.Json.Serialization;
using FluentValidation;
using InclusionPlatform.Shared.Search;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access.Clients;

/// <summary>Lets a third-party system in.</summary>
/// <param name="Name">Whose system it is.</param>
/// <param name="Scopes">Rights that may be given to systems.</param>
/// <param name="SecretHash">Made before the transaction, because it is slow.</param>
/// <param name="Attempt">Tells the first answer from its repetition, which cannot show the secret again.</param>
internal sealed record CreateApiClient(string Name, IReadOnlyList<string> Scopes, [property: JsonIgnore] string SecretHash, [property: JsonIgnore] Guid Attempt) : ICommand<KnownApiClient>;

internal sealed record KnownApiClient(Guid Id, string ClientId, Guid Attempt);

/// <summary>The credentials of a third-party system; the secret is shown now and never again.</summary>
/// <param name="Id">The client.</param>
/// <param name="ClientId">As OAuth 2.0's <c>client_id</c>.</param>
/// <param name="ClientSecret">As OAuth 2.0's <c>client_secret</c>.</param>
internal sealed record ApiClientSecret(Guid Id, string ClientId, string ClientSecret);

internal static class CreateApiClientEndpoint
{
    /// <param name="Name">Name of the system, as people see it beside what it does.</param>
    /// <param name="Scopes">Names of the rights that its tokens may have, such as <c>opportunities:write</c>.</param>
    internal sealed record ApiClientBody(string Name, IReadOnlyList<string> Scopes);

    public static void MapCreateApiClient(this IEndpointRouteBuilder clients) => clients
        .MapPost("/", Handle)
        .WithName("createApiClient")
        .WithSummary("Let a third-party system in")
        .RequireRight(AccessModule.ManageAccess);

    private static async Task<Created<ApiClientSecret>> Handle(ApiClientBody body, IMediator mediator, IPasswordHasher<PlatformUser> hasher, CancellationToken ct)
    {
        var secret = Secrets.Token();
        var attempt = Guid.NewGuid();
        var created = await mediator.Send(new CreateApiClient(body.Name, body.Scopes, hasher.HashPassword(new(), secret), attempt), ct);
        Secrets.RequireFirstAnswer(attempt, created.Attempt);
        return TypedResults.Created($"/api/v1/api-clients/{created.Id}", new ApiClientSecret(created.Id, created.ClientId, secret));
    }
}

internal sealed class CreateApiClientValidator : AbstractValidator<CreateApiClient>
{
    public CreateApiClientValidator(RightRegistry rights)
    {
        RuleFor(client => client.Name).NotEmpty().MaximumLength(160);
        RuleFor(client => client.Scopes).NotEmpty();
        RuleFor(client => client.Scopes)
            .Must(scopes => scopes is null || scopes.All(scope => rights.All.TryGetValue(scope ?? "", out var right) && right.ForClients))
            .WithErrorCode("api-client.scope")
            .WithMessage(_ => new Words("Uno dei permessi non si può dare a un sistema esterno.", "One of the scopes cannot be given to a third-party system.").ToString());
    }
}

internal sealed class CreateApiClientHandler(IDbSession db, ICurrentUser current, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CreateApiClient, KnownApiClient>
{
    private const string Insert = """
        insert into access_api_client (id, client_id, name, secret_hash, scopes, created_at, created_by)
        values (@Id, @ClientId, @Name, @SecretHash, @Scopes, @CreatedAt, @CreatedBy)
        """;

    public async Task<KnownApiClient> Handle(CreateApiClient request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var client = new
        {
            Id = Guid.CreateVersion7(now),
            ClientId = ClientIdOf(request.Name),
            Name = request.Name.Trim(),
            request.SecretHash,
            Scopes = string.Join(' ', request.Scopes.Distinct().Order(StringComparer.Ordinal)),
            CreatedAt = now,
            CreatedBy = current.Id,
        };
        audit.Changes("api-client", client.Id);
        await db.ExecuteAsync(Insert, client, cancellationToken);
        return new(client.Id, client.ClientId, request.Attempt);
    }

    /// <summary>Readable in logs of the other side, and unlike any other: <c>centro-per-l-impiego-k7m2xq</c>.</summary>
    private static string ClientIdOf(string name)
    {
        var words = SearchText.Normalize(name).Replace(' ', '-');
        return $"{words[..Math.Min(words.Length, 60)].Trim('-')}-{RandomNumberGenerator.GetString("bcdfghjkmnpqrstvwxz23456789", 6)}".TrimStart('-');
    }
}
