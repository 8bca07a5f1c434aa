using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Closing.Rules;
using MediatR;

namespace InclusionPlatform.Internships.Closing;

/// <summary>Companies to be asked whether they hired, a month after the end, until they have answered.</summary>
internal sealed class DueHirings(IDbSession db, IMediator mediator) : IDueWorkSource
{
    private const int MostTasks = 20, LongestDays = 120;

    private const string Select = """
        select internship.id as Id, internship.case_id as CaseId, internship.company_id as CompanyId, internship.ended_on as EndedOn
        from   internships_internship internship
        where  internship.state in ('ended', 'endedEarly') and internship.ended_on <= @Before and internship.ended_on >= @After and internship.outcome in ('completedNoJob', 'newInternship')
               and not exists (select 1 from internships_hiring told where told.internship_id = internship.id and told.answer <> 'notYet')
        """;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Write) || user.Roles.Contains(Role.Coordinator))
        {
            return DueWork.None;
        }

        var text = new ListSql(Select).When(true, "and internship.promoter_tutor_id = @Me").OrderBy("order by internship.ended_on, internship.id");
        var rows = await db.TopAsync<Row>(text, new { Before = today.AddDays(-HiringFits.AskAfterDays), After = today.AddDays(-LongestDays), Me = user.Id }, MostTasks, ct);
        if (rows.Count == 0)
        {
            return DueWork.None;
        }

        var people = (await mediator.Send(new ListVisibleCases([.. rows.Select(row => row.CaseId)]), ct)).ToDictionary(seen => seen.CaseId, seen => seen.DisplayName);
        var companies = (await mediator.Send(new DescribeCompanies([.. rows.Select(row => row.CompanyId).Distinct()]), ct)).ToDictionary(company => company.Id, company => company.Name);
        return new([.. rows.Where(row => people.ContainsKey(row.CaseId)).Select(row => new DueTask(
            "hiringToAsk", people[row.CaseId], companies.GetValueOrDefault(row.CompanyId, ""), row.EndedOn.AddDays(HiringFits.AskAfterDays), Urgency.Week, $"/internships/{row.Id}"))], []);
    }

    private sealed record Row(Guid Id, Guid CaseId, Guid CompanyId, DateOnly EndedOn);
}
