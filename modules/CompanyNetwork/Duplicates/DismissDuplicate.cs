using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>Says that two companies are not the same, once for all; or takes it back.</summary>
internal sealed record DismissDuplicate(Guid FirstId, Guid SecondId, bool Dismissed) : ICommand;

internal sealed record TwoCompanies(Guid FirstId, Guid SecondId);

internal static class DismissDuplicateEndpoints
{
    public static void MapDismissDuplicate(this IEndpointRouteBuilder companies)
    {
        companies
            .MapPost("/duplicates/dismissal", (TwoCompanies body, IMediator mediator, CancellationToken ct) => Handle(body, true, mediator, ct))
            .WithName("dismissCompanyDuplicate")
            .WithSummary("Say that two companies are not the same")
            .RequireRight(CompanyNetworkModule.WriteCompanies);
        companies
            .MapPost("/duplicates/reopening", (TwoCompanies body, IMediator mediator, CancellationToken ct) => Handle(body, false, mediator, ct))
            .WithName("reopenCompanyDuplicate")
            .WithSummary("Take back that two companies are not the same")
            .RequireRight(CompanyNetworkModule.WriteCompanies);
    }

    private static async Task<NoContent> Handle(TwoCompanies body, bool dismissed, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DismissDuplicate(body.FirstId, body.SecondId, dismissed), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DismissDuplicateHandler(IDbSession db, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<DismissDuplicate, Unit>
{
    private const string Dismiss = """
        update company_network_duplicate
        set    dismissed_at = @At, dismissed_by = @By, dismissed_by_name = @ByName
        where  (first_id = @FirstId and second_id = @SecondId) or (first_id = @SecondId and second_id = @FirstId)
        """;

    public async Task<Unit> Handle(DismissDuplicate request, CancellationToken cancellationToken)
    {
        audit.Changes("company", request.FirstId);
        audit.Changes("company", request.SecondId);
        DateTimeOffset? at = request.Dismissed ? clock.GetUtcNow() : null;
        var changed = await db.ExecuteAsync(
            Dismiss,
            new { request.FirstId, request.SecondId, At = at, By = request.Dismissed ? user.Id : (Guid?)null, ByName = request.Dismissed ? user.DisplayName : null },
            cancellationToken);
        return changed > 0 ? Unit.Value : throw new NotFoundException("duplicate");
    }
}
