namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>What a company offers.</summary>
internal enum AvailabilityContext
{
    /// <summary>A protected context, where skills are maintained.</summary>
    Protected,

    /// <summary>A productive context, with support.</summary>
    Productive,

    /// <summary>A job.</summary>
    Job,
}

/// <summary>How the company's production goes.</summary>
internal enum ProductionTrend
{
    Peak,
    Normal,
    Drop,
}

/// <summary>How much the body must bear in a duty.</summary>
internal enum PhysicalEffort
{
    Low,
    Medium,
    High,
}

/// <summary>Whether whoever does the duty may stop, come later or stay away for some days.</summary>
internal enum InterruptionTolerance
{
    Yes,
    Some,
    No,
}

/// <summary>An availability, and whether it counts today.</summary>
/// <param name="Id">The availability.</param>
/// <param name="Version">To be sent back in <c>If-Match</c>.</param>
/// <param name="Places">Places as declared.</param>
/// <param name="FreePlaces">Those that no referral keeps or uses.</param>
/// <param name="Context">What is offered.</param>
/// <param name="Duties">What one would do.</param>
/// <param name="Skills">What one should know already.</param>
/// <param name="WeeklyHours">Hours a week.</param>
/// <param name="Slots">Days and parts of the day; empty when nobody has asked.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Trend">How production goes.</param>
/// <param name="DrivingLicence">Whether the duty needs a driving licence.</param>
/// <param name="Shifts">Whether the duty is done in shifts.</param>
/// <param name="PhysicalEffort">How much the body must bear.</param>
/// <param name="Interruptions">Whether interruptions are tolerated.</param>
/// <param name="ConstraintNote">Anything else that the duty asks.</param>
/// <param name="VerifiedOn">When the company said so.</param>
/// <param name="CountsUntil">Last day on which it counts, unless it is verified again.</param>
/// <param name="EndedAt">When somebody ended it.</param>
/// <param name="State">Whether it counts.</param>
internal sealed record Availability(
    Guid Id, int Version, int Places, int FreePlaces, AvailabilityContext Context, string Duties, string? Skills, int? WeeklyHours, IReadOnlyList<WeekSlot> Slots, DateOnly From, DateOnly? To,
    ProductionTrend Trend, bool? DrivingLicence, bool? Shifts, PhysicalEffort? PhysicalEffort, InterruptionTolerance? Interruptions, string? ConstraintNote, DateOnly VerifiedOn,
    DateOnly CountsUntil, DateTimeOffset? EndedAt, AvailabilityState State);

/// <summary>Whether an availability counts.</summary>
internal enum AvailabilityState
{
    /// <summary>It counts.</summary>
    Current,

    /// <summary>It begins later.</summary>
    Future,

    /// <summary>Its period is over or it was verified too long ago: it must be asked again.</summary>
    Unknown,

    /// <summary>Somebody ended it.</summary>
    Ended,
}

/// <summary>An availability's row, with the places that referrals keep or use.</summary>
internal sealed record AvailabilityRow(
    Guid Id, int Version, Guid CompanyId, int Places, AvailabilityContext Context, string Duties, string? Skills, int? WeeklyHours, string? Slots, DateOnly ValidFrom, DateOnly? ValidTo,
    ProductionTrend Trend, bool? DrivingLicence, bool? Shifts, PhysicalEffort? PhysicalEffort, InterruptionTolerance? Interruptions, string? ConstraintNote, DateOnly VerifiedOn,
    DateTimeOffset? EndedAt, int Taken)
{
    public int Free => Math.Max(0, Places - Taken);

    public DateOnly Until(int days) => AvailabilityCounts.Until(ValidTo, VerifiedOn, days);

    public AvailabilityState StateOn(DateOnly today, int days) => AvailabilityCounts.StateOf(ValidFrom, ValidTo, VerifiedOn, EndedAt, today, days);

    public Availability Show(DateOnly today, int days) => new(
        Id, Version, Places, Free, Context, Duties, Skills, WeeklyHours, WeekSlots.Read(Slots), ValidFrom, ValidTo, Trend, DrivingLicence, Shifts, PhysicalEffort, Interruptions, ConstraintNote,
        VerifiedOn, Until(days), EndedAt, StateOn(today, days));
}
