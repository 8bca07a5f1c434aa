using System.Globalization;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Availabilities;
using InclusionPlatform.CompanyNetwork.Needs;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Reference;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Referrals;

/// <summary>A lane of the board: what whoever works on it looks at together.</summary>
internal enum CompanyReferralLane
{
    Proposed,
    Accepted,
    Internship,

    /// <summary>Declined by the educator or withdrawn by the operator.</summary>
    Declined,
    Expired,
}

/// <summary>Lists company referrals, the latest first: operators and coordinators see all, an educator those addressed to them.</summary>
internal sealed record ListReferrals(CompanyReferralLane? Lane, bool Mine, bool ToAnswer, Guid? CompanyId, Guid? NeedId, string? Cursor, int Limit, bool Total) : IQuery<Page<ListedCompanyReferral>>;

internal static class ListReferralsEndpoint
{
    public static void MapListReferrals(this IEndpointRouteBuilder referrals) => referrals
        .MapGet("/", Handle)
        .WithName("listCompanyReferrals")
        .WithSummary("List the companies that were proposed to educators")
        .RequireRight(CompanyNetworkModule.ReadReferrals);

    private static async Task<Ok<Page<ListedCompanyReferral>>> Handle(
        Coded<CompanyReferralLane>? lane, bool? mine, bool? toAnswer, Guid? companyId, Guid? needId, string? cursor, int? limit, bool? total, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListReferrals(lane?.Value, mine ?? false, toAnswer ?? false, companyId, needId, cursor, Paging.Limit(limit), total ?? false), ct));
}

internal sealed class ListReferralsHandler(IDbSession db, ReferralBook referrals, IMediator mediator, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListReferrals, Page<ListedCompanyReferral>>
{
    private const string Select = """
        select r.id as Id, r.state as State, r.company_id as CompanyId, c.name as CompanyName, c.municipality as Municipality, c.sector as Sector, a.duties as Duties, a.context as Context,
               a.weekly_hours as WeeklyHours, r.educator_id as EducatorId, r.proposed_by as ProposedBy, r.proposed_at as ProposedAt, r.reserved_until as ReservedUntil,
               r.answered_at as AnsweredAt, r.decline_reason as DeclineReason, r.need_id as NeedId, r.case_id as CaseId
        from   company_network_referral r
        join   company_network_company c on c.id = r.company_id
        join   company_network_availability a on a.id = r.availability_id
        where  1 = 1
        """;

    private const string Count = "select count(*)\nfrom company_network_referral r\nwhere 1 = 1";

    private const string Waiting = "and r.state = 'proposed' and r.reserved_until >= @Today";
    private const string RunOut = "and (r.state = 'expired' or (r.state = 'proposed' and r.reserved_until < @Today))";
    private const string Closed = "and r.state in ('declined', 'withdrawn')";
    private const string InState = "and r.state = @State";
    private const string ToMe = "and r.educator_id = @Me";
    private const string OfMine = "and (r.educator_id = @Me or r.proposed_by = @Me)";
    private const string OfCompany = "and r.company_id = @CompanyId";
    private const string OfNeed = "and r.need_id = @NeedId";
    private const string After = "and r.proposed_at <= @AfterAt and (r.proposed_at < @AfterAt or r.id < @AfterId)";

    public async Task<Page<ListedCompanyReferral>> Handle(ListReferrals request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var after = Paging.Decode(request.Cursor, 2);
        var args = new
        {
            Me = user.Id,
            Today = today,
            State = request.Lane?.Code(),
            request.CompanyId,
            request.NeedId,
            AfterAt = after is null ? (DateTimeOffset?)null : Cursors.Instant(after[0]),
            AfterId = after is null ? (Guid?)null : Cursors.Id(after[1]),
        };
        ListSql Filtered(string select) => new ListSql(select)
            .When(request.Lane is CompanyReferralLane.Proposed, Waiting)
            .When(request.Lane is CompanyReferralLane.Expired, RunOut)
            .When(request.Lane is CompanyReferralLane.Declined, Closed)
            .When(request.Lane is CompanyReferralLane.Accepted or CompanyReferralLane.Internship, InState)
            .When(request.ToAnswer, ToMe)
            .When(request.ToAnswer && request.Lane is not CompanyReferralLane.Proposed, Waiting)
            .When(!referrals.SeesAll && !request.ToAnswer, ToMe)
            .When(referrals.SeesAll && request.Mine, OfMine)
            .When(request.CompanyId is not null, OfCompany)
            .When(request.NeedId is not null, OfNeed);

        var rows = await db.TopAsync<Row>(Filtered(Select).When(after is not null, After).OrderBy("order by r.proposed_at desc, r.id desc"), args, request.Limit + 1, cancellationToken);
        int? total = request.Total ? await db.ScalarAsync<int>(Filtered(Count).ToString(), args, cancellationToken) : null;
        var names = await colleagues.NamesAsync(cancellationToken);
        var page = Paging.Page(rows, request.Limit, row => [row.ProposedAt.ToString("O", CultureInfo.InvariantCulture), row.Id.ToString()], total);
        var persons = await PersonsAsync(page.Items, cancellationToken);
        if (persons.Count > 0)
        {
            audit.Lists("beneficiary", persons.Values.Select(seen => seen.BeneficiaryId), "list-company-referrals");
        }

        return new([.. page.Items.Select(row => row.Show(names, persons, today))], page.NextCursor, page.Total);
    }

    /// <summary>Names of the people of the linked cases, as far as whoever asks may see them.</summary>
    private async Task<Dictionary<Guid, VisibleCase>> PersonsAsync(IReadOnlyList<Row> rows, CancellationToken ct) =>
        (await mediator.Send(new ListVisibleCases([.. rows.Select(row => row.CaseId).OfType<Guid>()]), ct)).ToDictionary(seen => seen.CaseId);

    private sealed record Row(
        Guid Id, CompanyReferralState State, Guid CompanyId, string CompanyName, string? Municipality, string Sector, string Duties, AvailabilityContext Context, int? WeeklyHours, Guid EducatorId,
        Guid ProposedBy, DateTimeOffset ProposedAt, DateOnly ReservedUntil, DateTimeOffset? AnsweredAt, CompanyDeclineReason? DeclineReason, Guid? NeedId, Guid? CaseId)
    {
        public ListedCompanyReferral Show(IReadOnlyDictionary<Guid, string> names, Dictionary<Guid, VisibleCase> persons, DateOnly today) => new(
            Id, State is CompanyReferralState.Proposed && ReservedUntil < today ? CompanyReferralState.Expired : State, CompanyId, CompanyName, Municipalities.ByIstat(Municipality)?.Name, Sector,
            Duties, Context, WeeklyHours, names.GetValueOrDefault(EducatorId), names.GetValueOrDefault(ProposedBy), ProposedAt, ReservedUntil, AnsweredAt, DeclineReason, NeedId,
            CaseId is { } id ? persons.GetValueOrDefault(id)?.DisplayName : null);
    }
}
