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

/// <summary>An availability, and whether it counts today.</summary>
internal sealed record Availability(
    Guid Id, int Places, AvailabilityContext Context, string Duties, int? WeeklyHours, DateOnly From, DateOnly? To, ProductionTrend Trend, DateOnly VerifiedOn, DateTimeOffset? EndedAt,
    AvailabilityState State);

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

/// <summary>An availability's row.</summary>
internal sealed record AvailabilityRow(
    Guid Id, Guid CompanyId, int Places, AvailabilityContext Context, string Duties, int? WeeklyHours, DateOnly ValidFrom, DateOnly? ValidTo, ProductionTrend Trend, DateOnly VerifiedOn,
    DateTimeOffset? EndedAt)
{
    public Availability Show(DateOnly today, int days) => new(
        Id, Places, Context, Duties, WeeklyHours, ValidFrom, ValidTo, Trend, VerifiedOn, EndedAt, AvailabilityCounts.StateOf(ValidFrom, ValidTo, VerifiedOn, EndedAt, today, days));
}
