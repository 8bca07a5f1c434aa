using FluentValidation;

namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>What a company offers, as it is written: places, duties, hours and what the duty asks.</summary>
internal abstract record AvailabilityTerms
{
    /// <summary>How many people at once.</summary>
    public int Places { get; init; }

    public AvailabilityContext Context { get; init; }

    /// <summary>What is to be done.</summary>
    public string Duties { get; init; } = "";

    /// <summary>What one should know already.</summary>
    public string? Skills { get; init; }

    /// <summary>Hours a week; null if any number will do.</summary>
    public int? WeeklyHours { get; init; }

    /// <summary>Days and parts of the day.</summary>
    public IReadOnlyList<WeekSlot>? Slots { get; init; }

    /// <summary>Today when not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; null if it has no end.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Normal when not given.</summary>
    public ProductionTrend? Trend { get; init; }

    /// <summary>Whether the duty needs a driving licence.</summary>
    public bool? DrivingLicence { get; init; }

    /// <summary>Whether the duty is done in shifts.</summary>
    public bool? Shifts { get; init; }

    public PhysicalEffort? PhysicalEffort { get; init; }

    public InterruptionTolerance? Interruptions { get; init; }

    /// <summary>Anything else that the duty asks; never what a person may be or have been.</summary>
    public string? ConstraintNote { get; init; }

    /// <summary>Today when not given.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>The parameters of the statements that write it.</summary>
    public object Parameters(Guid id, Guid companyId, DateOnly today, DateTimeOffset now, Guid by, int version = 1) => new
    {
        Id = id,
        CompanyId = companyId,
        Version = version,
        Places,
        Context = Context.Code(),
        Duties = Duties.Trim(),
        Skills = Trimmed(Skills),
        WeeklyHours,
        Slots = WeekSlots.Write(Slots),
        ValidFrom = From ?? today,
        To,
        Trend = (Trend ?? ProductionTrend.Normal).Code(),
        DrivingLicence,
        Shifts,
        PhysicalEffort = PhysicalEffort?.Code(),
        Interruptions = Interruptions?.Code(),
        ConstraintNote = Trimmed(ConstraintNote),
        VerifiedOn = VerifiedOn ?? today,
        At = now,
        By = by,
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>An availability as it is sent.</summary>
internal sealed record AvailabilityOffer : AvailabilityTerms;

/// <summary>What an availability must say.</summary>
internal sealed class AvailabilityTermsValidator : AbstractValidator<AvailabilityTerms>
{
    private static readonly DateOnly Earliest = new(2009, 1, 1), Latest = new(2100, 12, 31);

    public AvailabilityTermsValidator(TimeProvider clock)
    {
        RuleFor(offer => offer.Places).InclusiveBetween(1, 100);
        RuleFor(offer => offer.Context).IsInEnum();
        RuleFor(offer => offer.Trend).IsInEnum();
        RuleFor(offer => offer.Duties).NotEmpty().MaximumLength(400);
        RuleFor(offer => offer.Skills).MaximumLength(400);
        RuleFor(offer => offer.ConstraintNote).MaximumLength(400);
        RuleFor(offer => offer.WeeklyHours).InclusiveBetween(1, 48);
        RuleFor(offer => offer.Slots).Must(slots => slots is null || slots.Count <= WeekSlots.Most && slots.All(slot => Enum.IsDefined(slot.Day) && Enum.IsDefined(slot.Part)))
            .WithErrorCode("availability.slots").WithMessage(_ => new Words("I giorni e le fasce vanno scelti dalla tabella.", "Choose days and parts of the day from the table.").ToString());
        RuleFor(offer => offer.PhysicalEffort).IsInEnum();
        RuleFor(offer => offer.Interruptions).IsInEnum();
        RuleFor(offer => offer.From).InclusiveBetween(Earliest, Latest).When(offer => offer.From is not null);
        RuleFor(offer => offer.To).LessThanOrEqualTo(Latest).When(offer => offer.To is not null);
        RuleFor(offer => offer.To).GreaterThanOrEqualTo(offer => offer.From ?? clock.Today()).When(offer => offer.To is not null).WithErrorCode("availability.ends-before-start")
            .WithMessage(_ => new Words("La disponibilità non può finire prima di cominciare: controllare le due date.", "The availability cannot end before it begins: check the two dates.").ToString());
        RuleFor(offer => offer.VerifiedOn).IsLikelyDay();
        RuleFor(offer => offer.VerifiedOn).LessThanOrEqualTo(_ => clock.Today()).When(offer => offer.VerifiedOn is not null).WithErrorCode("availability.verified-in-future")
            .WithMessage(_ => new Words("Il giorno della verifica non può essere nel futuro.", "The day of the check cannot be in the future.").ToString());
        this.SpeaksOfNoExclusion(offer => offer.Duties);
        this.SpeaksOfTheDuty(offer => offer.Skills, PersonalFact.Penal, PersonalFact.Health);
        this.SpeaksOfTheDuty(offer => offer.ConstraintNote, PersonalFact.Penal, PersonalFact.Health);
    }
}
