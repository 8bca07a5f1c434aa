using InclusionPlatform.Internships.Contracts;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Tells the internships of a case that began.</summary>
internal sealed class ListInternshipsOfCaseHandler(IDbSession db) : IRequestHandler<ListInternshipsOfCase, IReadOnlyList<InternshipOfCase>>
{
    private const string Select = """
        select id as InternshipId,
               case when state = 'active' then 1 else 0 end as Running,
               case when state = 'endedEarly' and outcome in ('interruptedByPerson', 'interruptedByHost', 'interruptedByService') then 1 else 0 end as Interrupted,
               starts_on as StartsOn, coalesce(ended_on, ends_on) as EndsOn, company_id as CompanyId, duties as Duties
        from   internships_internship
        where  case_id = @CaseId and state in ('active', 'ended', 'endedEarly')
        order by starts_on, id
        """;

    public Task<IReadOnlyList<InternshipOfCase>> Handle(ListInternshipsOfCase request, CancellationToken cancellationToken) =>
        db.QueryAsync<InternshipOfCase>(Select, new { request.CaseId }, cancellationToken);
}
