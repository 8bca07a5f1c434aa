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
        select {AvailabilitySql.Columns}
        from   company_network_availability a
        where  a.ended_at is null and a.company_id in {Batches.Keys}
        """;

    private static readonly string Never = ContactOutcome.Never.Code();

    /// <summary>The administrator's weights.</summary>
    public async Task<MatchWeights> WeightsAsync(CancellationToken ct) => (await db.FindAsync<MatchSettingsRow>(MatchSettingsRow.Select, null, ct))!.Weights;

    /// <summary>The companies with their openings.</summary>
    public async Task<IReadOnlyList<(MatchedCompany Company, IReadOnlyList<MatchedOpening> Openings)>> ReadAsync(IReadOnlyList<CandidateRow> candidates, CancellationToken ct)
    {
        var today = clock.Today();
        var places = candidates.ToDictionary(candidate => candidate.Id, candidate => Municipalities.ByIstat(candidate.Municipality));
        var rows = (await db.QueryInBatchesAsync<Guid, AvailabilityRow>(SelectOpenings, candidates.Select(candidate => candidate.Id), new { Today = today }, ct)).ToLookup(row => row.CompanyId);
        var units = candidates.Select(candidate => new HostUnit(candidate.Id, places[candidate.Id]?.Province?.RegionName, candidate.PermanentStaff)).ToArray();
        var hosts = units.Length == 0 ? [] : (await mediator.Send(new DescribeHosts(units), ct)).ToDictionary(host => host.CompanyId);
        return [.. candidates.Select(candidate => (
            new MatchedCompany(
                candidate.Id, candidate.Name, candidate.Sector, places[candidate.Id], candidate.PermanentStaff, candidate.ArchivedAt is not null, candidate.DoNotCall,
                candidate.LastOutcome == Never, rows[candidate.Id].Select(row => (DateOnly?)row.VerifiedOn).Max(), hosts.GetValueOrDefault(candidate.Id)),
            (IReadOnlyList<MatchedOpening>)[.. rows[candidate.Id].Select(row => OpeningOf(row, today, options.AvailabilityDays))]))];
    }

    /// <summary>What matching sees of an availability: its free places, and what the duty asks.</summary>
    private static MatchedOpening OpeningOf(AvailabilityRow row, DateOnly today, int days) => new(
        row.Id, row.Free, row.Context, row.Duties, row.WeeklyHours, row.ValidTo, row.VerifiedOn, row.StateOn(today, days),
        row.Skills?.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [], OfferedHours.Of(WeekSlots.Read(row.Slots)),
        row.DrivingLicence, EffortOf(row.PhysicalEffort), row.Shifts, row.Interruptions is { } tolerance ? tolerance is not InterruptionTolerance.No : null);

    private static Effort? EffortOf(PhysicalEffort? effort) => effort switch
    {
        PhysicalEffort.Low => Effort.Low,
        PhysicalEffort.Medium => Effort.Medium,
        PhysicalEffort.High => Effort.High,
        _ => null,
    };
}
