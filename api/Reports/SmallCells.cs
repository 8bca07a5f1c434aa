namespace InclusionPlatform.Api.Reports;

/// <summary>
/// What is not told to whoever does not work with people, of the service or not: counts of people under 5, and what would give them away by subtraction (their complement, and among the sectors
/// as many of the next smallest as it takes).
/// </summary>
internal static class SmallCells
{
    public const int Least = 5;

    public static AnnualReport Hide(AnnualReport report)
    {
        var hidden = new List<string>();
        int? Told(string field, int? count, bool tell)
        {
            if (!tell)
            {
                hidden.Add(field);
            }

            return tell ? count : null;
        }

        var (all, participants) = (report.InternshipsActivated ?? 0, report.TrainingParticipants ?? 0);
        var leftOut = report.InternshipsLeftOut ?? 0;
        // What a part leaves of the whole is some others and those who are in no part: neither may be small.
        bool MayTell(int? part) => MayTellPart(part ?? 0, all) && MayTellPart(part ?? 0, all - leftOut);
        var sectors = HiddenSectors(report.InternshipsBySector);
        var shown = report with
        {
            InternshipsActivated = Told("internshipsActivated", all, !IsSmall(all)),
            InternshipsForWomen = Told("internshipsForWomen", report.InternshipsForWomen, MayTell(report.InternshipsForWomen)),
            InternshipsFromAddictionServices = Told("internshipsFromAddictionServices", report.InternshipsFromAddictionServices, MayTell(report.InternshipsFromAddictionServices)),
            InternshipsLeftOut = Told("internshipsLeftOut", leftOut, MayTellPart(leftOut, all)),
            InternshipsBySector = [.. report.InternshipsBySector.Select(one => one with { Count = Told($"internshipsBySector.{one.Sector}", one.Count, !sectors.Contains(one.Sector)) })],
            TrainingParticipants = Told("trainingParticipants", participants, !IsSmall(participants)),
            HiredAfterTraining = Told("hiredAfterTraining", report.HiredAfterTraining, MayTellPart(report.HiredAfterTraining ?? 0, participants)),
        };
        return shown with { Suppressed = hidden };
    }

    /// <summary>Nobody is no person to be recognised; one to four are.</summary>
    private static bool IsSmall(int count) => count is > 0 and < Least;

    /// <summary>A part is told when neither it nor what it leaves of the whole is small, and the whole is told.</summary>
    private static bool MayTellPart(int part, int whole) => !IsSmall(whole) && !IsSmall(part) && !IsSmall(whole - part);

    // The sectors add up to the whole: what is hidden must be two at least and five people at least.
    private static HashSet<string> HiddenSectors(IReadOnlyList<ReportedSector> sectors)
    {
        var hidden = new HashSet<string>();
        var people = 0;
        foreach (var sector in sectors.Where(one => one.Count > 0).OrderBy(one => one.Count))
        {
            if (!IsSmall(sector.Count!.Value) && (hidden.Count == 0 || (hidden.Count > 1 && people >= Least)))
            {
                break;
            }

            hidden.Add(sector.Sector);
            people += sector.Count.Value;
        }

        return hidden;
    }
}
