using InclusionPlatform.Beneficiaries.Scoring;

namespace InclusionPlatform.Beneficiaries.Selection.Rules;

/// <summary>What of a candidate the criteria look at; null is what nobody knows. Categories are those attested on the day, null where there is no file to hold attestations.</summary>
internal sealed record SelectionFacts(
    int? MinorChildren, bool? SingleParent, DateOnly? UnemployedSince, DateOnly BirthDate, bool Woman, string? Education, IReadOnlySet<string>? Categories, bool? HousingExclusion);

/// <summary>Points given by hand.</summary>
internal sealed record HandPoints(string Key, int Points, string? Reason);

/// <summary>The points of a candidate, one line for each declared criterion: from the file where it knows, by hand with a reason where it does not.</summary>
internal static class SelectionScore
{
    /// <summary>The key under which somebody says by hand that a candidate without a file is eligible.</summary>
    public const string Eligibility = "eligibility";

    public static IReadOnlyList<ScoreLine> Of(SelectionFacts facts, IEnumerable<DeclaredCriterion> criteria, IReadOnlyList<string> programmeCategories, IReadOnlyList<HandPoints> byHand, DateOnly today) =>
        [.. criteria.Select(criterion => Line(criterion, Holds(criterion, facts, programmeCategories, today), byHand.FirstOrDefault(hand => hand.Key == criterion.Key)))];

    /// <summary>Whether the programme is for this candidate; null where nobody knows yet.</summary>
    public static bool? Eligible(SelectionFacts facts, IReadOnlyList<string> programmeCategories, IReadOnlyList<HandPoints> byHand) =>
        programmeCategories.Count == 0 ? true
        : facts.Categories is { } attested ? programmeCategories.Any(attested.Contains)
        : byHand.FirstOrDefault(hand => hand.Key == Eligibility) is { } said ? said.Points > 0 : null;

    /// <summary>Which lines come of what only the équipe reads: attestations, housing, and whatever is judged by hand.</summary>
    public static bool Reserved(SelectionCriterion criterion) => criterion is SelectionCriterion.DisadvantageCategory or SelectionCriterion.HousingExclusion or SelectionCriterion.Judged;

    private static ScoreLine Line(DeclaredCriterion criterion, bool? holds, HandPoints? hand)
    {
        var (points, basis) = holds switch
        {
            true => (criterion.Points, ScoreBasis.Met),
            false => (0, ScoreBasis.NotMet),

            // Points by hand stay within what is declared now.
            null => hand is null ? (0, ScoreBasis.Unknown) : (Math.Min(hand.Points, criterion.Points), ScoreBasis.ByHand),
        };
        return new(criterion.Key, criterion.Criterion, criterion.Argument, criterion.Points, points, basis, basis is ScoreBasis.ByHand ? hand!.Reason : null);
    }

    private static bool? Holds(DeclaredCriterion criterion, SelectionFacts facts, IReadOnlyList<string> programmeCategories, DateOnly today) => criterion.Criterion switch
    {
        SelectionCriterion.ParentOfMinors => PersonCriteria.ParentOfMinors(facts.MinorChildren),
        SelectionCriterion.SingleParent => PersonCriteria.SingleParent(facts.SingleParent, facts.MinorChildren),
        SelectionCriterion.LongUnemployed => PersonCriteria.WithoutWorkFor(CriterionArgument.Months(criterion.Argument)!.Value, facts.UnemployedSince, today),
        SelectionCriterion.DisadvantageCategory => facts.Categories is { } attested
            ? criterion.Argument is { } category ? attested.Contains(category) : programmeCategories.Any(attested.Contains)
            : null,
        SelectionCriterion.AgeBand => InBand(CriterionArgument.Ages(criterion.Argument)!.Value, facts.BirthDate, today),
        SelectionCriterion.HousingExclusion => facts.HousingExclusion,
        SelectionCriterion.Woman => facts.Woman,
        SelectionCriterion.LowEducation => facts.Education is { } level ? level is "0" or "1" or "2" : null,
        _ => null,
    };

    private static bool InBand((int From, int To) ages, DateOnly birth, DateOnly today) => !PersonCriteria.Under(ages.From, birth, today) && PersonCriteria.Under(ages.To + 1, birth, today);
}
