using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Course.Rules;

/// <summary>
/// What was communicated at the start holds until something else is: an extension, or an end that a suspension moved, is communicated once the internship lasts beyond the day that was known, an end is communicated when it is another
/// day than the one that was known (D.L. 510/1996, art. 9-bis; D.Lgs. 181/2000, art. 4-bis).
/// </summary>
internal static class ChangeIsCommunicated
{
    /// <summary>By when the end is communicated; null when it is the last day planned, which start and extension told, or the one that was known before an extension that nobody communicated.</summary>
    /// <param name="host">It decides the deadline.</param>
    /// <param name="endedOn">The day on which it really ended.</param>
    /// <param name="endsOn">The last day that was planned, or a later one that had been communicated.</param>
    /// <param name="extendedFrom">The last day before the first extension that is not communicated, if there is one.</param>
    public static DateOnly? CessationDueOn(HostType host, DateOnly endedOn, DateOnly endsOn, DateOnly? extendedFrom) =>
        endedOn == endsOn || endedOn == extendedFrom ? null : CommunicationIsSent.DeadlineOfChange(host, endedOn);

    /// <summary>An extension that never came to be used is not communicated.</summary>
    public static bool ExtensionIsDue(DateOnly endedBefore, DateOnly lastDay) => lastDay > endedBefore;
}
