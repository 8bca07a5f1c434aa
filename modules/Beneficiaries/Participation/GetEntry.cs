using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Selection;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>What is known of a candidate's entry into the programme, so that only the rest is asked.</summary>
internal sealed record GetEntry(Guid ProgrammeId, Guid CandidateId) : IQuery<EntryView>;

internal static class GetEntryEndpoint
{
    public static void MapGetEntry(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/{programmeId:guid}/candidates/{id:guid}/entry", Handle)
        .WithName("getEntry")
        .WithSummary("Read what the file knows of a candidate's entry into the programme; équipe only, logged")
        .RequireRight(BeneficiariesModule.Write);

    private static Task<EntryView> Handle(Guid programmeId, Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetEntry(programmeId, id), ct);
}

internal sealed class GetEntryHandler(IDbSession db, CohortDesk cohorts, ParticipationDesk desk, IAuditTrail audit, TimeProvider clock) : IRequestHandler<GetEntry, EntryView>
{
    private const string CountBefore = "select count(*) from beneficiaries_participation where programme_id = @ProgrammeId and beneficiary_id = @PersonId";

    public async Task<EntryView> Handle(GetEntry request, CancellationToken cancellationToken)
    {
        var candidate = await cohorts.CandidateAsync(request.ProgrammeId, request.CandidateId, cancellationToken);
        cohorts.DemandFull(candidate);
        var personId = candidate.PersonId ?? throw EnrolParticipantHandler.NotOnFile();
        audit.Reads("beneficiary", personId, "read-participation");
        var cohort = await cohorts.FindAsync(request.ProgrammeId, candidate.CohortId, cancellationToken);
        var (person, known) = await desk.EntryAsync(personId, cancellationToken);
        var returning = await db.ScalarAsync<int>(CountBefore, new { request.ProgrammeId, PersonId = personId }, cancellationToken) > 0;
        return new(person.Gender, GetBeneficiaryHandler.AgeOn(person.BirthDate, clock.Today()), known, returning, cohort.ProgrammeStartsOn, cohort.ProgrammeEndsOn);
    }
}
