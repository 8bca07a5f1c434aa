using InclusionPlatform.CompanyNetwork.Sites;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Whether L. 68/99 asks anything of a company.</summary>
internal enum ObligationState
{
    /// <summary>Nobody knows how many work there.</summary>
    Unknown,

    /// <summary>Fewer than fifteen.</summary>
    NotBound,

    /// <summary>It must employ people with disabilities.</summary>
    Bound,
}

/// <summary>What L. 68/99 asks of a company.</summary>
/// <param name="State">Whether it is bound.</param>
/// <param name="Staff">The staff counted.</param>
/// <param name="Places">How many people with disabilities it must employ.</param>
/// <param name="Percent">The share by which the places were counted; null where the law gives a number.</param>
/// <param name="OnlyTechnicalStaff">Of bodies without profit only technical and administrative staff counts (art. 3 c. 3), so the figure may be too high.</param>
/// <param name="Act">The act and article.</param>
internal sealed record Obligation(ObligationState State, int? Staff, int Places, int? Percent, bool OnlyTechnicalStaff, string Act);

/// <summary>From fifteen employees on a company employs people with disabilities: one up to 35, two up to 50, then seven per cent; fractions above one half count as one (art. 4 c. 1).</summary>
internal static class TargetedPlacementQuota
{
    public const string Act = "L. 12-3-1999, n. 68, artt. 3 e 4";

    public static Obligation Of(CompanyKind kind, int? staff)
    {
        var technical = kind is not CompanyKind.Company and not CompanyKind.PublicBody;
        return staff switch
        {
            null => new(ObligationState.Unknown, null, 0, null, technical, Act),
            < 15 => new(ObligationState.NotBound, staff, 0, null, technical, Act),
            <= 35 => new(ObligationState.Bound, staff, 1, null, technical, Act),
            <= 50 => new(ObligationState.Bound, staff, 2, null, technical, Act),
            { } many => new(ObligationState.Bound, staff, Share(many), 7, technical, Act),
        };
    }

    /// <summary>The permanent staff of all sites; the company's own figure when its sites were not read.</summary>
    public static int? StaffOf(IReadOnlyList<Site> sites, int? ofTheMainSite)
    {
        var known = sites.Where(site => site.PermanentStaff is not null).ToArray();
        return known.Length == 0 ? ofTheMainSite : known.Sum(site => site.PermanentStaff!.Value);
    }

    // 7 % of 58 is 4.06, so 4; of 51 is 3.57, so 4; of 50 exactly one half would not count.
    private static int Share(int staff) => (staff * 7 / 100) + (staff * 7 % 100 > 50 ? 1 : 0);
}
