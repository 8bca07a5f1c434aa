using FluentValidation;
using InclusionPlatform.Bulletin.Subscribers;
using InclusionPlatform.Shared.Mail;
using InclusionPlatform.Shared.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>Mails an edition to whoever composes it, and to nobody else.</summary>
internal sealed record SendTestMail(int Number, string? Email) : ICommand;

internal static class SendTestMailEndpoint
{
    internal sealed record TestMailAddress(string? Email);

    public static void MapSendTestMail(this IEndpointRouteBuilder editions) => editions
        .MapPost("/{number:int}/test-mail", Handle)
        .WithName("sendTestMail")
        .WithSummary("Mail an edition to oneself")
        .RequireRight(BulletinModule.BulletinWrite);

    private static async Task<Accepted> Handle(int number, TestMailAddress body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SendTestMail(number, body.Email), ct);
        return TypedResults.Accepted((string?)null);
    }
}

internal sealed class SendTestMailValidator : AbstractValidator<SendTestMail>
{
    public SendTestMailValidator() => RuleFor(mail => mail.Email)
        .Must(Addresses.IsValid).WithErrorCode("email.form").WithMessage(_ => Addresses.Form.ToString());
}

internal sealed class SendTestMailHandler(EditionReading editions, IOutbox outbox, IAuditTrail audit, IOptions<MailOptions> mail, IOptions<ServiceOptions> service, TimeProvider clock)
    : IRequestHandler<SendTestMail, Unit>
{
    public async Task<Unit> Handle(SendTestMail request, CancellationToken cancellationToken)
    {
        var edition = await editions.EditionAsync(request.Number, cancellationToken);
        var text = (await editions.TextAsync(edition, clock.Today(), cancellationToken)).WithLink(service.Value.Link("/bulletin/archive"));
        var email = Addresses.Read(request.Email);
        var now = clock.GetUtcNow();
        await outbox.EnqueueAsync(
            new()
            {
                From = mail.Value.From.ToMailbox(),
                To = new(email.Value),
                Subject = $"[Prova] {text.Subject}",
                TextBody = text.MailText,
                HtmlBody = text.MailHtml,
                MessageId = MessageIds.Of("test", Guid.CreateVersion7(now), mail.Value),
                Date = now,
            },
            cancellationToken);
        audit.Changes("edition", edition.Id);
        return Unit.Value;
    }
}
