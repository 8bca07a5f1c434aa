using FluentValidation;
using InclusionPlatform.Internships.Allowances.Assignments;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>The individual training project as it is proposed: who, where, what kind, when, with whom, for how much.</summary>
internal abstract record InternshipPlan
{
    public Guid? CaseId { get; init; }

    public Guid? CompanyId { get; init; }

    /// <summary>Chosen explicitly: it changes what the allowance means for the person's ADI benefit.</summary>
    public InternshipKind? Kind { get; init; }

    public Modulation? Modulation { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Exact; with minutes only where the hours of the days say them.</summary>
    public decimal? WeeklyHours { get; init; }

    /// <summary>From when to when on each weekday; a day may have more than one stretch.</summary>
    public IReadOnlyList<DayHours>? Hours { get; init; }

    /// <summary>The host works by season: one month is enough.</summary>
    public bool Seasonal { get; init; }

    /// <summary>The host gives meals, which lowers the least allowance in some regions.</summary>
    public bool MealsProvided { get; init; }

    /// <summary>What the person does there.</summary>
    public string? Duties { get; init; }

    /// <summary>What the person is to learn.</summary>
    public string? Objectives { get; init; }

    /// <summary>Private employer when not given.</summary>
    public HostType? HostType { get; init; }

    /// <summary>Region of the host's operating unit; the company's own when not given.</summary>
    public string? Region { get; init; }

    /// <summary>Where it takes place, if not simply at the company's seat.</summary>
    public string? Workplace { get; init; }

    /// <summary>Name and surname of the tutor at the host.</summary>
    public string? HostTutor { get; init; }

    /// <summary>Who follows the case for the public service in charge, and of which body; some regions ask for it.</summary>
    public string? CaseManager { get; init; }

    /// <summary>Whether the person worked for this host before; some regions bar who did lately.</summary>
    public HostWork? HostWork { get; init; }

    /// <summary>When that work ended.</summary>
    public DateOnly? HostWorkEndedOn { get; init; }

    /// <summary>Account of the promoter's tutor; whoever proposes when not given.</summary>
    public Guid? PromoterTutorId { get; init; }

    /// <summary>Convention of the host that covers it; null if it is not known yet.</summary>
    public Guid? ConventionId { get; init; }

    /// <summary>Euro cents gross a month.</summary>
    public long? AllowanceCents { get; init; }

    /// <summary>Programme that funds it, in words, where the platform does not know it.</summary>
    public string? Programme { get; init; }

    /// <summary>The risk of the host's sector.</summary>
    public SafetyRisk? SafetyRisk { get; init; }

    /// <summary>Hours of general safety training.</summary>
    public int? SafetyGeneralHours { get; init; }

    /// <summary>Hours of safety training for the sector's risk.</summary>
    public int? SafetySpecificHours { get; init; }

    /// <summary>The day by which the training is over.</summary>
    public DateOnly? SafetyOn { get; init; }

    /// <summary>Who holds it.</summary>
    public string? SafetyBy { get; init; }

    /// <summary>Who pays, if it is known already; looked at only when it is first proposed.</summary>
    public Payer? Payer { get; init; }

    /// <summary>Funded programme that pays it; null where another pays.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Scheme by which the allowance is reckoned; null if it is not chosen yet.</summary>
    public Guid? SchemeId { get; init; }

    /// <summary>The draft it was written in: it goes when this is proposed.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>The accepted company referral that the proposal comes from; looked at only when it is first proposed.</summary>
    public Guid? ReferralId { get; init; }
}

/// <summary>A proposal as it is sent.</summary>
internal sealed record InternshipProposal : InternshipPlan;

/// <summary>The texts that are stored from a plan.</summary>
internal static class InternshipPlanText
{
    public static string? OrNull(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();
}

/// <summary>What must be known before any rule can be looked at.</summary>
internal sealed class InternshipFrameValidator : AbstractValidator<InternshipPlan>
{
    /// <summary>Hours and a half are of days: 22 h 30 are, for example, four and a half on each of five.</summary>
    public static Words MinutesNeedDays { get; } = new(
        "Le ore a settimana hanno dei minuti: compilare le ore di ogni giorno, che fanno il totale.", "The hours a week have minutes: fill in the hours of each day, which make the total.");

    private const long MostAllowanceCents = 1_000_000;

    /// <summary>The days between which an internship lies.</summary>
    public static readonly DateOnly Earliest = new(2009, 1, 1), Latest = new(2100, 12, 31);

