using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>Completes or corrects the outcome of a closed case; the day of the end stays.</summary>
internal sealed record ChangeOutcome(Guid CaseId, int Version, CaseOutcome? Outcome, string? Note, OutcomeDetails? Details) : ICommand, IGoesOnWhileRestricted;

internal static class ChangeOutcomeEndpoint
{
    /// <summary>The outcome as it is now known.</summary>
    internal sealed record CaseOutcomeBody(CaseOutcome? Outcome, string? Note, OutcomeDetails? Details);

    public static void MapChangeOutcome(this IEndpointRouteBuilder cases) => cases
        .MapPut("/{caseId:guid}/closure", Handle)
        .WithName("changeCaseOutcome")
        .WithSummary("Complete or correct the outcome of a closed case")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, IfMatch match, CaseOutcomeBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeOutcome(caseId, match.Version, body.Outcome, body.Note, body.Details), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeOutcomeValidator : AbstractValidator<ChangeOutcome>
{
    public ChangeOutcomeValidator()
    {
        RuleFor(change => change.Outcome).NotNull().IsInEnum();
        RuleFor(change => change.Note).MaximumLength(4000);
        RuleFor(change => change.Details).Custom((details, context) => OutcomeShape.Check(context, context.InstanceToValidate.Outcome, details));
    }
}

internal sealed class ChangeOutcomeHandler(IDbSession db, NeedToKnow needToKnow, ClosureDesk desk, SensitiveFields sensitive, IAuditTrail audit) : IRequestHandler<ChangeOutcome, Unit>
{
    private const string Update = """
        update beneficiaries_case
        set    outcome = @Outcome, closing_note_cipher = @Note, version = version + 1
        where  id = @CaseId and closed_on is not null
        """;

    public async Task<Unit> Handle(ChangeOutcome request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        needToKnow.DemandManager(seen);
        if (seen.ClosedOn is null)
        {
            throw new RuleBrokenException("case.not-closed", new("Questa presa in carico è aperta: l'esito si scrive chiudendola.", "This case is open: its outcome is written when closing it."));
        }

        await desk.CorrectAsync(seen, request.Version, request.Outcome!.Value, request.Details, cancellationToken);
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : sensitive.SealText(seen.BeneficiaryId, request.Note.Trim());
        await db.ExecuteAsync(Update, new { request.CaseId, Outcome = request.Outcome.Value.Code(), Note = note }, cancellationToken);
        audit.Changes("case", seen.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }
}
