using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Subscribers;

/// <summary>Whoever reads the mailbox confirms. Doing it twice changes nothing.</summary>
/// <param name="Token">The secret of the link in the mail.</param>
internal sealed record ConfirmSubscription(string? Token) : ICommand<SubscriptionStands>;

/// <summary>How the subscription stands.</summary>
internal sealed record SubscriptionStands(SubscriberState State);

internal static class ConfirmSubscriptionEndpoint
{
    public static void MapConfirmSubscription(this IEndpointRouteBuilder bulletin) => bulletin
        .MapPost("/subscriptions/confirmation", Handle)
        .WithName("confirmSubscription")
        .WithSummary("Confirm a subscription with the link of the mail")
        .AllowAnonymous()
        .RequireRateLimiting(BulletinModule.StrictRateLimit);

    private static async Task<Ok<SubscriptionStands>> Handle(ConfirmSubscription body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct));
}

internal sealed class ConfirmSubscriptionValidator : AbstractValidator<ConfirmSubscription>
{
    public ConfirmSubscriptionValidator() => RuleFor(confirmation => confirmation.Token).NotEmpty().MaximumLength(100);
}

internal sealed class ConfirmSubscriptionHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ConfirmSubscription, SubscriptionStands>
{
    private const string Select = "select id as Id, state as State, confirm_until as Until from bulletin_subscriber where confirm_token_hash = @Digest";

    private const string Update = """
        update bulletin_subscriber
        set    state = 'confirmed', confirmed_at = @Now, unsubscribed_at = null, bounced_at = null, version = version + 1
        where  id = @Id and state = 'pending'
        """;

    public async Task<SubscriptionStands> Handle(ConfirmSubscription request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await db.FindAsync<Known>(Select, new { Digest = SubscriberTokens.DigestOf(request.Token!.Trim()) }, cancellationToken);
        if (known is null || known.Until < now || known.State is not (SubscriberState.Pending or SubscriberState.Confirmed))
        {
            throw new RuleBrokenException("subscription.link-expired", new(
                "Il collegamento non è più valido: iscriversi di nuovo per riceverne uno nuovo.", "The link is no longer valid: subscribe again to receive a new one."));
        }

        if (await db.ExecuteAsync(Update, new { known.Id, Now = now }, cancellationToken) == 1)
        {
            await Consents.WriteAsync(db, known.Id, ConsentStep.Confirmed, now, ConsentText.PublicForm, null, null, now, cancellationToken);
            audit.Changes("subscriber", known.Id);
        }

        return new(SubscriberState.Confirmed);
    }

    private sealed record Known(Guid Id, SubscriberState State, DateTimeOffset? Until);
}
