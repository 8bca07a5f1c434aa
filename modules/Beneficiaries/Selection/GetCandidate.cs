using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>A candidate with the body, the consent and the story. Who has no need to know reads what happened and when, without words.</summary>
internal sealed record GetCandidate(Guid ProgrammeId, Guid Id) : IQuery<CandidateView>;

internal static class GetCandidateEndpoint
{
    public static void MapGetCandidate(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/{programmeId:guid}/candidates/{id:guid}", Handle)
        .WithName("getCandidate")
        .WithSummary("Read a candidate's story; logged for who reads all of it")
        .RequireRight(BeneficiariesModule.ReadProgrammes);

    private static async Task<VersionedOk<CandidateView>> Handle(Guid programmeId, Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetCandidate(programmeId, id), ct));
}

internal sealed class GetCandidateHandler(IDbSession db, CohortDesk desk, SensitiveFields sensitive, IMediator mediator, IColleagues colleagues, IAuditTrail audit) : IRequestHandler<GetCandidate, CandidateView>
{
    private const string SelectStory = "select kind as Kind, note_cipher as Note, actor_id as ActorId, happened_at as HappenedAt from beneficiaries_candidate_event where candidate_id = @Id order by happened_at, id";

    public async Task<CandidateView> Handle(GetCandidate request, CancellationToken cancellationToken)
    {
        var candidate = await desk.CandidateAsync(request.ProgrammeId, request.Id, cancellationToken);
        var sight = desk.SightOf(candidate);
        var full = sight is Sight.Full;
        var story = await db.QueryAsync<StoryRow>(SelectStory, new { request.Id }, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        string? body = null;
        if (full)
        {
            audit.Reads(candidate.PersonId is null ? "referral" : "beneficiary", candidate.PersonId ?? candidate.ReferralId!.Value, "read-candidate");
            body = (await mediator.Send(new DescribePartnerBodies([sensitive.OpenId(candidate.BodyCipher)]), cancellationToken)).SingleOrDefault()?.Name;
        }

        var seen = sight is not Sight.None;
        return new(
            candidate.Id, candidate.Version, candidate.Number, candidate.State, sight, seen ? desk.DisplayNameOf(candidate) : null, seen ? candidate.PersonId : null,
            seen && candidate.PersonId is null ? candidate.ReferralId : null, body, candidate.ProposedOn, full ? candidate.ConsentOn : null, full ? candidate.ConsentKind : null,
            [.. story.Select(row => new CandidateStory(row.Kind, row.HappenedAt, full ? names.GetValueOrDefault(row.ActorId) : null, full ? sensitive.OpenText(row.Note) : null))]);
    }

    private sealed record StoryRow(CandidateEventKind Kind, string? Note, Guid ActorId, DateTimeOffset HappenedAt);
}
