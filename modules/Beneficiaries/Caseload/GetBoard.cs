using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>What a coordinator looks after: cases that nobody answers for any more, how much each operator has, reviews of plans that are late. Of restricted people only how many cases there are, and that one has nobody who answers for it (ADR 48).</summary>
internal sealed record GetBoard : IQuery<CoordinationBoard>;

/// <summary>The board.</summary>
/// <param name="ToAssign">Open cases whose manager has left: the account is closed, or they are no longer on the équipe. At most a hundred.</param>
/// <param name="Operators">Who answers for open cases, whoever has most of them first.</param>
/// <param name="OverdueReviews">Plans whose review is late, the latest first. At most fifty.</param>
/// <param name="OverdueReviewCount">How many there are.</param>
/// <param name="HiddenCases">Open cases of restricted people that are in none of these lists: who follows them sees them.</param>
/// <param name="HiddenOverdueReviews">Plans of these whose review is late.</param>
/// <param name="HiddenToAssign">Restricted cases that nobody answers for: who did, and nothing of the person. At most a hundred.</param>
internal sealed record CoordinationBoard(
    IReadOnlyList<CaseToAssign> ToAssign, IReadOnlyList<OperatorLoad> Operators, IReadOnlyList<OverdueReview> OverdueReviews, int OverdueReviewCount,
    IReadOnlyList<HiddenCaseToAssign> HiddenToAssign, int HiddenCases, int HiddenOverdueReviews);

/// <summary>A case that somebody must take over.</summary>
/// <param name="FormerName">Name of the case manager before; null if the account is gone.</param>
internal sealed record CaseToAssign(Guid CaseId, Guid BeneficiaryId, string DisplayName, DateOnly OpenedOn, string? FormerName, bool AccountClosed, DateOnly? NextStepOn);

/// <summary>A restricted case that somebody must take over; whose it is stays hidden.</summary>
/// <param name="FormerName">Name of the case manager before; null if the account is gone.</param>
internal sealed record HiddenCaseToAssign(Guid CaseId, string? FormerName, bool AccountClosed);

/// <summary>How much an operator has.</summary>
/// <param name="Active">Whether the account may still be used.</param>
/// <param name="OpenCases">How many open cases they manage.</param>
/// <param name="OverdueReviews">How many plans whose review is late.</param>
internal sealed record OperatorLoad(Guid UserId, string? Name, bool Active, int OpenCases, int Late, int Stalled, int NoSolution, int OverdueReviews);

/// <summary>A plan whose review is late.</summary>
internal sealed record OverdueReview(Guid PlanId, Guid CaseId, Guid BeneficiaryId, string DisplayName, DateOnly ReviewOn, string? ManagerName);

internal static class GetBoardEndpoint
{
    public static void MapGetBoard(this IEndpointRouteBuilder api) => api
        .MapGet("/coordination-board", Handle)
        .WithTags("Caseload")
        .WithName("getCoordinationBoard")
        .WithSummary("Cases to assign, load by operator, late reviews")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static Task<CoordinationBoard> Handle(IMediator mediator, CancellationToken ct) => mediator.Send(new GetBoard(), ct);
}

