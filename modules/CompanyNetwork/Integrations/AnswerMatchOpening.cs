using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.Matching;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Integrations;

/// <summary>Says how well an opening suits people of whom only functional criteria are told, by the same rules and weights that rank companies.</summary>
internal sealed class AnswerMatchOpening(IDbSession db, MatchBook book, TimeProvider clock) : IRequestHandler<MatchOpening, OpeningFits>
{
    private const string SelectCompany = """
        select c.id as Id, c.name as Name, c.sector as Sector, c.municipality as Municipality, c.permanent_staff as PermanentStaff, c.do_not_call as DoNotCall,
               c.last_outcome as LastOutcome, c.archived_at as ArchivedAt, c.available_until as AvailableUntil
        from   company_network_company c
        join   company_network_availability a on a.company_id = c.id
        where  a.id = @AvailabilityId and a.ended_at is null
        """;

    public async Task<OpeningFits> Handle(MatchOpening request, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync<CandidateRow>(SelectCompany, new { request.AvailabilityId }, cancellationToken) ?? throw new NotFoundException("availability", request.AvailabilityId);
        var (company, openings) = (await book.ReadAsync([row], cancellationToken))[0];
        var opening = openings.Single(open => open.Id == request.AvailabilityId);
        var weights = await book.WeightsAsync(cancellationToken);
        var today = clock.Today();
        return new(
            new(opening.Id, company.Id, company.Name, company.Place?.Name, opening.Duties, opening.Places, opening.WeeklyHours, opening.VerifiedOn, opening.State is AvailabilityState.Current),
            [.. request.Criteria.Select(wish => MatchScore.Of(new(wish, company, opening, null, today), weights))]);
    }
}
