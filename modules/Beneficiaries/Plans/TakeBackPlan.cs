using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Takes a plan that is being signed back to a draft: signatures given so far fall, because they were for what it said.</summary>
internal sealed record TakeBackPlan(Guid CaseId, Guid Id, int Version) : ICommand;

internal static class TakeBackPlanEndpoint
{
    public static void MapTakeBackPlan(this IEndpointRouteBuilder cases) => cases
        .MapDelete("/{caseId:guid}/plans/{id:guid}/signatures", Handle)
        .WithName("takeBackPlan")
        .WithSummary("Take an individual plan back from being signed")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new TakeBackPlan(caseId, id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class TakeBackPlanHandler(IDbSession db, NeedToKnow needToKnow, PlanDesk desk, IDocumentStore documents) : IRequestHandler<TakeBackPlan, Unit>
{
    private const string Update = """
        update beneficiaries_plan
        set    state = 'draft', asked_on = null, signatures = 0, signers = 0, version = version + 1
        where  id = @Id and version = @Version and state = 'toSign'
        """;

    private const string Delete = "delete from beneficiaries_plan_signature where plan_id = @Id";

    public async Task<Unit> Handle(TakeBackPlan request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.ToSign, cancellationToken);
        needToKnow.DemandManager(seen);
        if (await db.ExecuteAsync(Update, new { row.Id, request.Version }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        foreach (var scan in (await desk.SignaturesAsync(row.Id, cancellationToken)).Select(signature => signature.DocumentId).OfType<Guid>())
        {
            await documents.ForgetAsync(scan, cancellationToken);
        }

        await db.ExecuteAsync(Delete, new { row.Id }, cancellationToken);
        return Unit.Value;
    }
}
