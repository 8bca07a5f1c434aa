using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Selection.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>The ranking, explained line by line as far as whoever asks may know the person.</summary>
internal sealed record GetRanking(Guid ProgrammeId, Guid? CohortId) : IQuery<RankingView>;

internal static class GetRankingEndpoint
{
    public static void MapGetRanking(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/{programmeId:guid}/ranking", Handle)
        .WithName("getRanking")
        .WithSummary("Read the ranking of a programme's selection, explained; each explanation read is logged")
        .RequireRight(BeneficiariesModule.ReadProgrammes);

    private static async Task<VersionedOk<RankingView>> Handle(Guid programmeId, Guid? cohortId, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetRanking(programmeId, cohortId), ct));
}

internal sealed class GetRankingHandler(CohortDesk desk, RankingDesk ranking, SensitiveFields sensitive, IAuditTrail audit) : IRequestHandler<GetRanking, RankingView>
{
    public async Task<RankingView> Handle(GetRanking request, CancellationToken cancellationToken)
    {
        var cohort = await desk.FindAsync(request.ProgrammeId, request.CohortId, cancellationToken);
        var candidates = await desk.CandidatesAsync(request.ProgrammeId, cohort.Id, cancellationToken);
        var ranked = cohort.State is CohortState.Frozen
            ? candidates.Where(one => one.Position is not null).OrderBy(one => one.Position).Select(Frozen)
            : (await ranking.OrderAsync(cohort, candidates, await desk.CriteriaAsync(cohort.Id, cancellationToken), await desk.CategoriesAsync(request.ProgrammeId, cancellationToken), cancellationToken))
                .Select((one, index) => Shown(one.Scored.Candidate, index + 1, one.Scored.Points, one.Scored.Lines, one.TieBreak, one.Scored.Eligible));
        var items = ranked.ToArray();
        var listed = items.Select(item => item.Id).ToHashSet();
        var taken = candidates.Count(one => one.State is CandidateState.Selected or CandidateState.Enrolled);
        return new(
            cohort.Id, cohort.RankingVersion, cohort.State, cohort.Places, Math.Max(0, cohort.Places - taken), cohort.HeldOn,
            [.. items, .. candidates.Where(one => !listed.Contains(one.Id)).Select(one => Shown(one, null, one.Points ?? 0, [], null, null))]);
    }

    private RankedCandidate Frozen(KeptCandidate candidate)
    {
        // The explanation of who became anonymous is gone with the person; points and place stay.
        var kept = candidate.Anonymised == true || desk.SightOf(candidate) is Sight.None ? null : sensitive.Open<FrozenLines>(candidate.LinesCipher);
        return Shown(candidate, candidate.Position, candidate.Points!.Value, kept?.Lines ?? [], kept?.TieBreak, kept?.Eligible);
    }

    private RankedCandidate Shown(KeptCandidate candidate, int? position, int points, IReadOnlyList<ScoreLine> lines, TieBreak? tieBreak, bool? eligible)
    {
        var sight = desk.SightOf(candidate);
        if (sight is Sight.None)
        {
            return new(candidate.Id, candidate.Number, position, points, candidate.State, sight, null, null, null, null, 0, null, null);
        }

        var full = sight is Sight.Full;
        if (full && lines.Count > 0)
        {
            audit.Reads(candidate.PersonId is null ? "referral" : "beneficiary", candidate.PersonId ?? candidate.ReferralId!.Value, "read-ranking");
        }

        var open = lines.Where(line => full || !SelectionScore.Reserved(line.Criterion)).Select(line => full ? line : line with { Reason = null }).ToArray();
        return new(
            candidate.Id, candidate.Number, position, points, candidate.State, sight, desk.DisplayNameOf(candidate), candidate.PersonId, candidate.PersonId is null ? candidate.ReferralId : null, open,
            points - open.Sum(line => line.Points), tieBreak, full ? eligible : null);
    }
}
