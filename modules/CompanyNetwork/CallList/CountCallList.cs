using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.CallList;

/// <summary>How many companies are to be called for each reason, and how many whoever asks has called today; with <c>Mine</c> only among those that they look after.</summary>
internal sealed record CountCallList(bool Mine) : IQuery<CallListCounts>;

/// <summary>The call list in numbers. <c>AvailabilityDays</c>: after so many days a verified availability counts as old. <c>DoneToday</c>: companies that whoever asks contacted today; <c>Mine</c>: those that they look after.</summary>
/// <param name="DueToday">Companies to be called today.</param>
/// <param name="Overdue">Companies whose day has passed.</param>
/// <param name="Unreached">Companies where nobody answered three times in a row.</param>
/// <param name="StaleAvailability">Companies that offer something verified more than so many days ago.</param>
/// <param name="NeverCalled">Companies that nobody has ever called.</param>
/// <param name="ReachedThisMonth">Companies of which somebody was spoken with this month.</param>
/// <param name="Mine">Companies that whoever asks looks after.</param>
/// <param name="DoneToday">Companies that whoever asks has contacted today.</param>
/// <param name="AvailabilityDays">After so many days a verified availability counts as old.</param>
internal sealed record CallListCounts(int DueToday, int Overdue, int Unreached, int StaleAvailability, int NeverCalled, int ReachedThisMonth, int Mine, int DoneToday, int AvailabilityDays);

internal static class CountCallListEndpoint
{
    public static void MapCountCallList(this IEndpointRouteBuilder companies) => companies
        .MapGet("/call-list/counts", Handle)
        .WithName("countCallList")
        .WithSummary("Count the companies to be called")
        .RequireRight(CompanyNetworkModule.ReadCompanies);

    private static async Task<Ok<CallListCounts>> Handle(bool? mine, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new CountCallList(mine ?? false), ct));
}

internal sealed class CountCallListHandler(IDbSession db, CompanyNetworkOptions options, ICurrentUser user, TimeProvider clock) : IRequestHandler<CountCallList, CallListCounts>
{
    private const string CountDone = "select count(distinct company_id) from company_network_contact where contacted_by = @By and contacted_at >= @From";

    public async Task<CallListCounts> Handle(CountCallList request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        async Task<int> CountAsync(CallReason reason)
        {
            var list = CallListSql.Of(new(reason, request.Mine, null, null, null, null, null, null), today, options.AvailabilityDays, user.Id);
            return await db.ScalarAsync<int>(list.CountText, list.Arguments, cancellationToken);
        }

        return new(
            await CountAsync(CallReason.DueToday), await CountAsync(CallReason.Overdue), await CountAsync(CallReason.Unreached), await CountAsync(CallReason.StaleAvailability),
            await CountAsync(CallReason.NeverCalled), await CountAsync(CallReason.ReachedThisMonth), await CountAsync(CallReason.Mine),
            await db.ScalarAsync<int>(CountDone, new { By = user.Id, From = today.StartInItaly() }, cancellationToken), options.AvailabilityDays);
    }
}