    public InternshipFrameValidator()
    {
        RuleFor(plan => plan.CaseId).NotEmpty();
        RuleFor(plan => plan.CompanyId).NotEmpty();
        RuleFor(plan => plan.Kind).NotNull();
        RuleFor(plan => plan.StartsOn).NotNull().InclusiveBetween(Earliest, Latest);
        RuleFor(plan => plan.EndsOn).NotNull().InclusiveBetween(Earliest, Latest);
        RuleFor(plan => plan.EndsOn)
            .Must((plan, end) => end > plan.StartsOn)
            .When(plan => plan.StartsOn is not null && plan.EndsOn is not null)
            .WithErrorCode("internship.ends-before-start")
            .WithMessage(_ => new Words("L'ultimo giorno viene prima del primo: controllare le due date.", "The last day is before the first: check the two dates.").ToString());
        RuleFor(plan => plan.WeeklyHours).NotNull().InclusiveBetween(1, 60);
        RuleFor(plan => plan.Hours)
            .NotEmpty()
            .When(plan => WeeklyTime.NeedsDays(plan.WeeklyHours))
            .WithErrorCode("internship.minutes-need-days")
            .WithMessage(_ => MinutesNeedDays.ToString());
        RuleFor(plan => plan.Hours)
            .Must(hours => hours is null || hours.Count <= WeekHoursAreSound.Most)
            .WithErrorCode("internship.hours-too-many")
            .WithMessage(_ => new Words("Gli orari possono essere al massimo 21: unire quelli vicini.", "There can be 21 stretches at most: join those that are near.").ToString());
        RuleFor(plan => plan.Hours)
            .Must(hours => hours is null || hours.All(WeekHoursAreSound.Holds))
            .WithErrorCode("internship.hours-end-before-start")
            .WithMessage(_ => new Words("In un giorno l'ora di fine viene prima di quella di inizio: controllarle.", "On one day the end is before the beginning: check them.").ToString());
        RuleFor(plan => plan.Hours)
            .Must(hours => hours is null || !WeekHoursAreSound.Overlap(hours))
            .WithErrorCode("internship.hours-overlap")
            .WithMessage(_ => new Words("Due orari dello stesso giorno si sovrappongono.", "Two stretches of the same day overlap.").ToString());
        RuleFor(plan => plan.Hours)
            .Must((plan, hours) => hours is null or [] || plan.WeeklyHours is null || !hours.All(WeekHoursAreSound.Holds) || WeekHours.Of(hours)!.Minutes == WeeklyTime.Minutes(plan.WeeklyHours.Value))
            .WithErrorCode("internship.hours-differ")
            .WithMessage(plan => new Words("Le ore dei giorni fanno in tutto {0}, quelle a settimana sono {1}: devono essere le stesse.", "The hours of the days make {0} in all, those of the week are {1}: they must agree.")
                .With(WeeklyTime.Short(WeekHours.Of(plan.Hours)?.Hours ?? 0), WeeklyTime.Short(plan.WeeklyHours ?? 0)).ToString());
        RuleFor(plan => plan.SafetyRisk).IsInEnum();
        RuleFor(plan => plan.SafetyGeneralHours).InclusiveBetween(0, 100);
        RuleFor(plan => plan.SafetySpecificHours).InclusiveBetween(0, 200);
        RuleFor(plan => plan.SafetyOn).InclusiveBetween(Earliest, Latest);
        RuleFor(plan => plan.SafetyBy).MaximumLength(160);
        RuleFor(plan => plan.AllowanceCents).IsBetweenEuro(0, MostAllowanceCents);
        RuleFor(plan => plan.HostTutor).MaximumLength(120);
        RuleFor(plan => plan.CaseManager).MaximumLength(160);
        RuleFor(plan => plan.HostWork).IsInEnum();
        RuleFor(plan => plan.HostWorkEndedOn).IsDayOfALife();
        RuleFor(plan => plan.HostWorkEndedOn).NotNull().When(plan => plan.HostWork is Internships.HostWork.Ended);
        RuleFor(plan => plan.HostWorkEndedOn)
            .Must((plan, ended) => ended is null || plan.StartsOn is null || ended < plan.StartsOn)
            .When(plan => plan.HostWork is Internships.HostWork.Ended)
            .WithErrorCode("internship.host-work-after-start")
            .WithMessage(_ => new Words("Il rapporto di lavoro finisce prima del tirocinio: controllare la data, oppure indicare che è ancora in corso.", "The work ended before the internship: check the day, or say that it still lasts.").ToString());
        RuleFor(plan => plan.Region).MaximumLength(60);
    }
}

/// <summary>What a proposal must say.</summary>
internal sealed class InternshipPlanValidator : AbstractValidator<InternshipPlan>
{
    public InternshipPlanValidator()
    {
        Include(new InternshipFrameValidator());
        RuleFor(plan => plan.Modulation).NotNull();
        RuleFor(plan => plan.AllowanceCents).NotNull();
        RuleFor(plan => plan.HostTutor).NotEmpty();
        RuleFor(plan => plan.Duties).NotEmpty().MaximumLength(2000);
        RuleFor(plan => plan.Objectives).NotEmpty().MaximumLength(4000);
        RuleFor(plan => plan.Workplace).MaximumLength(200);
        RuleFor(plan => plan.Programme).MaximumLength(120);
    }
}
