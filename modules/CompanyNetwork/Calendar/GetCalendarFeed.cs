using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Calendar;

/// <summary>Whether the reader has a calendar address; the address itself was shown once and is not kept.</summary>
internal sealed record GetCalendarFeed : IQuery<CalendarFeed>;

/// <summary>A person's calendar address.</summary>
/// <param name="MadeAt">When it was made, or null if there is none.</param>
internal sealed record CalendarFeed(DateTimeOffset? MadeAt);

internal static class GetCalendarFeedEndpoint
{
    public static void MapGetCalendarFeed(this IEndpointRouteBuilder feed) => feed
        .MapGet("/", Handle)
        .WithName("getCalendarFeed")
        .WithSummary("Whether one has a calendar address")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<Ok<CalendarFeed>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetCalendarFeed(), ct));
}

internal sealed class GetCalendarFeedHandler(IDbSession db, ICurrentUser user) : IRequestHandler<GetCalendarFeed, CalendarFeed>
{
    private const string SelectFeed = "select made_at from company_network_calendar_feed where user_id = @UserId";

    public async Task<CalendarFeed> Handle(GetCalendarFeed request, CancellationToken cancellationToken) =>
        new(await db.ScalarAsync<DateTimeOffset?>(SelectFeed, new { UserId = user.Id }, cancellationToken));
}
