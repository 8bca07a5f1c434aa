using InclusionPlatform.Beneficiaries.Attestations;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.PersonFile.Rules;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.Selection.Rules;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>A candidate with the points.</summary>
internal sealed record ScoredCandidate(KeptCandidate Candidate, IReadOnlyList<ScoreLine> Lines, int Points, bool? Eligible, RankingKey Key);

/// <summary>What of a candidate is kept when the ranking is fixed.</summary>
internal sealed record FrozenLines(IReadOnlyList<ScoreLine> Lines, TieBreak? TieBreak, bool? Eligible);

/// <summary>
/// Gives everybody of a selection their points. Part of the facts is encrypted, so this is done here and not in the query: some hundreds of candidates at most, in a
/// constant number of statements (one for each fifty people more).
/// </summary>
internal sealed class RankingDesk(IDbSession db, SensitiveFields sensitive, TimeProvider clock)
{
    private const string SelectAttested = $"""
        select beneficiary_id as PersonId, details_cipher as Details
        from   beneficiaries_attestation
        where  valid_from <= @Today and (valid_to is null or valid_to >= @Today) and beneficiary_id in {Batches.Keys}
        """;

    private const string SelectHouseholds = $"""
        select beneficiary_id as PersonId, details_cipher as Details
        from   beneficiaries_person_section
        where  section = 'household' and beneficiary_id in {Batches.Keys}
        """;

    private const string SelectByHand = """
        select h.candidate_id as CandidateId, h.criterion_key as CriterionKey, h.points as Points, h.reason_cipher as Reason
        from   beneficiaries_candidate_points h
        join   beneficiaries_candidate d on d.id = h.candidate_id
        where  d.cohort_id = @CohortId
        """;

    /// <summary>Everybody who is not out, in order, with what decided towards the one before.</summary>
    public async Task<IReadOnlyList<(ScoredCandidate Scored, TieBreak? TieBreak)>> OrderAsync(
        KeptCohort cohort, IReadOnlyList<KeptCandidate> candidates, IReadOnlyList<DeclaredCriterion> criteria, IReadOnlyList<string> categories, CancellationToken ct)
    {
        var order = new RankingOrder(cohort.TieBreaks);
        var scored = (await ScoreAsync(cohort.Id, [.. candidates.Where(one => one.State is CandidateState.Proposed)], criteria, categories, ct)).OrderBy(one => one.Key, order).ToArray();
        return [.. scored.Select((one, index) => (one, index == 0 ? null : order.Between(scored[index - 1].Key, one.Key)))];
    }

    public async Task<IReadOnlyList<ScoredCandidate>> ScoreAsync(
        Guid cohortId, IReadOnlyList<KeptCandidate> candidates, IReadOnlyList<DeclaredCriterion> criteria, IReadOnlyList<string> categories, CancellationToken ct)
    {
        var today = clock.Today();
        var people = candidates.Where(one => one.Anonymised != true).Select(one => one.PersonId).OfType<Guid>().ToArray();
        var attested = (await db.QueryInBatchesAsync<Guid, SealedRow>(SelectAttested, people, new { Today = today }, ct))
            .ToLookup(row => row.PersonId, row => sensitive.Open<AttestationDetails>(row.Details)!.Category);
        var households = (await db.QueryInBatchesAsync<Guid, SealedRow>(SelectHouseholds, people, null, ct)).ToDictionary(row => row.PersonId, row => sensitive.Open<HouseholdDetails>(row.Details)!.Housing);
        var byHand = (await db.QueryAsync<HandRow>(SelectByHand, new { CohortId = cohortId }, ct)).ToLookup(row => row.CandidateId);
        return [.. candidates.Select(candidate =>
        {
            HandPoints[] hand = [.. byHand[candidate.Id].Select(row => new HandPoints(row.CriterionKey, row.Points, sensitive.OpenText(row.Reason)))];
            var facts = candidate.PersonId is { } person
                ? new SelectionFacts(
                    candidate.MinorChildren, candidate.SingleParent, candidate.UnemployedSince, candidate.BirthDate!.Value, candidate.Gender == People.Gender.Woman.Code(), candidate.Education,
                    attested[person].ToHashSet(), households.TryGetValue(person, out var housing) ? HousingExclusion.Counts(housing) : null)
                : OfReferral(sensitive.Open<ReferralContent>(candidate.ReferralContent)!.Person);
            var lines = SelectionScore.Of(facts, criteria, categories, hand, today);
            var points = lines.Sum(line => line.Points);
            return new ScoredCandidate(
                candidate, lines, points, SelectionScore.Eligible(facts, categories, hand),
                new(candidate.Number, points, facts.MinorChildren, facts.UnemployedSince, facts.BirthDate, candidate.ProposedOn));
        })];
    }

    private static SelectionFacts OfReferral(PersonDetails person) => new(
        person.MinorChildren, person.SingleParent, person.UnemployedSince, person.BirthDate!.Value, (person.Gender ?? (person.Sex is Sex.Female ? Gender.Woman : Gender.Man)) is Gender.Woman,
        person.Education, null, null);

    private sealed record SealedRow(Guid PersonId, string Details);

    private sealed record HandRow(Guid CandidateId, string CriterionKey, int Points, string? Reason);
}
