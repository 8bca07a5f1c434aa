using InclusionPlatform.Beneficiaries.Access;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>Who was proposed, by number: names only of those whom one may see.</summary>
internal sealed record ListCandidates(Guid ProgrammeId, Guid? CohortId) : IQuery<IReadOnlyList<ListedCandidate>>;

/// <summary>A candidate in the list.</summary>
/// <param name="Number">The candidate's number in the selection.</param>
internal sealed record ListedCandidate(Guid Id, int Number, CandidateState State, DateOnly ProposedOn, Sight Sight, string? DisplayName, Guid? BeneficiaryId, Guid? ReferralId);

internal static class ListCandidatesEndpoint
{
    public static void MapListCandidates(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/{programmeId:guid}/candidates", Handle)
        .WithName("listCandidates")
        .WithSummary("List the candidates of a programme's selection; names only with need to know")
        .RequireRight(BeneficiariesModule.ReadProgrammes);

    private static Task<IReadOnlyList<ListedCandidate>> Handle(Guid programmeId, Guid? cohortId, IMediator mediator, CancellationToken ct) => mediator.Send(new ListCandidates(programmeId, cohortId), ct);
}

internal sealed class ListCandidatesHandler(CohortDesk desk) : IRequestHandler<ListCandidates, IReadOnlyList<ListedCandidate>>
{
    public async Task<IReadOnlyList<ListedCandidate>> Handle(ListCandidates request, CancellationToken cancellationToken)
    {
        var cohort = await desk.FindAsync(request.ProgrammeId, request.CohortId, cancellationToken);
        return [.. (await desk.CandidatesAsync(request.ProgrammeId, cohort.Id, cancellationToken)).Select(candidate =>
        {
            var sight = desk.SightOf(candidate);
            return new ListedCandidate(
                candidate.Id, candidate.Number, candidate.State, candidate.ProposedOn, sight, sight is Sight.None ? null : desk.DisplayNameOf(candidate), sight is Sight.None ? null : candidate.PersonId,
                sight is Sight.None || candidate.PersonId is not null ? null : candidate.ReferralId);
        })];
    }
}
