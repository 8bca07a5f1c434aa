using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Internships.Allowances.Schemes;

/// <summary>A scheme pays internships of its own region and kind. One that names no region or kind pays any; the national one pays where a region has no rules of its own.
/// One for short days pays only where no day of the project is longer (Lombardia, DGR X/7763/2018: the reduced amount up to four hours a day).</summary>
internal static class SchemeFits
{
    /// <param name="scheme">The scheme.</param>
    /// <param name="region">Of the internship.</param>
    /// <param name="kind">Of the internship; null while it is not known.</param>
    /// <param name="nationalRules">The region has no rules of its own for that kind.</param>
    public static bool Holds(AllowanceScheme scheme, string region, InternshipKind? kind, bool nationalRules) => FitsRegion(scheme, region, nationalRules) && FitsKind(scheme, kind);

    /// <exception cref="FieldException"><c>allowance.scheme-region</c> or <c>allowance.scheme-kind</c> (422).</exception>
    public static void Check(AllowanceScheme scheme, string region, InternshipKind kind, bool nationalRules)
    {
        if (!FitsRegion(scheme, region, nationalRules))
        {
            throw new FieldException("schemeId", "allowance.scheme-region", new Words(
                "Lo schema «{0}» vale per {1}, il tirocinio si svolge in {2}: scegliere uno schema di quella regione, oppure correggere la regione nel progetto.",
                "The scheme «{0}» is of {1}, the internship takes place in {2}: choose a scheme of that region, or correct the region in the project.").With(scheme.Name, scheme.Region, region));
        }

        if (!FitsKind(scheme, kind))
        {
            throw new FieldException("schemeId", "allowance.scheme-kind", new Words(
                kind is InternshipKind.SocialInclusion
                    ? "Lo schema «{0}» vale per i tirocini extracurriculari, questo è di inclusione sociale: scegliere uno schema per quel tipo."
                    : "Lo schema «{0}» vale per i tirocini di inclusione sociale, questo è extracurriculare: scegliere uno schema per quel tipo.",
                kind is InternshipKind.SocialInclusion
                    ? "The scheme «{0}» is for extracurricular internships, this one is of social inclusion: choose a scheme for that kind."
                    : "The scheme «{0}» is for internships of social inclusion, this one is extracurricular: choose a scheme for that kind.").With(scheme.Name));
        }
    }

    /// <summary>Whether the days are as short as the scheme wants them.</summary>
    /// <param name="maxDailyHours">Of the scheme; null where it does not matter.</param>
    /// <param name="longestDay">Minutes of the longest day.</param>
    public static bool FitsDays(int? maxDailyHours, int longestDay) => maxDailyHours is not { } most || longestDay <= most * TimeUnits.MinutesInAnHour;

    /// <summary>What is wrong, with the way out.</summary>
    public static Words TooLong(string scheme, int? maxDailyHours, int longestDay, Words wayOut)
    {
        var found = new Words(
            "Lo schema «{0}» vale se nessun giorno supera {1} ore, e il giorno più lungo è di {2}.", "The scheme «{0}» holds where no day is longer than {1} hours, and the longest day is of {2}.")
            .With(scheme, maxDailyHours, WeeklyTime.OfDay(longestDay));
        return new($"{found.It} {wayOut.It}", $"{found.En} {wayOut.En}");
    }

    /// <param name="scheme">The scheme.</param>
    /// <param name="longestDay">Minutes of the longest day.</param>
    /// <exception cref="FieldException"><c>allowance.scheme-daily-hours</c> (422).</exception>
    public static void CheckDays(AllowanceScheme scheme, int longestDay)
    {
        if (!FitsDays(scheme.MaxDailyHours, longestDay))
        {
            throw new FieldException("schemeId", "allowance.scheme-daily-hours", TooLong(scheme.Name, scheme.MaxDailyHours, longestDay, new(
                "Scegliere uno schema senza questo limite, oppure accorciare i giorni nel progetto.", "Choose a scheme without this limit, or shorten the days in the project.")));
        }
    }

    /// <summary>The region as regions are called; schemes of before may have it in other letters.</summary>
    public static string? RegionOf(AllowanceScheme scheme) => Regions.Find(scheme.Region)?.Name ?? scheme.Region;

    private static bool FitsRegion(AllowanceScheme scheme, string region, bool nationalRules) =>
        scheme.Region is null || RegionOf(scheme) == region || (nationalRules && scheme.Region == RuleSetTable.National);

    private static bool FitsKind(AllowanceScheme scheme, InternshipKind? kind) => scheme.Kind is null || kind is null || scheme.Kind == kind;
}
