using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Contacts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.CompanyNetwork.Matching.Settings;
using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Shared.Reference;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>Reads what reasons and hard constraints look at, for many companies in a constant number of statements.</summary>
internal sealed class MatchBook(IDbSession db, IMediator mediator, CompanyNetworkOptions options, TimeProvider clock)
{
    private const string SelectOpenings = $"""
        select id as Id, company_id as CompanyId, places as Places, context as Context, duties as Duties, weekly_hours as WeeklyHours,
               valid_from as ValidFrom, valid_to as ValidTo, verified_on as VerifiedOn
        from   company_network_availability
        where  ended_at is null and company_id in {Batches.Keys}
        """;

    private static readonly string Never = ContactOutcome.Never.Code();

    /// <summary>The administrator's weights.</summary>
    public async Task<MatchWeights> WeightsAsync(CancellationToken ct) => (await db.FindAsync<MatchSettingsRow>(MatchSettingsRow.Select, null, ct))!.Weights;

    /// <summary>The companies with their openings.</summary>
    public async Task<IReadOnlyList<(MatchedCompany Company, IReadOnlyList<MatchedOpening> Openings)>> ReadAsync(IReadOnlyList<CandidateRow> candidates, CancellationToken ct)
    {
        var today = clock.Today();
        var places = candidates.ToDictionary(candidate => candidate.Id, candidate => Municipalities.ByIstat(candidate.Municipality));
        var rows = (await db.QueryInBatchesAsync<Guid, OpeningRow>(SelectOpenings, candidates.Select(candidate => candidate.Id), null, ct)).ToLookup(row => row.CompanyId);
        var units = candidates.Select(candidate => new HostUnit(candidate.Id, places[candidate.Id]?.Province?.RegionName, candidate.PermanentStaff)).ToArray();
        var hosts = units.Length == 0 ? [] : (await mediator.Send(new DescribeHosts(units), ct)).ToDictionary(host => host.CompanyId);
        return [.. candidates.Select(candidate => (
            new MatchedCompany(
                candidate.Id, candidate.Name, candidate.Sector, places[candidate.Id], candidate.PermanentStaff, candidate.ArchivedAt is not null, candidate.DoNotCall,
                candidate.LastOutcome == Never, rows[candidate.Id].Select(row => (DateOnly?)row.VerifiedOn).Max(), hosts.GetValueOrDefault(candidate.Id)),
            (IReadOnlyList<MatchedOpening>)[.. rows[candidate.Id].Select(row => OpeningOf(row, today, options.AvailabilityDays))]))];
    }

    private static MatchedOpening OpeningOf(OpeningRow row, DateOnly today, int days) => new(
        row.Id, row.Places, row.Context, row.Duties, row.WeeklyHours, row.ValidTo, row.VerifiedOn,
        AvailabilityCounts.StateOf(row.ValidFrom, row.ValidTo, row.VerifiedOn, null, today, days), [], [], null, null, null, null);

    private sealed record OpeningRow(
        Guid Id, Guid CompanyId, int Places, AvailabilityContext Context, string Duties, int? WeeklyHours, DateOnly ValidFrom, DateOnly? ValidTo, DateOnly VerifiedOn);
}
