using MediatR;

namespace InclusionPlatform.Shared.Messaging;

/// <summary>
/// Forgets what was in mails that need it no more: they hold addresses, and links that are as good as passwords (GDPR art. 5(1)(e)). The line stays,
/// so that what a mail belongs to still tells that it was sent.
/// </summary>
internal sealed record ForgetMailContents : ICommand;

internal sealed class ForgetMailContentsHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ForgetMailContents, Unit>
{
    private static readonly TimeSpan AfterSettling = TimeSpan.FromDays(30);

    private const string Update = "update shared_outbox_mail set mail = '' where state in ('sent', 'givenUp') and next_attempt_at < @Before and mail <> ''";

    public async Task<Unit> Handle(ForgetMailContents request, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Update, new { Before = clock.GetUtcNow() - AfterSettling }, cancellationToken);
        return Unit.Value;
    }
}
