using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Allowances.Assignments;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Course.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Course;

/// <summary>
/// Changes hours, place, tutors or who follows the case for the public service, of a running internship from a day on. What was signed at first stays readable. One that begins later waits for its
/// day, and its rules are looked at now.
/// </summary>
internal sealed record AmendInternship(
    Guid Id, int Version, DateOnly? EffectiveOn, decimal? WeeklyHours, string? Workplace, string? HostTutor, Guid? PromoterTutorId, string? Reason, IReadOnlyList<DayHours>? Hours = null, string? CaseManager = null) : ICommand;

internal static class AmendInternshipEndpoint
{
    /// <param name="EffectiveOn">First day of the change.</param>
    /// <param name="Workplace">New place; as before when not given.</param>
    /// <param name="HostTutor">Name of the new tutor at the host; as before when not given.</param>
    /// <param name="Reason">Why it changes.</param>
    internal sealed record InternshipAmendment(DateOnly? EffectiveOn, decimal? WeeklyHours, string? Workplace, string? HostTutor, Guid? PromoterTutorId, string? Reason, IReadOnlyList<DayHours>? Hours = null, string? CaseManager = null);

    public static void MapAmendInternship(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/amendments", Handle)
        .WithName("amendInternship")
        .WithSummary("Change hours, place or tutors of a running internship")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, InternshipAmendment body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AmendInternship(id, match.Version, body.EffectiveOn, body.WeeklyHours, body.Workplace, body.HostTutor, body.PromoterTutorId, body.Reason, body.Hours, body.CaseManager), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class AmendInternshipValidator : AbstractValidator<AmendInternship>
{
    public AmendInternshipValidator()
    {
        RuleFor(amendment => amendment.EffectiveOn).NotNull();
        RuleFor(amendment => amendment.WeeklyHours).NotNull().InclusiveBetween(1, 60);
        RuleFor(amendment => amendment.Hours)
            .Must(hours => hours is null || (hours.Count <= WeekHoursAreSound.Most && hours.All(WeekHoursAreSound.Holds) && !WeekHoursAreSound.Overlap(hours)))
            .WithErrorCode("internship.hours-overlap")
            .WithMessage(_ => new Words("Controllare le ore dei giorni: una finisce prima di cominciare, oppure due si sovrappongono.", "Check the hours of the days: one ends before it begins, or two overlap.").ToString());
        RuleFor(amendment => amendment.Hours)
            .Must((amendment, hours) => hours is null or [] || amendment.WeeklyHours is null || !hours.All(WeekHoursAreSound.Holds) || WeekHours.Of(hours)!.Minutes == WeeklyTime.Minutes(amendment.WeeklyHours.Value))
            .WithErrorCode("internship.hours-differ")
            .WithMessage(amendment => new Words("Le ore dei giorni fanno in tutto {0}, quelle a settimana sono {1}: devono essere le stesse.", "The hours of the days make {0} in all, those of the week are {1}: they must agree.")
                .With(WeeklyTime.Short(WeekHours.Of(amendment.Hours)?.Hours ?? 0), WeeklyTime.Short(amendment.WeeklyHours ?? 0)).ToString());
        RuleFor(amendment => amendment.Workplace).MaximumLength(200);
        RuleFor(amendment => amendment.HostTutor).NotEmpty().MaximumLength(120);
        RuleFor(amendment => amendment.CaseManager).MaximumLength(160);
        RuleFor(amendment => amendment.PromoterTutorId).NotEmpty();
        RuleFor(amendment => amendment.Reason).NotEmpty().MaximumLength(2000);
    }
}

internal sealed class AmendInternshipHandler(
    IDbSession db, VisibleInternships internships, FactsReader reader, AmendmentBook book, AssignedSchemes assigned, BudgetHolds budget, Guards guards, IMediator mediator, IColleagues colleagues, IFieldCipher cipher, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<AmendInternship, Unit>
{
    private const string SelectKnown = """
        select max(case when applied_at is not null then effective_on end) as LastOn, max(case when applied_at is null then effective_on end) as WaitingOn
        from   internships_amendment
        where  internship_id = @Id
        """;

    private const string CountSigned = "select count(*) from internships_attendance_month where internship_id = @Id and month >= @FromMonth and state <> 'open'";

    private const string Move = "update internships_internship set version = version + 1 where id = @Id and version = @Version and state = 'active'";

    private const string Insert = """
        insert into internships_amendment (
            id, internship_id, effective_on, weekly_hours_before, weekly_hours, week_hours_before, week_hours, usual_week_before, workplace_before, workplace, host_tutor_before, host_tutor, promoter_tutor_before, promoter_tutor,
            case_manager_before, case_manager, reason_cipher, at, by_id, applied_at)
        values (
            @AmendmentId, @Id, @EffectiveOn, @WeeklyHoursBefore, @WeeklyHours, @WeekHoursBefore, @WeekHours, @UsualWeekBefore, @WorkplaceBefore, @Workplace, @HostTutorBefore, @HostTutor, @PromoterTutorBefore, @PromoterTutorId,
            @CaseManagerBefore, @CaseManager, @Reason, @At, @By, @AppliedAt)
        """;

    public async Task<Unit> Handle(AmendInternship request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is not InternshipState.Active)
        {
            throw WrongState.Of(row.State);
        }

        var (hours, tutor, promoter) = (request.WeeklyHours!.Value, request.HostTutor!.Trim(), request.PromoterTutorId!.Value);
        await PromoterTutorIsKnown.CheckAsync(promoter == row.PromoterTutorId ? null : promoter, colleagues, cancellationToken);
        var place = string.IsNullOrWhiteSpace(request.Workplace) ? null : request.Workplace.Trim();
        // Not said: who follows the case stays who it is. Said empty: nobody does any more.
        var caseManager = request.CaseManager is null ? row.CaseManager : InternshipPlanText.OrNull(request.CaseManager);
        var known = (await db.FindAsync<Known>(SelectKnown, new { row.Id }, cancellationToken))!;
        AmendmentFollows.Check(row.StartsOn, row.EndsOn, request.EffectiveOn!.Value, known.LastOn, known.WaitingOn);

        // Other hours a week without the hours of the days: what the days said does not hold any more.
        var week = request.Hours is null && hours == row.WeeklyHours ? row.WeekHours : WeekHours.Of(request.Hours)?.Text;
        if (week is null && WeeklyTime.NeedsDays(hours))
        {
            throw new FieldException("hours", "internship.minutes-need-days", InternshipFrameValidator.MinutesNeedDays);
        }

        if ((hours, week, tutor, promoter, place, caseManager) == (row.WeeklyHours, row.WeekHours, row.HostTutor, row.PromoterTutorId, row.Workplace, row.CaseManager))
        {
            throw new RuleBrokenException("internship.amendment-empty", new("Nulla è cambiato: modificare orario, luogo, tutor o chi segue il caso.", "Nothing has changed: change hours, place, tutors or who follows the case."));
        }

        if ((hours, week) != (row.WeeklyHours, row.WeekHours) && await db.ScalarAsync<int>(CountSigned, new { row.Id, FromMonth = RegisterMonth.Of(request.EffectiveOn.Value).Text }, cancellationToken) > 0)
        {
            throw new ConflictException("internship.amendment-in-signed-register", new(
                "Un registro da quel giorno in poi è già alla firma o firmato con l'orario di prima: riaprirlo con un motivo e poi registrare la modifica, oppure farla cominciare dopo.",
                "A register from that day on is being signed or is signed with the hours of before: reopen it with a reason, then record the amendment, or let it begin later."));
        }

        var plan = row.Plan with { WeeklyHours = hours, Hours = WeekHours.Read(week), CaseManager = caseManager };
        if (plan.LongestDay > row.Plan.LongestDay)
        {
            await assigned.DemandDaysAsync(row.Id, request.EffectiveOn.Value, plan.LongestDay, cancellationToken);
        }

        await guards.TakeTurnAsync(cancellationToken, row.CompanyId, row.BeneficiaryId);
        var host = await mediator.Send(new FindHost(row.CompanyId), cancellationToken);
        var around = new FactsReader.Around(row.Id, forCase, host, row.Region, row.HostTutor, row.PromoterTutorId, row.ConventionId);
        var before = await reader.ReadAsync(row.Plan, row.Documents, around, cancellationToken);
        var after = await reader.ReadAsync(plan, row.Documents, around with { HostTutor = tutor, PromoterTutorId = promoter }, cancellationToken);
        CourseRules.Check(after, before, "internship.cannot-amend", new("La modifica non rispetta le regole. Nulla è stato cambiato.", "The amendment does not respect the rules. Nothing was changed."));
        var leftBefore = (hours, week) == (row.WeeklyHours, row.WeekHours) ? null : await budget.LeftAsync(row.Id, cancellationToken);
        var at = clock.GetUtcNow();
        var waits = request.EffectiveOn > clock.Today();
        var values = new
        {
            row.Id,
            AmendmentId = Guid.CreateVersion7(at),
            request.EffectiveOn,
            WeeklyHours = WeeklyTime.Whole(hours),
            WeeklyHoursBefore = row.WholeHours,
            WeekHours = week,
            WeekHoursBefore = row.WeekHours,
            UsualWeekBefore = await book.UsualWeekAsync(row.Id, cancellationToken),
            Workplace = place,
            WorkplaceBefore = row.Workplace,
            HostTutor = tutor,
            HostTutorBefore = row.HostTutor,
            PromoterTutorId = promoter,
            PromoterTutorBefore = row.PromoterTutorId,
            CaseManager = caseManager,
            CaseManagerBefore = row.CaseManager,
            Reason = cipher.Protect(request.Reason!.Trim()),
            At = at,
            By = user.Id,
            AppliedAt = waits ? (DateTimeOffset?)null : at,
        };
        var moved = waits
            ? await db.ExecuteAsync(Move, new { row.Id, request.Version }, cancellationToken) == 1
            : await book.TakesEffectAsync(row, request.Version, new(WeeklyTime.Whole(hours), week, place, tutor, promoter, caseManager), cancellationToken);
        if (!moved)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(Insert, values, cancellationToken);
        if (leftBefore is { } left)
        {
            await budget.DemandForAmendmentAsync(row.Id, left, cancellationToken);
        }

        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }

    private sealed record Known(DateOnly? LastOn, DateOnly? WaitingOn);
}
