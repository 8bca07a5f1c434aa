using FluentValidation;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Course.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>How an internship ended: the day, what came of it and why.</summary>
internal abstract record EndTerms(DateOnly? EndedOn, Outcome? Outcome, string? Reason, JobContract? Contract, DateOnly? HiredOn, InternshipCause? Cause)
{
    public bool IsHired => Outcome is Internships.Outcome.HiredByHost or Internships.Outcome.OtherJob;

    public bool IsInterrupted => Outcome is Internships.Outcome.InterruptedByPerson or Internships.Outcome.InterruptedByHost or Internships.Outcome.InterruptedByService;
}

/// <summary>Ends an internship with its outcome; before the last day it planned, it ended early.</summary>
internal sealed record EndInternship(Guid Id, DateOnly? EndedOn, Outcome? Outcome, string? Reason, JobContract? Contract, DateOnly? HiredOn, InternshipCause? Cause = null)
    : EndTerms(EndedOn, Outcome, Reason, Contract, HiredOn, Cause), ICommand<EndedInternship>;

/// <summary>Corrects what was recorded of an end. Its day stays once it was communicated, and moves only over days whose register is open.</summary>
internal sealed record CorrectEnd(Guid Id, int Version, DateOnly? EndedOn, Outcome? Outcome, string? Reason, JobContract? Contract, DateOnly? HiredOn, InternshipCause? Cause)
    : EndTerms(EndedOn, Outcome, Reason, Contract, HiredOn, Cause), ICommand<EndedInternship>;

internal sealed record EndedInternship(Guid Id, InternshipState State);

/// <summary>How it ended.</summary>
/// <param name="Reason">Why it ended, in words.</param>
internal sealed record InternshipEnd(DateOnly? EndedOn, Outcome? Outcome, string? Reason = null, JobContract? Contract = null, DateOnly? HiredOn = null, InternshipCause? Cause = null);

internal static class EndInternshipEndpoint
{
    public static void MapEndInternship(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/termination", Handle).WithName("endInternship").WithSummary("End an internship with its outcome").RequireRight(InternshipsModule.Write);
        internships.MapPut("/{id:guid}/termination", Correct).WithName("correctInternshipEnd").WithSummary("Correct what was recorded of an internship's end").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<EndedInternship>> Handle(Guid id, InternshipEnd body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new EndInternship(id, body.EndedOn, body.Outcome, body.Reason, body.Contract, body.HiredOn, body.Cause), ct));

    private static async Task<Ok<EndedInternship>> Correct(Guid id, InternshipEnd body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new CorrectEnd(id, match.Version, body.EndedOn, body.Outcome, body.Reason, body.Contract, body.HiredOn, body.Cause), ct));
}

internal sealed class EndInternshipValidator : AbstractValidator<EndInternship>
{
    public EndInternshipValidator(TimeProvider clock) => Include(new EndTermsValidator(clock));
}

internal sealed class CorrectEndValidator : AbstractValidator<CorrectEnd>
{
    public CorrectEndValidator(TimeProvider clock) => Include(new EndTermsValidator(clock));
}

/// <summary>What is said of an end agrees with itself.</summary>
internal sealed class EndTermsValidator : AbstractValidator<EndTerms>
{
    public EndTermsValidator(TimeProvider clock)
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

internal sealed class EndInternshipHandler(
    IDbSession db, VisibleInternships internships, FactsReader reader, LastRegister lastRegister, InternshipHistory history, Guards guards, IMediator mediator, IFieldCipher cipher, IEvents events, ICurrentUser user,
    IAuditTrail audit, TimeProvider clock) : IRequestHandler<EndInternship, EndedInternship>, IRequestHandler<CorrectEnd, EndedInternship>
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
        if (day < row.EndsOn)
        {
            await DemandNothingAfterAsync(row.Id, day, cancellationToken);
        }

        if (await db.ExecuteAsync(End, await ValuesAsync(row, row.Version, request, cancellationToken), cancellationToken) == 0)
        {
            throw new ConflictException("internship.try-again", new(
                "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.",
                "Somebody else changed this internship in the meantime: read it again and retry."));
        }

