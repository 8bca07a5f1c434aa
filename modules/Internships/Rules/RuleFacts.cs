using InclusionPlatform.Internships.RuleSets;

namespace InclusionPlatform.Internships.Rules;

/// <summary>All that the rules look at, read once.</summary>
internal sealed record RuleFacts(
    PlanFacts Plan, DocumentFacts Documents, PersonFacts Person, HostFacts Host, ConventionFacts? Convention, RuleSet Figures)
{
    /// <summary>The day on which the rules are looked at: some papers may follow the start, but not for ever.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Some rule was set aside once for this internship.</summary>
    public bool AnySetAside { get; init; }

    /// <summary>The scheme that pays, where it is for short days.</summary>
    public ShortDaysFacts? ShortDays { get; init; }

    /// <summary>The programme that pays, where one of the platform's does.</summary>
    public ProgrammeFacts? Programme { get; init; }

    /// <summary>The host has a tax code or a VAT number on its record.</summary>
    public bool HostTaxCodeIsKnown { get; init; } = true;

    /// <summary>The installation says the promoter's.</summary>
    public bool PromoterTaxCodeIsKnown { get; init; } = true;

    /// <summary>The host has the promoter's own tax code.</summary>
    public bool PromoterIsTheHost { get; init; }

    public Span Days => new(Plan.StartsOn, Plan.EndsOn);

    public bool IsSocialInclusion => Plan.Kind is InternshipKind.SocialInclusion;

    /// <summary>The frame's own act, where a region's act adds nothing.</summary>
    public string FrameAct => IsSocialInclusion ? "Accordo 22-1-2015, rep. 7/CSR" : "Linee guida 25-5-2017, rep. 86/CSR";

    /// <summary>The host's quota does not count this internship.</summary>
    public bool IsOutsideQuota => Figures.OutsideQuota
        || (Figures.DisabilityOutsideQuota && Person.HasDisability)
        || (Figures.DisadvantagedOutsideQuota && Person.IsDisadvantaged);
}

/// <summary>What is planned.</summary>
internal sealed record PlanFacts(
    InternshipKind Kind, DateOnly StartsOn, DateOnly EndsOn, decimal WeeklyHours, bool Seasonal, bool MealsProvided, HostType HostType, long AllowanceCents, int SuspendedDays = 0)
{
    /// <summary>The hours by weekday, if the project says them.</summary>
    public WeekHours? Hours { get; init; }

    public SafetyFacts? Safety { get; init; }

    /// <summary>Who follows the case for the public service in charge.</summary>
    public string? CaseManager { get; init; }

    /// <summary>Whether the person worked for the host before; null while nobody asked.</summary>
    public HostWork? HostWork { get; init; }

    /// <summary>When that work ended.</summary>
    public DateOnly? HostWorkEndedOn { get; init; }

    /// <summary>Minutes of the longest day; where the project does not say the hours of its days, they are spread as the register spreads them.</summary>
    public int LongestDay => LongestOf(Hours, WeeklyTime.Whole(WeeklyHours));

    /// <summary>The last day without what suspensions added: the maximum is reckoned to here.</summary>
    public DateOnly CountedEnd => EndsOn.AddDays(-SuspendedDays);

    /// <summary>The same of any week.</summary>
    public static int LongestOf(WeekHours? days, int weeklyHours) => days is null ? Attendance.UsualWeek.Spread(weeklyHours).Monday : Enum.GetValues<DayOfWeek>().Max(days.MinutesOn);
}

/// <summary>The training on safety at work, as it is planned or was done.</summary>
/// <param name="GeneralHours">Hours of general safety training.</param>
/// <param name="SpecificHours">Hours of safety training for the sector's risk.</param>
/// <param name="On">Day by which the training is over.</param>
/// <param name="By">Who holds it.</param>
internal sealed record SafetyFacts(SafetyRisk? Risk, int? GeneralHours, int? SpecificHours, DateOnly? On, string? By);

