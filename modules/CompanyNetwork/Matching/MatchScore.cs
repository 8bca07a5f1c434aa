using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.Matching.Rules;
using InclusionPlatform.CompanyNetwork.Matching.Settings;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>How well one company suits one wish: by the opening that suits best, or without one when none counts today.</summary>
internal static class MatchScore
{
    /// <summary>The points with every reason, and what excludes.</summary>
    public static Fit Of(MatchFacts facts, MatchWeights weights)
    {
        var reasons = MatchReasons.Of(facts, weights);
        var bars = HardConstraint.All
            .Select(constraint => (constraint.Code, Words: constraint.Broken(facts)))
            .Where(broken => broken.Words is not null)
            .Select(broken => new MatchReason(broken.Code, broken.Words!.ToString(), 0, 0, null));
        return new(reasons.Sum(reason => reason.Points), reasons, [.. bars]);
    }

    /// <summary>The best of the company's openings that count: one that nothing excludes before the others, then by points.</summary>
    public static (MatchFacts Facts, Fit Fit) Best(FunctionalCriteria wish, MatchedCompany company, IEnumerable<MatchedOpening> openings, string? kind, DateOnly today, MatchWeights weights) => openings
        .Where(opening => opening.State is AvailabilityState.Current or AvailabilityState.Future)
        .Cast<MatchedOpening?>()
        .DefaultIfEmpty(null)
        .Select(opening => new MatchFacts(wish, company, opening, kind, today))
        .Select(facts => (Facts: facts, Fit: Of(facts, weights)))
        .OrderBy(match => match.Fit.Bars.Count)
        .ThenByDescending(match => match.Fit.Score)
        .First();
}
