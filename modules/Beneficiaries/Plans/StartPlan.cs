using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Begins a version of the plan: empty, or as the one in force, whose parts keep their ids so that the two can be compared.</summary>
internal sealed record StartPlan(Guid CaseId) : ICommand<StartedPlan>;

/// <param name="Number">Number of the version, from 1.</param>
internal sealed record StartedPlan(Guid Id, int Number);

internal static class StartPlanEndpoint
{
    public static void MapStartPlan(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/plans", Handle)
        .WithName("startPlan")
        .WithSummary("Begin the individual plan of a case, or a new version of it")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<StartedPlan>> Handle(Guid caseId, IMediator mediator, CancellationToken ct)
    {
        var started = await mediator.Send(new StartPlan(caseId), ct);
        return TypedResults.Created($"/api/v1/cases/{caseId}/plans/{started.Id}", started);
    }
}

internal sealed class StartPlanHandler(IDbSession db, PlanDesk desk, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<StartPlan, StartedPlan>
{
    private const string InForce = "and l.state = 'inForce'";

    private const string SelectNumber = "select coalesce(max(number), 0) + 1 from beneficiaries_plan where case_id = @CaseId";

    private const string Insert = """
        insert into beneficiaries_plan (id, version, case_id, number, state, content_cipher, signers, signatures, created_at, created_by, changed_at, changed_by)
        values (@Id, 1, @CaseId, @Number, 'draft', @Content, 0, 0, @Now, @Me, @Now, @Me)
        """;

    public async Task<StartedPlan> Handle(StartPlan request, CancellationToken cancellationToken)
    {
        var seen = await desk.OpenCaseAsync(request.CaseId, cancellationToken);
        var current = await db.FindAsync<PlanRow>(new ListSql(PlanRow.Select).When(true, InForce).ToString(), new { request.CaseId }, cancellationToken);
        var now = clock.GetUtcNow();
        var started = new StartedPlan(Guid.CreateVersion7(now), await db.ScalarAsync<int>(SelectNumber, new { request.CaseId }, cancellationToken));
        await db.ExecuteAsync(
            Insert, new { started.Id, request.CaseId, started.Number, Content = current?.Content ?? sensitive.Seal(PlanContent.Empty), Now = now, Me = user.Id }, cancellationToken,
            () => new ConflictException("plan.at-work", new(
                "C'è già una versione del progetto in preparazione o alla firma: continuare da quella.", "A version of the plan is being prepared or signed already: go on with that one.")));
        audit.Changes("case", request.CaseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return started;
    }
}
