using FluentValidation;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Internships.Course.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Ends an internship with its outcome; before the last day it planned, it ended early.</summary>
internal sealed record EndInternship(Guid Id, DateOnly? EndedOn, Outcome? Outcome, string? Reason, JobContract? Contract, DateOnly? HiredOn, InternshipCause? Cause = null)
    : ICommand<EndedInternship>
{
    public bool IsHired => Outcome is Internships.Outcome.HiredByHost or Internships.Outcome.OtherJob;

    public bool IsInterrupted => Outcome is Internships.Outcome.InterruptedByPerson or Internships.Outcome.InterruptedByHost or Internships.Outcome.InterruptedByService;
}

internal sealed record EndedInternship(Guid Id, InternshipState State);

/// <summary>How it ended.</summary>
internal sealed record InternshipEnd(DateOnly? EndedOn, Outcome? Outcome, string? Reason = null, JobContract? Contract = null, DateOnly? HiredOn = null, InternshipCause? Cause = null);

internal static class EndInternshipEndpoint
{
    public static void MapEndInternship(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/termination", Handle)
        .WithName("endInternship")
        .WithSummary("End an internship with its outcome")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Ok<EndedInternship>> Handle(Guid id, InternshipEnd body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new EndInternship(id, body.EndedOn, body.Outcome, body.Reason, body.Contract, body.HiredOn, body.Cause), ct));
}

internal sealed class EndInternshipValidator : AbstractValidator<EndInternship>
{
    public EndInternshipValidator(TimeProvider clock)
    {
        RuleFor(end => end.EndedOn).NotNull();
        RuleFor(end => end.EndedOn)
            .Must(day => day is null || day <= clock.Today())
            .WithErrorCode("internship.end-in-the-future")
            .WithMessage(_ => new Words("L'ultimo giorno deve ancora venire: la conclusione si registra da quel giorno.", "The last day is still to come: the end is recorded from that day on.").ToString());
        RuleFor(end => end.Outcome).NotNull();
        RuleFor(end => end.Reason).MaximumLength(2000);
        RuleFor(end => end.Reason).NotEmpty().When(end => end.IsInterrupted);
        RuleFor(end => end.Contract).NotNull().When(end => end.IsHired);
        RuleFor(end => end.HiredOn).NotNull().When(end => end.IsHired);
        RuleFor(end => end.Contract).Null().Unless(end => end.IsHired);
        RuleFor(end => end.HiredOn).Null().Unless(end => end.IsHired);
    }
}

internal sealed class EndInternshipHandler(IDbSession db, VisibleInternships internships, IFieldCipher cipher, IEvents events, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<EndInternship, EndedInternship>
{
    public async Task<EndedInternship> Handle(EndInternship request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is not InternshipState.Active)
        {
            throw WrongState.Of(row.State);
        }

        var (day, outcome) = (request.EndedOn!.Value, request.Outcome!.Value);
        Rules.EndFitsTheDates.Check(day, outcome, row.StartsOn, row.EndsOn, request.HiredOn);
        var state = day < row.EndsOn ? InternshipState.EndedEarly : InternshipState.Ended;
        if (day < row.EndsOn)
        {
            await DemandNothingAfterAsync(row.Id, day, cancellationToken);
        }

        var told = (await db.FindAsync<ToldEnds>(SelectToldEnds, new { row.Id }, cancellationToken))!;
        var ended = await db.ExecuteAsync(End, new
        {
            row.Id,
            row.Version,
            State = state.Code(),
            EndedOn = day,
            CessationDueOn = ChangeIsCommunicated.CessationDueOn(row.HostType, day, told.Latest > row.EndsOn ? told.Latest.Value : row.EndsOn, told.ExtendedFrom),
            Outcome = outcome.Code(),
            Contract = request.Contract?.Code(),
            request.HiredOn,
            Reason = cipher.Protect(string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim()),
            Cause = cipher.Protect(request.IsInterrupted ? request.Cause?.Code() : null),
            At = clock.GetUtcNow(),
            By = user.Id,
        }, cancellationToken);
        if (ended == 0)
        {
            throw new ConflictException("internship.try-again", new(
                "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.",
                "Somebody else changed this internship in the meantime: read it again and retry."));
        }

        await db.ExecuteAsync(CloseSuspensions, new { row.Id, EndedOn = day }, cancellationToken);
        await db.ExecuteAsync(DeleteAbsencesAfter, new { row.Id, EndedOn = day }, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        events.Publish(new InternshipEnded(row.Id, row.CaseId, row.CompanyId, day, outcome.Code()));
        return new(row.Id, state);
    }

    /// <summary>What two people signed is not shortened under their signatures, and hours that were written are not lost without a word.</summary>
    private async Task DemandNothingAfterAsync(Guid id, DateOnly day, CancellationToken ct)
    {
        var signed = await db.QueryAsync<string>(SelectSigned, new { Id = id, FromMonth = RegisterMonth.Of(day.AddDays(1)).Text }, ct);
        var worked = signed.Count > 0 ? [] : await db.QueryAsync<DateOnly>(SelectWorkedAfter, new { Id = id, EndedOn = day }, ct);
        Rules.EndFitsTheRegisters.Check(day, signed, worked);
    }

    // An end that was communicated may be later than the one that holds: a suspension that had moved it was shortened or taken away.
    private const string SelectToldEnds = """
        select min(case when communication_protocol is null then ends_before end) as ExtendedFrom, max(case when communication_protocol is not null then ends_on end) as Latest
        from   internships_extension
        where  internship_id = @Id
        """;

    private sealed record ToldEnds(DateOnly? ExtendedFrom, DateOnly? Latest);

    private const string SelectSigned = """
        select month from internships_attendance_month
        where  internship_id = @Id and month >= @FromMonth and state <> 'open'
        order by month
        """;

    private const string SelectWorkedAfter = """
        select day from internships_attendance_day
        where  internship_id = @Id and day > @EndedOn and minutes is not null and minutes > 0
        order by day
        """;

    // Absences that were known before belong to no internship any more.
    private const string DeleteAbsencesAfter = "delete from internships_attendance_day where internship_id = @Id and day > @EndedOn";

    // A rest whose end was not known ends with the internship.
    private const string CloseSuspensions = "update internships_suspension set to_on = @EndedOn where internship_id = @Id and to_on is null and withdrawn_at is null and from_on <= @EndedOn";

    private const string End = """
        update internships_internship
        set    state = @State, ended_on = @EndedOn, outcome = @Outcome, contract = @Contract, hired_on = @HiredOn, reason_cipher = @Reason, cause_cipher = @Cause,
               cessation_due_on = @CessationDueOn, closed_at = @At, closed_by = @By, version = version + 1
        where  id = @Id and version = @Version and state = 'active'
        """;
}
