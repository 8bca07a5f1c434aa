using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Api.OutgoingMail;

/// <summary>Mails that wait for a decision, on the home of the administrator.</summary>
internal sealed class DueMail(IOutboxDesk desk) : IDueWorkSource
{
    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct) =>
        user.Has(OutgoingMailModule.WatchMail) && await desk.CountUnsettledAsync(ct) is > 0 and var count
            ? new([], [new("outgoingMailUnsettled", count, Urgency.Today, "/outgoing-mail", "outgoing-mail")])
            : DueWork.None;
}
