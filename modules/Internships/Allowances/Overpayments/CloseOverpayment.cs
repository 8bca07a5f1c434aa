using FluentValidation;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Overpayments;

/// <summary>Records that what was paid too much came back, whole or in part, or that it is not asked back; the latter counts once a second person confirms it.</summary>
internal sealed record CloseOverpayment(
    Guid? InternshipId, int Version, string? Month, ClosingKind? Kind, long? Cents, DateOnly? GivenOn, GivenBackHow? How, RenouncementReason? Reason, string? Note) : ICommand<RecordedClosing>;

/// <summary>What was recorded.</summary>
/// <param name="Id">The closing.</param>
/// <param name="State">Whether it counts or awaits a second person.</param>
/// <param name="LeftCents">What is left of the month to be closed.</param>
internal sealed record RecordedClosing(Guid Id, ClosingState State, long LeftCents);

internal static class CloseOverpaymentEndpoint
{
    internal sealed record OverpaymentClosing(
        Guid? InternshipId, string? Month, ClosingKind? Kind, long? Cents = null, DateOnly? GivenOn = null, GivenBackHow? How = null, RenouncementReason? Reason = null, string? Note = null);

    public static void MapCloseOverpayment(this IEndpointRouteBuilder overpayments) => overpayments
        .MapPost("/closings", Handle)
        .WithName("closeOverpayment")
        .WithSummary("Record that what was paid too much came back, or that it is not asked back; a renouncement awaits a second person")
        .RequireRight(InternshipsModule.Pay);

    private static async Task<Created<RecordedClosing>> Handle(OverpaymentClosing body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        var recorded = await mediator.Send(
            new CloseOverpayment(body.InternshipId, match.Version, body.Month, body.Kind, body.Cents, body.GivenOn, body.How, body.Reason, body.Note), ct);
        return TypedResults.Created($"/api/v1/allowance-overpayments/closings/{recorded.Id}", recorded);
    }
}

internal sealed class CloseOverpaymentValidator : AbstractValidator<CloseOverpayment>
{
    public CloseOverpaymentValidator(TimeProvider clock)
    {
        RuleFor(closing => closing.InternshipId).NotEmpty();
        RuleFor(closing => closing.Month).NotEmpty();
        RuleFor(closing => closing.Kind).NotNull().IsInEnum();
        RuleFor(closing => closing.Note).MaximumLength(1000);
        When(closing => closing.Kind is ClosingKind.GivenBack, () =>
        {
            RuleFor(closing => closing.Cents).NotNull().GreaterThan(0);
            RuleFor(closing => closing.How).NotNull().IsInEnum();
            RuleFor(closing => closing.GivenOn).NotNull();
            RuleFor(closing => closing.GivenOn).Must(day => day is null || (day >= LikelyDays.First && day <= clock.Today())).WithErrorCode("overpayment.given-on")
                .WithMessage(_ => new Words("Il giorno in cui sono tornati è al più tardi oggi: controllare data e anno.", "The day on which they came back is today at the latest: check day and year.").ToString());
        });
        When(closing => closing.Kind is ClosingKind.Renounced, () =>
        {
            RuleFor(closing => closing.Reason).NotNull().IsInEnum();
            RuleFor(closing => closing.Note).NotEmpty().When(closing => closing.Reason is RenouncementReason.Other);
        });
    }
}

internal sealed class CloseOverpaymentHandler(IDbSession db, OverpaymentDesk desk, ClosingBook closings, RunBook book, IFieldCipher cipher, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<CloseOverpayment, RecordedClosing>
{
    private const string SelectProgramme = "select programme_id from internships_allowance_assignment where internship_id = @InternshipId and programme_id is not null";

    private const string Insert = """
        insert into internships_allowance_closing (id, version, internship_id, month, programme_id, kind, cents, register_version, given_on, how, reason_cipher, note_cipher, state, recorded_at, recorded_by, closed_at, closed_by)
        values (@Id, 1, @InternshipId, @Month, @ProgrammeId, @Kind, @Cents, @RegisterVersion, @GivenOn, @How, @Reason, @Note, @State, @At, @By, @ClosedAt, @ClosedBy)
        """;

    public async Task<RecordedClosing> Handle(CloseOverpayment request, CancellationToken cancellationToken)
    {
        var internshipId = request.InternshipId!.Value;
        var month = Attendance.RegisterMonth.Read(request.Month!).Text;
        var programmeId = await db.FindAsync<ProgrammeRow>(SelectProgramme, new { InternshipId = internshipId }, cancellationToken) ?? throw new NotFoundException("internship", internshipId);

        // Lists of the programme and other closings wait, or are waited for: nothing is closed twice, nor closed and set off.
        await book.TakeTurnAsync(programmeId.ProgrammeId, cancellationToken);
        var found = await desk.FindAsync(internshipId, month, cancellationToken) ?? throw NotOpen();
        if (found.Version != request.Version)
        {
            throw new StaleVersionException();
        }

        if ((await closings.WaitingAsync([internshipId], cancellationToken)).Any(row => row.Month == found.Month))
        {
            throw new ConflictException("overpayment.renouncement-waits", new(
                "C'è già una rinuncia che aspetta una seconda persona: confermarla o ritirarla prima.", "A renouncement awaits a second person already: confirm or withdraw it first."));
        }

        var renounced = request.Kind is ClosingKind.Renounced;
        var cents = renounced ? found.Cents : request.Cents!.Value;
        if (cents > found.Cents)
        {
            throw new FieldException("cents", "overpayment.more-than-owed", new Words(
                "Sono da restituire {0:N2} €: di più non si registra qui.", "{0:N2} € are to be given back: more is not recorded here.").With(found.Cents / 100m));
        }

        var at = clock.GetUtcNow();
        var state = renounced ? ClosingState.ToConfirm : ClosingState.Closed;
        var recorded = new RecordedClosing(Guid.CreateVersion7(at), state, renounced ? found.Cents : found.Cents - cents);
        await db.ExecuteAsync(Insert, new
        {
            recorded.Id,
            InternshipId = internshipId,
            found.Month,
            found.ProgrammeId,
            Kind = request.Kind!.Value.Code(),
            Cents = cents,
            RegisterVersion = cents == found.Cents ? found.RegisterVersion : (int?)null,
            GivenOn = renounced ? null : request.GivenOn,
            How = renounced ? null : request.How?.Code(),
            Reason = renounced ? cipher.Protect(request.Reason!.Value.Code()) : null,
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : cipher.Protect(request.Note.Trim()),
            State = state.Code(),
            At = at,
            By = user.Id,
            ClosedAt = renounced ? (DateTimeOffset?)null : at,
            ClosedBy = renounced ? (Guid?)null : user.Id,
        }, cancellationToken);
        audit.Changes("overpayment-closing", recorded.Id);
        audit.Changes("internship", internshipId);
        audit.Changes("beneficiary", found.BeneficiaryId);
        return recorded;
    }

    internal static ConflictException NotOpen() => new("overpayment.not-open", new(
        "Qui non c'è più nulla da chiudere: lo ha già chiuso qualcun altro, il registro è cambiato, oppure alla persona spetta ancora altro e la prossima lista lo recupera da sola. Rileggere l'elenco.",
        "There is nothing to close here any more: somebody closed it, the register changed, or something else is still due to the person and the next list sets it off by itself. Read the list again."));

    private sealed record ProgrammeRow(Guid ProgrammeId);
}
