using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.CallList;

/// <summary>How many companies are to be called for each reason, and how many whoever asks has called today.</summary>
internal sealed record CountCallList : IQuery<CallListCounts>;

/// <summary>The call list in numbers. <c>AvailabilityDays</c>: after so many days a verified availability counts as old. <c>DoneToday</c>: companies that whoever asks contacted today.</summary>
internal sealed record CallListCounts(int DueToday, int Overdue, int Unreached, int StaleAvailability, int NeverCalled, int ReachedThisMonth, int DoneToday, int AvailabilityDays);

internal static class CountCallListEndpoint
{
    public static void MapCountCallList(this IEndpointRouteBuilder companies) => companies
        .MapGet("/call-list/counts", Handle)
        .WithName("countCallList")
        .WithSummary("Count the companies to be called")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<CallListCounts>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new CountCallList(), ct));
}

internal sealed class CountCallListHandler(IDbSession db, CompanyNetworkOptions options, ICurrentUser user, TimeProvider clock) : IRequestHandler<CountCallList, CallListCounts>
{
    private const string CountDone = "select count(distinct company_id) from company_network_contact where contacted_by = @By and contacted_at >= @From";

    public async Task<CallListCounts> Handle(CountCallList request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        async Task<int> CountAsync(CallReason reason)
        {
            var list = CallListSql.Of(new(reason, null, null, null, null, null, null), today, options.AvailabilityDays);
            return await db.ScalarAsync<int>(list.CountText, list.Arguments, cancellationToken);
        }

        return new(
            await CountAsync(CallReason.DueToday), await CountAsync(CallReason.Overdue), await CountAsync(CallReason.Unreached), await CountAsync(CallReason.StaleAvailability),
            await CountAsync(CallReason.NeverCalled), await CountAsync(CallReason.ReachedThisMonth),
            await db.ScalarAsync<int>(CountDone, new { By = user.Id, From = today.StartInItaly() }, cancellationToken), options.AvailabilityDays);
    }
}
