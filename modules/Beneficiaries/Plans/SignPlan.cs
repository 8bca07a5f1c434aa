using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>An operator of the équipe signs, each in the own session. With the last signature the plan comes into force.</summary>
internal sealed record SignPlan(Guid CaseId, Guid Id, int Version) : ICommand;

internal static class SignPlanEndpoint
{
    public static void MapSignPlan(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/plans/{id:guid}/signature", Handle)
        .WithName("signPlan")
        .WithSummary("Sign an individual plan for the team")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SignPlan(caseId, id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SignPlanHandler(IDbSession db, PlanDesk desk, ICurrentUser user, TimeProvider clock) : IRequestHandler<SignPlan, Unit>
{
    private const string Update = """
        update beneficiaries_plan_signature
        set    way = 'session', signed_on = @Today, signed_at = @Now, recorded_by = @Me
        where  plan_id = @Id and user_id = @Me and signed_at is null
        """;

    public async Task<Unit> Handle(SignPlan request, CancellationToken cancellationToken)
    {
        var (_, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.ToSign, cancellationToken);
        await desk.DemandSignerAsync(row.Id, cancellationToken);
        var args = new { row.Id, Today = clock.Today(), Now = clock.GetUtcNow(), Me = user.Id };
        await desk.SignAsync(request.CaseId, row, request.Version, () => db.ExecuteAsync(Update, args, cancellationToken), cancellationToken);
        return Unit.Value;
    }
}
