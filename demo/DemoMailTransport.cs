using InclusionPlatform.Shared.Mail;

namespace InclusionPlatform.Demo;

/// <summary>While the demo year is made, mail is taken over and forgotten: those letters were sent years ago. Afterwards mail goes where it is configured to go.</summary>
public sealed class DemoMailTransport(IMailTransport present, DemoClock clock) : IMailTransport
{
    /// <inheritdoc/>
    public Task<DeliveryResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => clock.Travels ? Task.FromResult(Taken) : present.SendAsync(mail, cancellationToken);

    /// <inheritdoc/>
    public IMailSession OpenSession() => clock.Travels ? new PastSession() : present.OpenSession();

    private static DeliveryResult Taken => new DeliveryResult.Accepted("demo");

    private sealed class PastSession : IMailSession
    {
        public Task<DeliveryResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => Task.FromResult(Taken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