internal sealed class GetBoardHandler(IDbSession db, NeedToKnow needToKnow, HiddenCases hidden, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<GetBoard, CoordinationBoard>
{
    private const int MostToAssign = 100;
    private const int MostReviews = 50;

    private const string ByManager = """
        select c.manager_id as UserId, count(*) as Cases,
               sum(case when c.next_step_on < @Today then 1 else 0 end) as Late,
               sum(case when c.open_internships = 0 and c.last_activity_on < @StalledBefore then 1 else 0 end) as Stalled,
               sum(case when c.open_internships = 0 and c.opened_on < @NoSolutionBefore and (c.course_until is null or c.course_until < @Today) then 1 else 0 end) as NoSolution
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.closed_on is null
        """;

    private const string EachManager = "group by c.manager_id order by 2 desc, 1";

    // Of all together and never by operator: who follows a restricted person is not told.
    private const string CountHidden = """
        select count(*)
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.closed_on is null
        """;

    private const string CountHiddenReviews = """
        select count(*)
        from   beneficiaries_plan l
        join   beneficiaries_case c on c.id = l.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  l.state = 'inForce' and l.review_on < @Today and c.closed_on is null
        """;

    private const string ReviewsByManager = """
        select c.manager_id as UserId, count(*) as Cases
        from   beneficiaries_plan l
        join   beneficiaries_case c on c.id = l.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  l.state = 'inForce' and l.review_on < @Today and c.closed_on is null
        """;

    private const string SelectReviews = """
        select l.id as PlanId, c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, l.review_on as ReviewOn, c.manager_id as ManagerId
        from   beneficiaries_plan l
        join   beneficiaries_case c on c.id = l.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  l.state = 'inForce' and l.review_on < @Today and c.closed_on is null
        """;

    private const string LatestReview = "order by l.review_on, l.id";

    private const string SelectCases = """
        select c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, c.opened_on as OpenedOn, c.manager_id as ManagerId, c.next_step_on as NextStepOn
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.closed_on is null
        """;

    private const string ManagerLeftTeam = """
        and not exists (select 1 from beneficiaries_case_member w
                        where  w.case_id = c.id and w.user_id = c.manager_id and w.from_on <= @Today and (w.to_on is null or w.to_on >= @Today))
        """;

    private const string OfManagers = $"and c.manager_id in {Batches.Keys}";

    private const string OldestFirst = "order by c.opened_on, c.id";

    public async Task<CoordinationBoard> Handle(GetBoard request, CancellationToken cancellationToken)
    {
        var args = CaseloadSql.Args(user, clock);
        var loads = await db.QueryAsync<Load>(Seen(ByManager).OrderBy(EachManager), args, cancellationToken);
        var late = await db.QueryAsync<Reviews>(Seen(ReviewsByManager).OrderBy(EachManager), args, cancellationToken);
        var reviews = await db.TopAsync<ReviewRow>(Seen(SelectReviews).OrderBy(LatestReview), args, MostReviews, cancellationToken);
        var unseen = needToKnow.IsPlatform ? 0 : await db.ScalarAsync<int>(new ListSql(CountHidden).When(true, VisibleCases.Hidden).ToString(), args, cancellationToken);
        var unseenReviews = needToKnow.IsPlatform ? 0 : await db.ScalarAsync<int>(new ListSql(CountHiddenReviews).When(true, VisibleCases.Hidden).ToString(), args, cancellationToken);
        var everybody = (await colleagues.AllAsync(cancellationToken)).ToDictionary(colleague => colleague.Id);
        Guid[] gone = [.. loads.Select(load => load.UserId).Where(id => !everybody.TryGetValue(id, out var colleague) || !Team.MayJoin(colleague))];
        var left = await db.TopAsync<CaseRow>(Seen(SelectCases).When(true, ManagerLeftTeam).OrderBy(OldestFirst), args, MostToAssign, cancellationToken);
        var closed = new List<CaseRow>();
        foreach (var batch in gone.Chunk(Batches.Size))
        {
            closed.AddRange(await db.TopAsync<CaseRow>(Seen(SelectCases).When(true, OfManagers).OrderBy(OldestFirst), Batches.Parameters(batch, args), MostToAssign, cancellationToken));
        }

        var orphans = needToKnow.IsPlatform ? [] : await hidden.AllAsync(MostToAssign, cancellationToken);
        var overdue = late.ToDictionary(row => row.UserId, row => row.Cases);
        audit.Lists("beneficiary", closed.Concat(left).Select(row => row.BeneficiaryId).Concat(reviews.Select(row => row.BeneficiaryId)), "coordination-board");
        return new(
            [.. closed.Concat(left).DistinctBy(row => row.CaseId).OrderBy(row => row.OpenedOn).Take(MostToAssign).Select(row => new CaseToAssign(
                row.CaseId, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.OpenedOn, Name(row.ManagerId), gone.Contains(row.ManagerId), row.NextStepOn == CaseSteps.Never ? null : row.NextStepOn))],
            [.. loads.Select(load => new OperatorLoad(
                load.UserId, Name(load.UserId), !gone.Contains(load.UserId), load.Cases, load.Late, load.Stalled, load.NoSolution, overdue.GetValueOrDefault(load.UserId)))],
            [.. reviews.Select(row => new OverdueReview(row.PlanId, row.CaseId, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.ReviewOn, Name(row.ManagerId)))],
            overdue.Values.Sum(),
            [.. orphans.Select(row => new HiddenCaseToAssign(row.CaseId, Name(row.ManagerId), !everybody.TryGetValue(row.ManagerId, out var former) || !Team.MayJoin(former)))],
            unseen, unseenReviews);

        ListSql Seen(string sql) => new ListSql(sql).OnlyVisibleCases(needToKnow);

        string? Name(Guid id) => everybody.GetValueOrDefault(id)?.DisplayName;
    }

    private sealed record Load(Guid UserId, int Cases, int Late, int Stalled, int NoSolution);

    private sealed record Reviews(Guid UserId, int Cases);

    private sealed record ReviewRow(Guid PlanId, Guid CaseId, Guid BeneficiaryId, string Surname, string Name, DateOnly ReviewOn, Guid ManagerId);

    private sealed record CaseRow(Guid CaseId, Guid BeneficiaryId, string Surname, string Name, DateOnly OpenedOn, Guid ManagerId, DateOnly NextStepOn);
}
