using System.Text.Json.Serialization;
using InclusionPlatform.Shared.Mail;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.CompanyNetwork.Calendar;

/// <summary>Gives the person a secret calendar address; the one before is worth nothing from then on.</summary>
/// <param name="Digest">What is kept of the secret.</param>
/// <param name="Attempt">Tells the first answer from its repetition, which cannot show the address again.</param>
internal sealed record RenewCalendarFeed([property: JsonIgnore] string Digest, [property: JsonIgnore] Guid Attempt) : ICommand<RenewedCalendarFeed>;

internal sealed record RenewedCalendarFeed(DateTimeOffset MadeAt, Guid Attempt);

/// <summary>A secret calendar address, shown now and never again.</summary>
/// <param name="Address">To be subscribed to in a calendar.</param>
/// <param name="MadeAt">When it was made.</param>
internal sealed record CalendarAddress(string Address, DateTimeOffset MadeAt);

internal static class RenewCalendarFeedEndpoint
{
    public static void MapRenewCalendarFeed(this IEndpointRouteBuilder feed) => feed
        .MapPost("/", Handle)
        .WithName("renewCalendarFeed")
        .WithSummary("Make one's secret calendar address, or a new one in its place")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<Ok<CalendarAddress>> Handle(IMediator mediator, IOptions<ServiceOptions> service, CancellationToken ct)
    {
        var token = FeedToken.New();
        var attempt = Guid.NewGuid();
        var renewed = await mediator.Send(new RenewCalendarFeed(FeedToken.DigestOf(token)!, attempt), ct);
        return renewed.Attempt == attempt
            ? TypedResults.Ok(new CalendarAddress(service.Value.Link($"/api/v1/calendar-feeds/{token}.ics"), renewed.MadeAt))
            : throw new ConflictException("secret.shown-already", new(
                "Questa richiesta era già stata eseguita e l'indirizzo non si può mostrare di nuovo: generarne uno nuovo.",
                "This request was carried out already and the address cannot be shown again: make a new one."));
    }
}

internal sealed class RenewCalendarFeedHandler(IDbSession db, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<RenewCalendarFeed, RenewedCalendarFeed>
{
    private const string Delete = "delete from company_network_calendar_feed where user_id = @UserId";

    private const string Insert = "insert into company_network_calendar_feed (user_id, token_digest, made_at) values (@UserId, @Digest, @At)";

    public async Task<RenewedCalendarFeed> Handle(RenewCalendarFeed request, CancellationToken cancellationToken)
    {
        if (user.Kind is not ActorKind.Person)
        {
            throw new ForbiddenException("calendar-feed.people-only", new("Il calendario è delle persone che accedono, non dei sistemi esterni.", "Calendars are for people who sign in, not for third-party systems."));
        }

        var now = clock.GetUtcNow();
        audit.Changes("calendar-feed", user.Id);
        await db.ExecuteAsync(Delete, new { UserId = user.Id }, cancellationToken);
        await db.ExecuteAsync(Insert, new { UserId = user.Id, request.Digest, At = now }, cancellationToken);
        return new(now, request.Attempt);
    }
}
