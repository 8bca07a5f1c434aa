namespace InclusionPlatform.Internships.Allowances.Reckoning;

/// <summary>How a scheme reckons a month.</summary>
internal enum AllowanceMethod
{
    /// <summary>One amount, in full from a threshold of presence on, nothing below.</summary>
    FlatWithThreshold,

    /// <summary>One amount, in full from a threshold on; below it in proportion to the presence, never less than a floor.</summary>
    ProRataWithFloor,

    /// <summary>Amounts by percentage of presence.</summary>
    PresenceSteps,

    /// <summary>Amounts by the weekly hours of the project.</summary>
    WeeklyHourSteps,

    /// <summary>Amounts by the hours of presence in the month: a band that begins at 51 is that of who went into the fifty-first hour, so of everything beyond 50:00.</summary>
    MonthlyHourBands,

    /// <summary>Amounts by the month of the internship.</summary>
    DurationSteps,

    /// <summary>The amount of the project.</summary>
    SetInProject,

    /// <summary>A total for each head, in monthly shares, paid or kept until the end.</summary>
    Dowry,
}

/// <summary>What is due below the threshold.</summary>
internal enum BelowThreshold
{
    Nothing,

    /// <summary>In proportion to the presence.</summary>
    ProRata,
}

/// <summary>What a day of a month is worth.</summary>
internal enum DayShare
{
    /// <summary>One of the days that the month has.</summary>
    CalendarDays,

    /// <summary>A thirtieth of the month whatever its length: a whole month is thirty of them, and never is it more.</summary>
    Thirtieths,
}

/// <summary>From a value on, so much a month.</summary>
/// <param name="ReachedAt">Percentage, hours a week, hour of the month (51: the fifty-first) or month of the internship, as the method says.</param>
/// <param name="Cents">Euro cents a month.</param>
internal sealed record AmountStep(int ReachedAt, long Cents);

/// <summary>What a scheme says from a day on, until its next terms.</summary>
/// <param name="ValidFrom">First day.</param>
/// <param name="Method">How a month is reckoned.</param>
/// <param name="Cents">Amount a month; of a dowry, its monthly share.</param>
/// <param name="CentsWithMeals">Amount where the host gives meals.</param>
/// <param name="ThresholdPercent">From this presence on the amount is due in full; null: the presence does not matter.</param>
/// <param name="Below">What is due below it.</param>
/// <param name="FloorCents">The least that is due in proportion, to who was there at all.</param>
/// <param name="TotalCents">Of a dowry, the total for each head.</param>
/// <param name="Steps">Of the methods by steps, in order.</param>
/// <param name="Act">Which act says so.</param>
internal sealed record AllowanceTerms(
    DateOnly ValidFrom, AllowanceMethod Method, long Cents, long? CentsWithMeals, int? ThresholdPercent, BelowThreshold Below, long? FloorCents, long? TotalCents,
    IReadOnlyList<AmountStep> Steps, string? Act)
{
    /// <summary>What a day of a partial month is worth. Bands by monthly hours do not ask it.</summary>
    public DayShare DayShare { get; init; }

    /// <summary>The act says "above" the threshold: who was there for exactly that percentage did not reach it.</summary>
    public bool ThresholdAbove { get; init; }

    /// <summary>The most hours that any day of the project may have; null where it does not matter.</summary>
    public int? MaxDailyHours { get; init; }
}
