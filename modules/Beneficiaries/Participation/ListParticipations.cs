using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Participation.Rules;
using InclusionPlatform.Beneficiaries.Selection;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>Who takes part in a programme; names only for who may see the person.</summary>
internal sealed record ListParticipations(Guid ProgrammeId) : IQuery<IReadOnlyList<ListedParticipation>>;

/// <summary>The participations of a person.</summary>
internal sealed record ListPersonParticipations(Guid Id) : IQuery<IReadOnlyList<PersonParticipation>>;

internal static class ListParticipationsEndpoint
{
    public static void MapListParticipations(this IEndpointRouteBuilder programmes, IEndpointRouteBuilder beneficiaries)
    {
        programmes
            .MapGet("/{programmeId:guid}/participations", OfProgramme)
            .WithName("listParticipations")
            .WithSummary("List who takes part in a programme; names only with need to know")
            .RequireRight(BeneficiariesModule.ReadProgrammes);
        beneficiaries
            .MapGet("/{id:guid}/participations", OfPerson)
            .WithName("listPersonParticipations")
            .WithSummary("Read the programmes that a person takes or took part in, with the results; équipe only, logged")
            .RequireRight(BeneficiariesModule.Read);
    }

    private static Task<IReadOnlyList<ListedParticipation>> OfProgramme(Guid programmeId, IMediator mediator, CancellationToken ct) => mediator.Send(new ListParticipations(programmeId), ct);

    private static Task<IReadOnlyList<PersonParticipation>> OfPerson(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListPersonParticipations(id), ct);
}

internal sealed class ListParticipationsHandler(IDbSession db, CohortDesk cohorts, ParticipationDesk desk, NeedToKnow needToKnow, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ListParticipations, IReadOnlyList<ListedParticipation>>, IRequestHandler<ListPersonParticipations, IReadOnlyList<PersonParticipation>>
{
    private const string Count = "select count(*) from beneficiaries_programme where id = @ProgrammeId";

    public async Task<IReadOnlyList<ListedParticipation>> Handle(ListParticipations request, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(Count, new { request.ProgrammeId }, cancellationToken) == 0)
        {
            throw new NotFoundException("programme");
        }

        var rows = await desk.AllAsync(request.ProgrammeId, null, cancellationToken);
        var candidates = rows.Count == 0 ? [] : (await cohorts.CandidatesAsync(request.ProgrammeId, null, cancellationToken)).ToDictionary(one => one.Id);
        var today = clock.Today();
        return [.. rows.Select(row =>
        {
            var candidate = candidates[row.CandidateId];
            var sight = cohorts.SightOf(candidate);
            var seen = sight is not Sight.None;
            return new ListedParticipation(
                row.Id, row.Version, candidate.Number, sight, seen ? cohorts.DisplayNameOf(candidate) : null, seen ? row.PersonId : null, row.EnteredOn, row.LeftOn,
                LeavingFacts.LeavingState(row.LeftOn, row.Situation), LeavingFacts.SixMonthsState(row.LeftOn, row.SixMonthsSituation, today));
        })];
    }

    public async Task<IReadOnlyList<PersonParticipation>> Handle(ListPersonParticipations request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.Id, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.Id, "read-participation");
        var today = clock.Today();
        return [.. (await desk.AllAsync(null, request.Id, cancellationToken)).Select(row => new PersonParticipation(
            row.Id, row.Version, row.ProgrammeId, row.ProgrammeName, row.EnteredOn, row.LeftOn, row.Situation, row.Qualification, row.SixMonthsSituation, row.Improved,
            LeavingFacts.LeavingState(row.LeftOn, row.Situation), LeavingFacts.SixMonthsState(row.LeftOn, row.SixMonthsSituation, today)))];
    }
}
