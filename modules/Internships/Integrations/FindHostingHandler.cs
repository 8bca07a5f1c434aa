using InclusionPlatform.Internships.Contracts;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Counts a host's internships; its quota is that of the ordinary ones, by the region's figures in force today.</summary>
internal sealed class FindHostingHandler(IDbSession db, RuleSetTable ruleSets, TimeProvider clock) : IRequestHandler<FindHosting, Hosting>
{
    private const string Count = """
        select coalesce(sum(case when state in ('active', 'ended', 'endedEarly') then 1 else 0 end), 0) as Hosted,
               coalesce(sum(case when state = 'active' then 1 else 0 end), 0) as Running,
               coalesce(sum(case when outcome = 'hiredByHost' then 1 else 0 end), 0) as Hired,
               coalesce(sum(case when state = 'proposed' and (to_sign_at is not null or (signed_by_person_on is not null and signed_by_host_on is not null and signed_by_promoter_on is not null))
                                 then 1 else 0 end), 0) as Starting
        from   internships_internship
        where  company_id = @CompanyId and state in ('proposed', 'active', 'ended', 'endedEarly')
        """;

    public async Task<Hosting> Handle(FindHosting request, CancellationToken cancellationToken)
    {
        var counts = (await db.FindAsync<Counts>(Count, new { request.CompanyId }, cancellationToken))!;
        var sets = request.PermanentStaff is null ? [] : await ruleSets.AllAsync(cancellationToken);
        var figures = RuleSetTable.Choose(sets, request.Region ?? RuleSetTable.National, InternshipKind.Extracurricular, clock.Today());
        return new(counts.Hosted, counts.Running, counts.Hired, request.PermanentStaff is { } staff && figures is not null ? HostQuota.Allowed(staff, figures) : null, counts.Starting);
    }

    private sealed record Counts(int Hosted, int Running, int Hired, int Starting);
}
