using FluentValidation;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Bulletin.Subscribers;

/// <summary>A visitor asks for the bulletin. Whoever asks learns nothing of the address: what there is to say goes to its mailbox.</summary>
/// <param name="Email">Where the bulletin is to go; a mail there asks to confirm.</param>
/// <param name="Consent">Must be true: without consent nobody is written to.</param>
internal sealed record AskSubscription(string? Email, bool Consent) : ICommand;

internal static class AskSubscriptionEndpoint
{
    public static void MapAskSubscription(this IEndpointRouteBuilder bulletin) => bulletin
        .MapPost("/subscriptions", Handle)
        .WithName("askSubscription")
        .WithSummary("Ask to receive the bulletin; a mail asks for confirmation")
        .AllowAnonymous()
        .RequireRateLimiting(BulletinModule.StrictRateLimit);

    private static async Task<Accepted> Handle(AskSubscription body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(body, ct);
        return TypedResults.Accepted((string?)null);
    }
}

internal sealed class AskSubscriptionValidator : AbstractValidator<AskSubscription>
{
    private static readonly Words ConsentNeeded = new("Per ricevere il bollettino serve il consenso.", "Consent is needed to receive the bulletin.");

    public AskSubscriptionValidator()
    {
        RuleFor(ask => ask.Email).Must(Addresses.IsValid).WithErrorCode("email.form").WithMessage(_ => Addresses.Form.ToString());
        RuleFor(ask => ask.Consent).Equal(true).WithErrorCode("consent.required").WithMessage(_ => ConsentNeeded.ToString());
    }
}

internal sealed class AskSubscriptionHandler(IDbSession db, IOutbox outbox, IAuditTrail audit, IOptions<MailOptions> mail, IOptions<ServiceOptions> service, TimeProvider clock)
    : IRequestHandler<AskSubscription, Unit>
{
    /// <summary>Nobody can use the form to fill another's mailbox.</summary>
    private static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(10);

    private const string SelectKnown = "select id as Id, email as Email, state as State, last_mail_at as LastMailAt from bulletin_subscriber where email_normalized = @Normalized";

    private const string Insert = """
        insert into bulletin_subscriber (id, email, email_normalized, state, created_at, version)
        select @Id, @Email, @Normalized, 'pending', @Now, 1
        where  not exists (select 1 from bulletin_subscriber where email_normalized = @Normalized)
        """;

    private const string AskAgain = """
        update bulletin_subscriber
        set    state = case when state = 'confirmed' then 'confirmed' else 'pending' end, confirm_token_hash = @Digest, confirm_until = @Until, last_mail_at = @Now, version = version + 1
        where  id = @Id
        """;

    public async Task<Unit> Handle(AskSubscription request, CancellationToken cancellationToken)
    {
        var email = Addresses.Read(request.Email);
        var now = clock.GetUtcNow();
        await db.ExecuteAsync(Insert, new { Id = Guid.CreateVersion7(now), Email = email.Value, email.Normalized, Now = now }, cancellationToken);
        var known = (await db.FindAsync<Known>(SelectKnown, new { email.Normalized }, cancellationToken))!;
        audit.Changes("subscriber", known.Id);
        if (known.LastMailAt > now - BetweenMails)
        {
            return Unit.Value;
        }

        var (token, digest) = SubscriberTokens.NewConfirmation();
        await db.ExecuteAsync(AskAgain, new { known.Id, Digest = digest, Until = now + SubscriberTokens.ConfirmationLife, Now = now }, cancellationToken);
        await Consents.WriteAsync(db, known.Id, ConsentStep.Requested, now, ConsentText.PublicForm, ConsentText.Current.ToString(), null, now, cancellationToken);
        var letter = known.State == SubscriberState.Confirmed
            ? SubscriptionLetters.AlreadyThere(service.Value.ServiceName)
            : SubscriptionLetters.Confirm(service.Value.ServiceName, service.Value.Link($"/bulletin/confirm/{token}"));
        await outbox.EnqueueAsync(
            new()
            {
                From = mail.Value.From.ToMailbox(),
                To = new(known.Email),
                Subject = letter.Subject,
                TextBody = letter.Text,
                MessageId = MessageIds.Of("subscription", Guid.CreateVersion7(now), mail.Value),
                Date = now,
                Headers = [new("Auto-Submitted", "auto-generated")],
            },
            cancellationToken);
        return Unit.Value;
    }

    private sealed record Known(Guid Id, string Email, SubscriberState State, DateTimeOffset? LastMailAt);
}
