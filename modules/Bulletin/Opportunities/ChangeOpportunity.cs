using System.Text.Json.Serialization;
using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>Corrects an opportunity. A third-party system corrects its own, while they are proposed.</summary>
internal sealed record ChangeOpportunity : OpportunityContent, ICommand
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public int Version { get; init; }
}

internal static class ChangeOpportunityEndpoint
{
    public static void MapChangeOpportunity(this IEndpointRouteBuilder opportunities) => opportunities
        .MapPut("/{id:guid}", Handle)
        .WithName("changeOpportunity")
        .WithSummary("Correct an opportunity")
        .RequireRight(BulletinModule.OpportunitiesWrite);

    private static async Task<NoContent> Handle(Guid id, ChangeOpportunity body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(body with { Id = id, Version = match.Version }, ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeOpportunityValidator : AbstractValidator<ChangeOpportunity>
{
    public ChangeOpportunityValidator() => Include(new OpportunityContentValidator());
}

internal sealed class ChangeOpportunityHandler(IDbSession db, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ChangeOpportunity, Unit>
{
    private const string Select = "select state as State, client_id as ClientId, source as Source from bulletin_opportunity where id = @Id";

    public async Task<Unit> Handle(ChangeOpportunity request, CancellationToken cancellationToken)
    {
        var known = await db.FindAsync<Known>(Select, new { request.Id }, cancellationToken);
        if (known is null || (user.Kind == ActorKind.Client && (known.ClientId != user.Id || known.State != OpportunityState.Proposed)))
        {
            throw new NotFoundException("opportunity");
        }

        // What a system sent keeps that system's name.
        var source = known.ClientId is not null ? known.Source : string.IsNullOrWhiteSpace(request.Source) ? null : request.Source.Trim();
        if (await db.ExecuteAsync(OpportunityWriting.Update, OpportunityWriting.ColumnsOf(request, request.Id, request.Version, source, clock.GetUtcNow()), cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("opportunity", request.Id);
        return Unit.Value;
    }

    private sealed record Known(OpportunityState State, Guid? ClientId, string? Source);
}