/// <summary>A scheme for short days.</summary>
/// <param name="Name">As it is chosen.</param>
/// <param name="MaxDailyHours">The most hours that any day may have.</param>
internal sealed record ShortDaysFacts(string Name, int MaxDailyHours);

/// <summary>A programme that pays.</summary>
internal sealed record ProgrammeFacts(string Name, Span Days);

/// <summary>Another internship of the person.</summary>
internal sealed record OtherInternship(DateOnly First, DateOnly Last, WeekHours? Hours = null);

/// <summary>What binds the person's hours: when, never why.</summary>
/// <param name="Unavailable">Hours at which they cannot work.</param>
/// <param name="WeeklyHours">Hours a week they want.</param>
internal sealed record PersonLimits(IReadOnlyList<DayHours> Unavailable, int? WeeklyHours);

/// <summary>Which papers are there, with their days.</summary>
internal sealed record DocumentFacts(
    DateOnly? SignedByPersonOn, DateOnly? SignedByHostOn, DateOnly? SignedByPromoterOn, string? CommunicationProtocol, DateOnly? CommunicationSentOn,
    string? InailPosition, string? LiabilityPolicy, DateOnly? HostDeclaredOn, string? AttestedBy, DateOnly? AttestedOn)
{
    public static DocumentFacts None { get; } = new(null, null, null, null, null, null, null, null, null, null);

    public bool IsAttested => AttestedBy is not null && AttestedOn is not null;
}

/// <summary>The person, as far as rules go.</summary>
/// <param name="HasDisability">An attestation in force says so.</param>
/// <param name="IsDisadvantaged">Any other attested disadvantage is in force.</param>
/// <param name="CaseOpenedOn">Day of taking charge.</param>
/// <param name="CaseClosedOn">Day of closure, or null.</param>
/// <param name="Running">Their other active internships.</param>
/// <param name="BeforeAtThisHost">How many internships they had at this host, this one left out.</param>
internal sealed record PersonFacts(
    bool HasDisability, bool IsDisadvantaged, DateOnly CaseOpenedOn, DateOnly? CaseClosedOn, IReadOnlyList<OtherInternship> Running, int BeforeAtThisHost)
{
    /// <summary>Null where whoever asks may not know, or nobody wrote it.</summary>
    public PersonLimits? Limits { get; init; }

    /// <summary>Whole years on the first day; null where the rules are looked at for nobody in particular.</summary>
    public int? Age { get; init; }

    /// <summary>How many internships of social inclusion they began before this one, at any host.</summary>
    public int InclusionBefore { get; init; }
}

/// <summary>The host's operating unit and who is busy there.</summary>
/// <param name="PermanentStaff">Null when not known.</param>
/// <param name="IsArchived">Archived companies host nobody.</param>
/// <param name="InQuota">Active internships there that its quota counts.</param>
/// <param name="OfHostTutor">Active internships followed by the same tutor of the host.</param>
/// <param name="OfPromoterTutor">Active internships followed by the same tutor of the promoter.</param>
internal sealed record HostFacts(int? PermanentStaff, bool IsArchived, IReadOnlyList<Span> InQuota, IReadOnlyList<Span> OfHostTutor, IReadOnlyList<Span> OfPromoterTutor);

/// <summary>The convention chosen.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IsOfThisHost">False when it is of another company.</param>
/// <param name="SignedOn">Null while it is a draft or was only sent.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day, signed renewals included.</param>
/// <param name="InailPosition">Insurance against accidents at work.</param>
/// <param name="LiabilityPolicy">Third-party liability.</param>
/// <param name="LiabilityUntil">Until when that policy runs, if it is known.</param>
internal sealed record ConventionFacts(
    string Number, bool IsOfThisHost, DateOnly? SignedOn, DateOnly ValidFrom, DateOnly ValidTo, string? InailPosition, string? LiabilityPolicy, DateOnly? LiabilityUntil = null);
