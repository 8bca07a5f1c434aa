namespace InclusionPlatform.Internships.Links;

/// <summary>Until when a personal link counts.</summary>
internal static class LinkLife
{
    /// <summary>To the last second of that day in Italy: people are told the day, and one that closes during it turns away who was in time.</summary>
    public static DateTimeOffset ThroughTheDay(DateTimeOffset instant) => instant.InItaly().EndInItaly().AddSeconds(-1);
}
