using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>How many cases there are of each kind, and by what they can be filtered: need to know holds for the numbers as for the rows.</summary>
internal sealed record SummariseCaseload(bool OnlyMine) : IQuery<CaseloadSummary>;

/// <summary>Numbers of a caseload and what its filters offer.</summary>
/// <param name="Open">Open cases.</param>
/// <param name="Late">Of these, how many have a step whose day is over.</param>
/// <param name="Stalled">Of these, without an internship and without news.</param>
/// <param name="NoSolution">Of these, with nothing found in sixty days.</param>
/// <param name="WithoutPlan">Of these, without a plan.</param>
/// <param name="FollowUp">Closed cases with contacts to be made.</param>
/// <param name="Managers">Who answers for open cases.</param>
/// <param name="Programmes">Programmes in which people of open cases take part, of those that one sees in full.</param>
/// <param name="Bodies">Referring bodies of the open cases that one sees in full.</param>
internal sealed record CaseloadSummary(
    int Open, int Late, int Stalled, int NoSolution, int WithoutPlan, int FollowUp, IReadOnlyList<CaseloadChoice> Managers, IReadOnlyList<CaseloadChoice> Programmes,
    IReadOnlyList<CaseloadChoice> Bodies);

/// <summary>A value of a filter.</summary>
/// <param name="Value">To be sent.</param>
/// <param name="Label">To be shown.</param>
/// <param name="Count">Open cases.</param>
internal sealed record CaseloadChoice(string Value, string Label, int Count);

internal static class SummariseCaseloadEndpoint
{
    public static void MapSummariseCaseload(this IEndpointRouteBuilder caseload) => caseload
        .MapGet("/summary", Handle)
        .WithName("summariseCaseload")
        .WithSummary("Count the cases one sees, by what they need")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<CaseloadSummary> Handle(bool? mine, IMediator mediator, CancellationToken ct) => mediator.Send(new SummariseCaseload(mine ?? false), ct);
}

internal sealed class SummariseCaseloadHandler(
    IDbSession db, IMediator mediator, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SummariseCaseload, CaseloadSummary>
{
    private const string Counts = """
        select coalesce(sum(case when c.closed_on is null then 1 else 0 end), 0) as OpenCases,
               coalesce(sum(case when c.closed_on is null and c.next_step_on < @Today then 1 else 0 end), 0) as Late,
               coalesce(sum(case when c.closed_on is null and c.open_internships = 0 and c.last_activity_on < @StalledBefore then 1 else 0 end), 0) as Stalled,
               coalesce(sum(case when c.closed_on is null and c.open_internships = 0 and c.opened_on < @NoSolutionBefore and (c.course_until is null or c.course_until < @Today)
                                 then 1 else 0 end), 0) as NoSolution,
               coalesce(sum(case when c.closed_on is null and c.has_plan = 0 then 1 else 0 end), 0) as WithoutPlan,
               coalesce(sum(case when c.closed_on is not null then 1 else 0 end), 0) as FollowUp
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  (c.closed_on is null or c.next_step is not null)
        """;

    private const string ByManager = """
        select c.manager_id as Id, count(*) as Cases
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.closed_on is null
        """;

    private const string ByProgramme = """
        select v.programme_id as Id, min(g.name) as Name, count(*) as Cases
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        join   beneficiaries_participation v on v.beneficiary_id = c.beneficiary_id
        join   beneficiaries_programme g on g.id = v.programme_id
        where  c.closed_on is null and v.entered_on <= @Today and (v.left_on is null or v.left_on >= @Today)
        """;

    private const string ByBody = """
        select min(c.referring_body_cipher) as Name, count(*) as Cases
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.closed_on is null
        """;

    private const string EachManager = "group by c.manager_id order by 1";
    private const string EachProgramme = "group by v.programme_id order by 1";
    private const string EachBody = "group by c.referring_body_hash order by 1";

    public async Task<CaseloadSummary> Handle(SummariseCaseload request, CancellationToken cancellationToken)
    {
        var args = CaseloadSql.Args(user, clock);
        var counts = (await db.FindAsync<Numbers>(Seen(Counts).ToString(), args, cancellationToken))!;
        var managers = await db.QueryAsync<OfManager>(Seen(ByManager).OrderBy(EachManager), args, cancellationToken);
        var programmes = await db.QueryAsync<OfProgramme>(Seen(ByProgramme).OnlyCasesInFull(needToKnow).OrderBy(EachProgramme), args, cancellationToken);
        var bodies = await db.QueryAsync<Named>(Seen(ByBody).OnlyCasesInFull(needToKnow).OrderBy(EachBody), args, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var opened = bodies.Select(row => (Id: sensitive.OpenId(row.Name), row.Cases)).ToArray();
        var called = opened.Length == 0
            ? []
            : (await mediator.Send(new DescribePartnerBodies([.. opened.Select(body => body.Id)]), cancellationToken)).ToDictionary(body => body.Id, body => body.Name);
        return new(
            counts.OpenCases, counts.Late, counts.Stalled, counts.NoSolution, counts.WithoutPlan, counts.FollowUp,
            Sorted(managers.Select(row => new CaseloadChoice(row.Id.ToString(), names.GetValueOrDefault(row.Id, "–"), row.Cases))),
            Sorted(programmes.Select(row => new CaseloadChoice(row.Id.ToString(), row.Name, row.Cases))),
            Sorted(opened.Where(body => called.ContainsKey(body.Id)).Select(body => new CaseloadChoice(body.Id.ToString(), called[body.Id], body.Cases))));

        ListSql Seen(string sql) => new ListSql(sql).OnlyVisibleCases(needToKnow).When(request.OnlyMine, VisibleCases.Mine);
    }

    private static IReadOnlyList<CaseloadChoice> Sorted(IEnumerable<CaseloadChoice> choices) => [.. choices.OrderBy(choice => choice.Label, StringComparer.CurrentCultureIgnoreCase)];

    private sealed record Numbers(int OpenCases, int Late, int Stalled, int NoSolution, int WithoutPlan, int FollowUp);

    private sealed record OfManager(Guid Id, int Cases);

    private sealed record OfProgramme(Guid Id, string Name, int Cases);

    private sealed record Named(string Name, int Cases);
}
