using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Calendar;

/// <summary>Makes the person's calendar address worth nothing.</summary>
internal sealed record RevokeCalendarFeed : ICommand;

internal static class RevokeCalendarFeedEndpoint
{
    public static void MapRevokeCalendarFeed(this IEndpointRouteBuilder feed) => feed
        .MapDelete("/", Handle)
        .WithName("revokeCalendarFeed")
        .WithSummary("Revoke one's secret calendar address")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<NoContent> Handle(IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeCalendarFeed(), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RevokeCalendarFeedHandler(IDbSession db, ICurrentUser user, IAuditTrail audit) : IRequestHandler<RevokeCalendarFeed, Unit>
{
    private const string Delete = "delete from company_network_calendar_feed where user_id = @UserId";

    public async Task<Unit> Handle(RevokeCalendarFeed request, CancellationToken cancellationToken)
    {
        audit.Changes("calendar-feed", user.Id);
        return await db.ExecuteAsync(Delete, new { UserId = user.Id }, cancellationToken) == 1 ? Unit.Value : throw new NotFoundException("calendar-feed");
    }
}
