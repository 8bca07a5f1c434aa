using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Tells the page of a company what happens and happened there. Rows pass the need to know of the internships' own list; without the right to read internships there are none.</summary>
internal sealed class ListInternshipsAtHostHandler(IDbSession db, InternshipQuery internships, IAuditTrail audit, ICurrentUser user) : IRequestHandler<ListInternshipsAtHost, InternshipsAtHost>
{
    private const string Count = """
        select coalesce(sum(case when state = 'proposed' and (to_sign_at is not null or (signed_by_person_on is not null and signed_by_host_on is not null and signed_by_promoter_on is not null))
                                 then 1 else 0 end), 0) as Starting,
               coalesce(sum(case when state = 'active' then 1 else 0 end), 0) as Running,
               coalesce(sum(case when state in ('ended', 'endedEarly') then 1 else 0 end), 0) as Ended,
               coalesce(sum(case when state = 'endedEarly' then 1 else 0 end), 0) as Interrupted,
               coalesce(sum(case when outcome = 'hiredByHost' then 1 else 0 end), 0) as HiredByHost
        from   internships_internship
        where  company_id = @CompanyId
        """;

    public async Task<InternshipsAtHost> Handle(ListInternshipsAtHost request, CancellationToken cancellationToken)
    {
        var counts = (await db.FindAsync<Counts>(Count, new { request.CompanyId }, cancellationToken))!;
        var (seen, people) = (new List<InternshipAtHost>(), new List<Guid>());
        if (user.Has(InternshipsModule.Read))
        {
            await foreach (var (row, whose, _) in internships.ReadAsync(new(CompanyId: request.CompanyId, Order: InternshipOrder.StartsOnDescending), null, cancellationToken))
            {
                seen.Add(new(row.Id, whose.DisplayName, row.Stage.Code(), row.StartsOn, row.LastDay, row.Outcome?.Code()));
                people.Add(whose.BeneficiaryId);
                if (seen.Count > request.Most)
                {
                    break;
                }
            }

            if (people.Count > 0)
            {
                audit.Lists("beneficiary", people.Take(request.Most), "list-internships");
            }
        }

        return new(counts.Starting, counts.Running, counts.Ended, counts.Interrupted, counts.HiredByHost, [.. seen.Take(request.Most)], seen.Count > request.Most);
    }

    private sealed record Counts(int Starting, int Running, int Ended, int Interrupted, int HiredByHost);
}
