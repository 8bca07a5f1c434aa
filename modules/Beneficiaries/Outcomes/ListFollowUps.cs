using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>The follow-up contacts of the cases that one answers for, or of all one's équipes.</summary>
internal sealed record ListFollowUps(FollowUpFilter Show, bool Everybody, string? Cursor, int? Limit, bool Total) : IQuery<Page<ListedFollowUp>>;

/// <summary>A follow-up contact in a list; what was written is in its case. The page of the person opens unless others have followed them since: then the page of the case does.</summary>
/// <param name="Attempts">How many times the person was sought so far.</param>
internal sealed record ListedFollowUp(
    Guid Id, Guid CaseId, Guid BeneficiaryId, string DisplayName, FollowUpKind Kind, DateOnly DueOn, DateOnly NextTryOn, int Attempts, FollowUpState State, FollowUpSituation? Situation,
    CaseOutcome? Outcome, string? ManagerName, bool PersonOpens);

internal static class ListFollowUpsEndpoint
{
    public static void MapListFollowUps(this IEndpointRouteBuilder api) => api
        .MapGet("/follow-ups", Handle)
        .WithTags("Cases")
        .WithName("listFollowUps")
        .WithSummary("List the follow-up contacts of the cases whose team one is on")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<ListedFollowUp>> Handle(string? show, bool? everybody, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListFollowUps(QueryCode.Read<FollowUpFilter>(show, "show") ?? FollowUpFilter.Due, everybody ?? false, cursor, limit, total ?? false), ct);
}

internal sealed class ListFollowUpsHandler(IDbSession db, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListFollowUps, Page<ListedFollowUp>>
{
    private const string Select = $"""
        select f.id as Id, c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, f.kind as Kind, f.due_on as DueOn, f.next_try_on as NextTryOn,
               f.attempts as Attempts, f.state as State, f.situation as Situation, c.outcome as Outcome, c.manager_id as ManagerId,
               {VisiblePeople.PersonOpens}
        """;

    private const string Count = "select count(*)";

    private const string From = """

        from   beneficiaries_follow_up f
        join   beneficiaries_case c on c.id = f.case_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  1 = 1
        """;

    private const string OfMine = "and c.manager_id = @Me";
    private const string Due = "and f.state = 'planned' and f.next_try_on <= @Today";
    private const string Planned = "and f.state = 'planned'";
    private const string Recorded = "and f.state in ('reached', 'unreachable', 'declined')";
    private const string After = "and f.next_try_on >= @AfterDay and (f.next_try_on > @AfterDay or f.id > @AfterId)";
    private const string Before = "and f.next_try_on <= @AfterDay and (f.next_try_on < @AfterDay or f.id < @AfterId)";
    private const string Forwards = "order by f.next_try_on, f.id";
    private const string Backwards = "order by f.next_try_on desc, f.id desc";

    public async Task<Page<ListedFollowUp>> Handle(ListFollowUps request, CancellationToken cancellationToken)
    {
        var after = DayCursor.Open(request.Cursor);
        var limit = Paging.Limit(request.Limit);
        var backwards = request.Show is FollowUpFilter.Recorded;
        var args = new { Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow(), Coordinates = user.Roles.Contains(Role.Coordinator) ? 1 : 0, AfterDay = after?.Day, AfterId = after?.Id };
        var sql = Filtered(new(Select + From)).When(after is not null && !backwards, After).When(after is not null && backwards, Before).OrderBy(backwards ? Backwards : Forwards);
        var rows = await db.TopAsync<Row>(sql, args, limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(new(Count + From)).ToString(), args, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, limit, row => DayCursor.Of(row.NextTryOn, row.Id), total);
        audit.Lists("beneficiary", page.Items.Select(row => row.BeneficiaryId), "list-follow-ups");
        return new([.. page.Items.Select(row => new ListedFollowUp(
            row.Id, row.CaseId, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.Kind, row.DueOn, row.NextTryOn, row.Attempts, row.State, row.Situation, row.Outcome,
            names.GetValueOrDefault(row.ManagerId), row.PersonOpens == 1))], page.NextCursor, page.Total);

        ListSql Filtered(ListSql sql) => sql
            .When(true, VisibleCases.Mine)
            .When(!request.Everybody, OfMine)
            .When(request.Show is FollowUpFilter.Due, Due)
            .When(request.Show is FollowUpFilter.Planned, Planned)
            .When(request.Show is FollowUpFilter.Recorded, Recorded);
    }

    private sealed record Row(
        Guid Id, Guid CaseId, Guid BeneficiaryId, string Surname, string Name, FollowUpKind Kind, DateOnly DueOn, DateOnly NextTryOn, int Attempts, FollowUpState State,
        FollowUpSituation? Situation, CaseOutcome? Outcome, Guid ManagerId, int PersonOpens);
}
