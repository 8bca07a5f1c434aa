using InclusionPlatform.Shared.Mail;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Bulletin.Subscribers;

/// <summary>Ends a subscription: by the link of any mail, with one click and no sign-in (RFC 8058), or by the editor when somebody asks by telephone.</summary>
/// <param name="SubscriberId">The subscriber.</param>
/// <param name="Source">Where the wish came from.</param>
internal sealed record Unsubscribe(Guid SubscriberId, string Source) : ICommand<SubscriptionStands>;

internal static class UnsubscribeEndpoint
{
    public static void MapUnsubscribeByLink(this IEndpointRouteBuilder bulletin)
    {
        bulletin.MapPost("/unsubscription/{token}", ByLink)
            .WithName("unsubscribe")
            .WithSummary("Stop receiving the bulletin, with one click (RFC 8058)")
            .WithDescription("Mail programs post `List-Unsubscribe=One-Click` here; any body is accepted and none is needed.")
            .AllowAnonymous()
            .DisableAntiforgery();
        bulletin.MapGet("/unsubscription/{token}", Ask)
            .WithName("askUnsubscription")
            .WithSummary("Opened in a browser, the link leads to the page that asks")
            .Produces(StatusCodes.Status302Found)
            .AllowAnonymous();
    }

    public static void MapUnsubscribe(this IEndpointRouteBuilder subscribers) => subscribers
        .MapPost("/{id:guid}/unsubscription", ByEditor)
        .WithName("unsubscribeSubscriber")
        .WithSummary("End the subscription of somebody who asked for it")
        .RequireRight(BulletinModule.BulletinWrite);

    private static async Task<Ok<SubscriptionStands>> ByLink(string token, SubscriberTokens tokens, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new Unsubscribe(tokens.SubscriberOf(token) ?? throw new NotFoundException("subscription"), ConsentText.OneClick), ct));

    // Programs that open every link of a mail must not end the subscription: only a POST does.
    private static RedirectHttpResult Ask(string token, SubscriberTokens tokens, IOptions<ServiceOptions> service) => tokens.SubscriberOf(token) is null
        ? throw new NotFoundException("subscription")
        : TypedResults.Redirect(service.Value.Link($"/bulletin/unsubscribe/{token}"));

    private static async Task<Ok<SubscriptionStands>> ByEditor(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Unsubscribe(id, ConsentText.Editor), ct));
}

internal sealed class UnsubscribeHandler(IDbSession db, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<Unsubscribe, SubscriptionStands>
{
    private const string CountKnown = "select count(*) from bulletin_subscriber where id = @SubscriberId";

    private const string Update = """
        update bulletin_subscriber
        set    state = 'unsubscribed', unsubscribed_at = @Now, confirm_token_hash = null, confirm_until = null, version = version + 1
        where  id = @SubscriberId and state <> 'unsubscribed'
        """;

    public async Task<SubscriptionStands> Handle(Unsubscribe request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await db.ScalarAsync<int>(CountKnown, new { request.SubscriberId }, cancellationToken) == 0)
        {
            throw new NotFoundException("subscription");
        }

        if (await db.ExecuteAsync(Update, new { request.SubscriberId, Now = now }, cancellationToken) == 1)
        {
            await Consents.WriteAsync(
                db, request.SubscriberId, ConsentStep.Withdrawn, now, request.Source, null, user.Kind == ActorKind.Person ? user.Id : null, now, cancellationToken);
            audit.Changes("subscriber", request.SubscriberId);
        }

        return new(SubscriberState.Unsubscribed);
    }
}
