using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Subscribers;

/// <summary>Enters somebody who agreed elsewhere, with the proof of it.</summary>
/// <param name="Email">Address.</param>
/// <param name="ConsentSource">Where the consent is kept, such as a signed sheet at the desk.</param>
/// <param name="ConsentOn">The day on which it was given.</param>
/// <param name="ConsentText">The words that were agreed to.</param>
internal sealed record AddSubscriber(string? Email, string? ConsentSource, DateOnly? ConsentOn, string? ConsentText) : ICommand<AddedSubscriber>;

/// <summary>The new subscriber.</summary>
internal sealed record AddedSubscriber(Guid Id);

internal static class AddSubscriberEndpoint
{
    public static void MapAddSubscriber(this IEndpointRouteBuilder subscribers) => subscribers
        .MapPost("/", Handle)
        .WithName("addSubscriber")
        .WithSummary("Enter a subscriber with the proof of consent")
        .RequireRight(BulletinModule.BulletinWrite);

    private static async Task<Created<AddedSubscriber>> Handle(AddSubscriber body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Created((string?)null, await mediator.Send(body, ct));
}

internal sealed class AddSubscriberValidator : AbstractValidator<AddSubscriber>
{
    private static readonly Words Future = new("Il consenso non può essere di un giorno futuro.", "The consent cannot be of a future day.");

    public AddSubscriberValidator(TimeProvider clock)
    {
        RuleFor(subscriber => subscriber.Email).Must(Addresses.IsValid).WithErrorCode("email.form").WithMessage(_ => Addresses.Form.ToString());
        RuleFor(subscriber => subscriber.ConsentSource).NotEmpty().MaximumLength(200);
        RuleFor(subscriber => subscriber.ConsentOn).NotNull().Must(day => day is null || day <= clock.Today()).WithErrorCode("consent.future").WithMessage(_ => Future.ToString());
        RuleFor(subscriber => subscriber.ConsentOn).IsLikelyDay();
        RuleFor(subscriber => subscriber.ConsentText).NotEmpty().MaximumLength(1000);
    }
}

internal sealed class AddSubscriberHandler(IDbSession db, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<AddSubscriber, AddedSubscriber>
{
    private const string SelectKnown = "select id as Id, state as State, version as Version from bulletin_subscriber where email_normalized = @Normalized";

    private const string Insert = """
        insert into bulletin_subscriber (id, email, email_normalized, state, created_at, confirmed_at, version)
        values (@Id, @Email, @Normalized, 'confirmed', @Now, @Now, 1)
        """;

    private const string Return = """
        update bulletin_subscriber
        set    state = 'confirmed', email = @Email, confirmed_at = @Now, unsubscribed_at = null, bounced_at = null, confirm_token_hash = null, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<AddedSubscriber> Handle(AddSubscriber request, CancellationToken cancellationToken)
    {
        var email = Addresses.Read(request.Email);
        var now = clock.GetUtcNow();
        var known = await db.FindAsync<Known>(SelectKnown, new { email.Normalized }, cancellationToken);
        if (known?.State == SubscriberState.Confirmed)
        {
            throw Taken();
        }

        var id = known?.Id ?? Guid.CreateVersion7(now);
        var changed = known is null
            ? await db.ExecuteAsync(Insert, new { Id = id, Email = email.Value, email.Normalized, Now = now }, cancellationToken, Taken)
            : await db.ExecuteAsync(Return, new { Id = id, Email = email.Value, known.Version, Now = now }, cancellationToken);
        if (changed == 0)
        {
            throw new StaleVersionException();
        }

        await Consents.WriteAsync(
            db, id, ConsentStep.Recorded, request.ConsentOn!.Value.StartInItaly(), request.ConsentSource!.Trim(), request.ConsentText!.Trim(), user.Id, now, cancellationToken);
        audit.Changes("subscriber", id);
        return new(id);
    }

    private static ConflictException Taken() => new("subscriber.exists", new("Questo indirizzo è già iscritto al bollettino.", "This address already receives the bulletin."));

    private sealed record Known(Guid Id, SubscriberState State, int Version);
}
