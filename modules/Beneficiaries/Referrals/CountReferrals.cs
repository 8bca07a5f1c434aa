using MediatR;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>How many referrals are in each state, among those one may see.</summary>
internal sealed record CountReferrals : IQuery<ReferralCounts>;

/// <summary>Referrals by state.</summary>
/// <param name="Received">Not looked at yet.</param>
/// <param name="InReading">On the agenda of a meeting.</param>
/// <param name="WaitingList">On the waiting list.</param>
/// <param name="TakenOn">Taken on: there is a case.</param>
/// <param name="Declined">Not taken on.</param>
/// <param name="Withdrawn">Taken back by their body.</param>
/// <param name="Late">Without an answer after the day by which it was due.</param>
internal sealed record ReferralCounts(int Received, int InReading, int WaitingList, int TakenOn, int Declined, int Withdrawn, int Late);

internal static class CountReferralsEndpoint
{
    public static void MapCountReferrals(this IEndpointRouteBuilder referrals) => referrals
        .MapGet("/counts", Handle)
        .WithName("countReferrals")
        .WithSummary("Count the referrals one may see, by state")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<ReferralCounts> Handle(IMediator mediator, CancellationToken ct) => mediator.Send(new CountReferrals(), ct);
}

internal sealed class CountReferralsHandler(IDbSession db, ICurrentUser user, TimeProvider clock) : IRequestHandler<CountReferrals, ReferralCounts>
{
    private const string Select = """
        select r.state as State, count(*) as Referrals,
               sum(case when r.state in ('received', 'inReading') and r.answer_due_on < @Today then 1 else 0 end) as Late
        from   beneficiaries_referral r
        where  1 = 1
        """;

    private const string Group = "group by r.state";

    public async Task<ReferralCounts> Handle(CountReferrals request, CancellationToken cancellationToken)
    {
        var rows = await db.QueryAsync<Row>(
            new ListSql(Select).OnlyVisibleReferrals(user).OrderBy(Group), new { Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() }, cancellationToken);
        int Of(ReferralState state) => rows.Where(row => row.State == state).Sum(row => row.Referrals);
        return new(
            Of(ReferralState.Received), Of(ReferralState.InReading), Of(ReferralState.WaitingList), Of(ReferralState.TakenOn), Of(ReferralState.Declined), Of(ReferralState.Withdrawn),
            rows.Sum(row => row.Late));
    }

    private sealed record Row(ReferralState State, int Referrals, int Late);
}
