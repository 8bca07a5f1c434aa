using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>Says how an appointment went: held, missed by the person, or called off.</summary>
internal sealed record RecordOutcome(Guid CaseId, Guid Id, int Version, AppointmentState? Outcome, AppointmentReason? Reason, string? Note) : ICommand, IGoesOnWhileRestricted;

/// <summary>Takes a recorded outcome back: it was a mistake.</summary>
internal sealed record TakeBackOutcome(Guid CaseId, Guid Id, int Version) : ICommand;

internal static class RecordOutcomeEndpoint
{
    /// <summary>How it went.</summary>
    internal sealed record AppointmentOutcomeBody(AppointmentState? Outcome, AppointmentReason? Reason, string? Note);

    public static void MapRecordOutcome(this IEndpointRouteBuilder cases)
    {
        cases.MapPost("/{caseId:guid}/appointments/{id:guid}/outcome", Record).WithName("recordAppointmentOutcome").WithSummary("Say how an appointment went").RequireRight(BeneficiariesModule.Write);
        cases.MapDelete("/{caseId:guid}/appointments/{id:guid}/outcome", TakeBack).WithName("takeBackAppointmentOutcome").WithSummary("Take the outcome of an appointment back").RequireRight(BeneficiariesModule.Write);
    }

    private static async Task<NoContent> Record(Guid caseId, Guid id, IfMatch match, AppointmentOutcomeBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordOutcome(caseId, id, match.Version, body.Outcome, body.Reason, body.Note), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeBack(Guid caseId, Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new TakeBackOutcome(caseId, id, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RecordOutcomeValidator : AbstractValidator<RecordOutcome>
{
    public RecordOutcomeValidator()
    {
        RuleFor(record => record.Outcome).NotNull().IsInEnum();
        RuleFor(record => record.Outcome).Must(outcome => outcome is not AppointmentState.Planned).WithErrorCode("appointment.outcome")
            .WithMessage(_ => new Words("Scegliere com'è andata: svolto, persona assente o annullato.", "Choose how it went: held, missed or cancelled.").ToString());
        RuleFor(record => record.Reason).NotNull().When(record => record.Outcome is AppointmentState.NoShow or AppointmentState.Cancelled).WithErrorCode("appointment.reason-needed")
            .WithMessage(_ => new Words("Serve il motivo; se non si conosce, scegliere «Non si sa».", "The reason is needed; if it is not known, choose \"Not known\".").ToString());
        RuleFor(record => record.Reason).IsInEnum();
        RuleFor(record => record.Note).MaximumLength(1000);
    }
}

internal sealed class RecordOutcomeHandler(IDbSession db, NeedToKnow needToKnow, AppointmentDesk desk, AppointmentMessages messages, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<RecordOutcome, Unit>, IRequestHandler<TakeBackOutcome, Unit>
{
    private const string Update = """
        update beneficiaries_appointment
        set    state = @State, details_cipher = @Details, changed_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string TouchCase = "update beneficiaries_case set last_activity_on = @On where id = @CaseId and last_activity_on < @On";

    public async Task<Unit> Handle(RecordOutcome request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        var kept = await desk.FindAsync(request.CaseId, request.Id, cancellationToken);
        var outcome = request.Outcome!.Value;
        AppointmentIsPlanned.CheckOutcome(kept.State, outcome, kept.StartsAt, clock.GetUtcNow());
        var details = desk.Open(kept) with
        {
            Reason = outcome is AppointmentState.Held ? null : request.Reason,
            OutcomeNote = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
        };
        await WriteAsync(seen, request.Id, request.Version, outcome, details, cancellationToken);
        if (outcome is AppointmentState.Cancelled)
        {
            await messages.CancelledAsync(kept, seen.BeneficiaryId, cancellationToken);
        }

        if (outcome is AppointmentState.Held)
        {
            await db.ExecuteAsync(TouchCase, new { request.CaseId, On = kept.StartsAt.InItaly() }, cancellationToken);
        }

        return Unit.Value;
    }

    public async Task<Unit> Handle(TakeBackOutcome request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        var kept = await desk.FindAsync(request.CaseId, request.Id, cancellationToken);
        AppointmentIsPlanned.CheckTakingBack(kept.State);
        await WriteAsync(seen, request.Id, request.Version, AppointmentState.Planned, desk.Open(kept) with { Reason = null, OutcomeNote = null }, cancellationToken);
        if (kept.State is AppointmentState.Cancelled)
        {
            await messages.TakenBackAsync(kept, cancellationToken);
        }

        return Unit.Value;
    }

    private async Task WriteAsync(SeenCase seen, Guid id, int version, AppointmentState state, AppointmentDetails details, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Update, new { Id = id, Version = version, State = state.Code(), Details = desk.Seal(seen.BeneficiaryId, details), Now = clock.GetUtcNow() }, ct) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("case", seen.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
    }
}
