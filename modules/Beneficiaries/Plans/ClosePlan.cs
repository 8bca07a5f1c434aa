using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>Closes the plan in force without another in its place.</summary>
internal sealed record ClosePlan(Guid CaseId, Guid Id, int Version, string? Reason) : ICommand, IGoesOnWhileRestricted;

internal static class ClosePlanEndpoint
{
    /// <summary>Why.</summary>
    internal sealed record PlanClosureBody(string? Reason);

    public static void MapClosePlan(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/plans/{id:guid}/closure", Handle)
        .WithName("closePlan")
        .WithSummary("Close the individual plan in force")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, Guid id, IfMatch match, PlanClosureBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ClosePlan(caseId, id, match.Version, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ClosePlanValidator : AbstractValidator<ClosePlan>
{
    public ClosePlanValidator() => RuleFor(closure => closure.Reason).NotEmpty().MaximumLength(2000);
}

internal sealed class ClosePlanHandler(IDbSession db, NeedToKnow needToKnow, PlanDesk desk, SensitiveFields sensitive, TimeProvider clock) : IRequestHandler<ClosePlan, Unit>
{
    private const string Update = """
        update beneficiaries_plan
        set    state = 'closed', ended_on = @Today, closing_cipher = @Reason, version = version + 1
        where  id = @Id and version = @Version and state = 'inForce'
        """;

    public async Task<Unit> Handle(ClosePlan request, CancellationToken cancellationToken)
    {
        var (seen, row) = await desk.ChangeAsync(request.CaseId, request.Id, PlanState.InForce, cancellationToken);
        needToKnow.DemandManager(seen);
        var args = new { row.Id, request.Version, Today = clock.Today(), Reason = sensitive.SealText(request.Reason!.Trim()) };
        return await db.ExecuteAsync(Update, args, cancellationToken) == 1 ? Unit.Value : throw new StaleVersionException();
    }
}
