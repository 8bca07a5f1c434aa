namespace InclusionPlatform.Internships.Suspensions;

/// <summary>Why an internship rests.</summary>
internal enum SuspensionReason
{
    Illness,
    Injury,
    Maternity,

    /// <summary>The company is closed.</summary>
    Closure,
    Quarantine,
    Other,
}