        await db.ExecuteAsync(CloseSuspensions, new { row.Id, EndedOn = day }, cancellationToken);
        await db.ExecuteAsync(DeleteAbsencesAfter, new { row.Id, EndedOn = day }, cancellationToken);
        Changed(row);
        events.Publish(new InternshipEnded(row.Id, row.CaseId, row.CompanyId, day, outcome.Code()));
        return new(row.Id, StateOn(row, day));
    }

    public async Task<EndedInternship> Handle(CorrectEnd request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (!row.IsOver)
        {
            throw row.State is InternshipState.Cancelled ? WrongState.Of(row.State) : new ConflictException("internship.not-over", new(
                "Il tirocinio non è ancora concluso.", "The internship is not over yet."));
        }

        var (day, former) = (request.EndedOn!.Value, row.EndedOn!.Value);
        Rules.EndFitsTheDates.Check(day, request.Outcome!.Value, row.StartsOn, row.EndsOn, request.HiredOn);
        if (day != former)
        {
            await DemandOtherDayAsync(row, forCase, day, former, cancellationToken);
        }

        if (await db.ExecuteAsync(Correct, await ValuesAsync(row, request.Version, request, cancellationToken), cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(DeleteAbsencesAfter, new { row.Id, EndedOn = day }, cancellationToken);
        await history.AddAsync(row.Id, MomentKind.EndCorrected, row.Outcome!.Value.Code(), former, cancellationToken);
        Changed(row);
        return new(row.Id, StateOn(row, day));
    }

    private static InternshipState StateOn(InternshipRow row, DateOnly day) => day < row.EndsOn ? InternshipState.EndedEarly : InternshipState.Ended;

    /// <summary>Another last day is as good as the one that was recorded: nobody was told of that one, no register was signed over it, and the days that are added break no rule.</summary>
    private async Task DemandOtherDayAsync(InternshipRow row, CaseFacts forCase, DateOnly day, DateOnly former, CancellationToken ct)
    {
        if (row.CessationProtocol is { } protocol)
        {
            throw new ConflictException("internship.end-communicated", new Words(
                "La fine del {0:d} è già stata comunicata, protocollo {1}: il giorno resta. Si possono correggere esito, contratto e motivo.",
                "The end on {0:d} was communicated already, protocol {1}: the day stays. Outcome, contract and reason can be corrected.").With(former, protocol)) { Field = "endedOn" };
        }

        await guards.TakeTurnAsync(ct, row.CompanyId, row.BeneficiaryId);
        if (day < former)
        {
            await DemandNothingAfterAsync(row.Id, day, ct);
            return;
        }

        await lastRegister.DemandOpenAsync(row.Id, former, ct);
        var host = await mediator.Send(new FindHost(row.CompanyId), ct);
        var around = new FactsReader.Around(row.Id, forCase, host, row.Region, row.HostTutor, row.PromoterTutorId, row.ConventionId);
        var after = await reader.ReadAsync(row.Plan with { EndsOn = day }, row.Documents, around, ct);
        CourseRules.Check(after, await reader.ReadAsync(row.Plan with { EndsOn = former }, row.Documents, around, ct), "internship.cannot-end-then", new(
            "Il tirocinio non può essere durato fino a quel giorno. Nulla è stato cambiato.", "The internship cannot have lasted until that day. Nothing was changed."));
    }

    private async Task<object> ValuesAsync(InternshipRow row, int version, EndTerms end, CancellationToken ct)
    {
        var day = end.EndedOn!.Value;
        var told = (await db.FindAsync<ToldEnds>(SelectToldEnds, new { row.Id }, ct))!;
        return new
        {
            row.Id,
            Version = version,
            State = StateOn(row, day).Code(),
            EndedOn = day,
            CessationDueOn = row.CessationProtocol is null
                ? ChangeIsCommunicated.CessationDueOn(row.HostType, day, told.Latest > row.EndsOn ? told.Latest.Value : row.EndsOn, told.ExtendedFrom)
                : row.CessationDueOn,
            Outcome = end.Outcome!.Value.Code(),
            Contract = end.Contract?.Code(),
            end.HiredOn,
            Reason = cipher.Protect(string.IsNullOrWhiteSpace(end.Reason) ? null : end.Reason.Trim()),
            Cause = cipher.Protect(end.IsInterrupted ? end.Cause?.Code() : null),
            At = clock.GetUtcNow(),
            By = user.Id,
        };
    }

    private void Changed(InternshipRow row)
    {
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
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

    private const string Correct = """
        update internships_internship
        set    state = @State, ended_on = @EndedOn, outcome = @Outcome, contract = @Contract, hired_on = @HiredOn, reason_cipher = @Reason, cause_cipher = @Cause,
               cessation_due_on = @CessationDueOn, version = version + 1
        where  id = @Id and version = @Version and state in ('ended', 'endedEarly')
        """;

    private const string End = """
        update internships_internship
        set    state = @State, ended_on = @EndedOn, outcome = @Outcome, contract = @Contract, hired_on = @HiredOn, reason_cipher = @Reason, cause_cipher = @Cause,
               cessation_due_on = @CessationDueOn, closed_at = @At, closed_by = @By, version = version + 1
        where  id = @Id and version = @Version and state = 'active'
        """;
}
