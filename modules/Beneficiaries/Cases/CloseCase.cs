using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>Closes a case with its outcome, cancels the appointments after that day and schedules the contacts that follow. Without details it closes as it always did; they can be added later.</summary>
internal sealed record CloseCase(Guid Id, DateOnly? ClosedOn, CaseOutcome? Outcome, string? Note, OutcomeDetails? Details = null) : ICommand, IGoesOnWhileRestricted;

internal static class CloseCaseEndpoint
{
    /// <summary>When and how it ended.</summary>
    internal sealed record CaseClosureBody(DateOnly? ClosedOn, CaseOutcome? Outcome, string? Note, OutcomeDetails? Details);

    public static void MapCloseCase(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{id:guid}/closure", Handle)
        .WithName("closeCase")
        .WithSummary("Close a case with its outcome")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, CaseClosureBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CloseCase(id, body.ClosedOn, body.Outcome, body.Note, body.Details), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CloseCaseValidator : AbstractValidator<CloseCase>
{
    public CloseCaseValidator()
    {
        RuleFor(closure => closure.ClosedOn).NotNull().IsLikelyDay();
        RuleFor(closure => closure.Outcome).NotNull().IsInEnum();
        RuleFor(closure => closure.Note).MaximumLength(4000);
        RuleFor(closure => closure.Details).Custom((details, context) => OutcomeShape.Check(context, context.InstanceToValidate.Outcome, details));
    }
}

internal sealed class CloseCaseHandler(IDbSession db, NeedToKnow needToKnow, ClosureDesk desk, AppointmentClosing appointments, SensitiveFields sensitive, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CloseCase, Unit>
{
    private const string Update = """
        update beneficiaries_case
        set    closed_on = @ClosedOn, outcome = @Outcome, closing_note_cipher = @Note, version = version + 1
        where  id = @Id and version = @Version and closed_on is null and open_internships = 0
        """;

    // Entries for some readers only are left out: a refusal would tell the others that there is something.
    private const string SelectDone = """
        select (select max(e.happened_on) from beneficiaries_diary_entry e where e.case_id = c.id and e.signed_at is not null and e.limited = 0 and (e.present is null or e.present = 1)) as EntryOn,
               (select max(a.starts_at) from beneficiaries_appointment a where a.case_id = c.id and a.state = 'held') as HeldAt
        from   beneficiaries_case c
        where  c.id = @Id
        """;

    public async Task<Unit> Handle(CloseCase request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.Id, Sight.Registry, cancellationToken);
        needToKnow.DemandManager(seen);
        var done = (await db.FindAsync<Done>(SelectDone, new { request.Id }, cancellationToken))!;
        var heldOn = done.HeldAt?.InItaly();
        CaseCanClose.Check(
            seen.OpenedOn, seen.ClosedOn, seen.OpenInternships, request.ClosedOn!.Value, clock.Today(), heldOn is null || done.EntryOn > heldOn ? done.EntryOn : heldOn);
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : sensitive.SealText(seen.BeneficiaryId, request.Note.Trim());
        if (await db.ExecuteAsync(Update, new { request.Id, seen.Version, request.ClosedOn, Outcome = request.Outcome!.Value.Code(), Note = note }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await appointments.CancelAfterAsync(seen, request.ClosedOn.Value, cancellationToken);
        await desk.CloseAsync(seen, request.ClosedOn.Value, request.Outcome.Value, request.Details, cancellationToken);
        audit.Changes("case", request.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }

    private sealed record Done(DateOnly? EntryOn, DateTimeOffset? HeldAt);
}
