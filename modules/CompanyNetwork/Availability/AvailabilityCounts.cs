namespace InclusionPlatform.CompanyNetwork.Availabilities;

/// <summary>An availability counts while its period runs and it was verified not too long ago; otherwise it is unknown, never "none".</summary>
internal static class AvailabilityCounts
{
    /// <summary>The last day on which it counts.</summary>
    public static DateOnly Until(DateOnly? validTo, DateOnly verifiedOn, int days)
    {
        var fresh = verifiedOn.AddDays(days);
        return validTo < fresh ? validTo.Value : fresh;
    }

    public static AvailabilityState StateOf(DateOnly validFrom, DateOnly? validTo, DateOnly verifiedOn, DateTimeOffset? endedAt, DateOnly today, int days) =>
        endedAt is not null ? AvailabilityState.Ended
        : Until(validTo, verifiedOn, days) < today ? AvailabilityState.Unknown
        : validFrom > today ? AvailabilityState.Future
        : AvailabilityState.Current;
}
