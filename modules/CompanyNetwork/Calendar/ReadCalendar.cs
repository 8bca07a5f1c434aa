using System.Text;
using InclusionPlatform.Shared.Calendar;
using InclusionPlatform.Shared.Mail;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.CompanyNetwork.Calendar;

/// <summary>The calendar behind a secret address, as its owner may see it today: a closed account or a lost right empties it at once.</summary>
internal sealed record ReadCalendar(string Token) : IQuery<string>;

internal static class ReadCalendarEndpoint
{
    public static void MapReadCalendar(this IEndpointRouteBuilder feeds) => feeds
        .MapGet("/{token}.ics", Handle)
        .WithName("readCalendar")
        .WithSummary("Read a person's calendar by its secret address")
        .Produces<string>(StatusCodes.Status200OK, "text/calendar")
        .AllowAnonymous()
        .RequireRateLimiting(CompanyNetworkModule.CalendarRateLimit);

    private static async Task<ContentHttpResult> Handle(string token, IMediator mediator, CancellationToken ct) =>
        TypedResults.Text(await mediator.Send(new ReadCalendar(token), ct), "text/calendar; charset=utf-8", Encoding.UTF8);
}

internal sealed class ReadCalendarHandler(
    IDbSession db, IColleagues colleagues, RightRegistry rights, IEnumerable<ICalendarSource> sources, IOptions<ServiceOptions> service, TimeProvider clock) : IRequestHandler<ReadCalendar, string>
{
    /// <summary>Calendars show what was, but nobody leafs back for years.</summary>
    private const int DaysBack = 180;

    private const int DaysAhead = 400;

    private const string SelectOwner = "select user_id from company_network_calendar_feed where token_digest = @Digest";

    public async Task<string> Handle(ReadCalendar request, CancellationToken cancellationToken)
    {
        var ownerId = FeedToken.DigestOf(request.Token) is { } digest ? await db.ScalarAsync<Guid?>(SelectOwner, new { Digest = digest }, cancellationToken) : null;
        var colleague = ownerId is null ? null : (await colleagues.AllAsync(cancellationToken)).SingleOrDefault(one => one.Id == ownerId && one.IsActive);
        if (colleague is null)
        {
            throw new NotFoundException("calendar-feed");
        }

        var owner = new Actor(rights);
        owner.BecomePerson(colleague.Id, colleague.DisplayName, colleague.Roles);
        var today = clock.Today();
        var entries = new List<CalendarEntry>();
        foreach (var source in sources)
        {
            entries.AddRange(await source.BetweenAsync(owner, today.AddDays(-DaysBack), today.AddDays(DaysAhead), cancellationToken));
        }

        return CalendarWriter.Write(service.Value.ServiceName, entries);
    }
}
