using InclusionPlatform.Shared.Mail;

namespace InclusionPlatform.IntegrationTests.Mail;

internal sealed class SmtpSessionTests : SmtpTests
{
    [Test]
    public async Task Session_WhenManyMailsAreSent_UsesOneConnection()
    {
        var results = await SendMany(20);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results, Has.All.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(Server.Connections, Is.EqualTo(1));
            Assert.That(Server.Received.Select(mail => mail.To[0]), Is.EqualTo(Enumerable.Range(1, 20).Select(number => $"lettrice{number}@posta.test")));
        }
    }

    [Test]
    public async Task Session_WhenOneRecipientIsRefused_TheNextIsReachedOnTheSameConnection()
    {
        Server.WhenFirst(1, "RCPT", TestReply.Say("550 5.1.1 No such user"));

        var results = await SendMany(2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results[0], Is.InstanceOf<DeliveryResult.Refused>());
            Assert.That(results[1], Is.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(Server.Connections, Is.EqualTo(1));
            Assert.That(Server.Received.Single().To, Is.EqualTo(new[] { "lettrice2@posta.test" }));
        }
    }

    [TestCase("RSET")]
    [TestCase("MAIL")]
    [TestCase("RCPT")]
    [TestCase("DATA")]
    public async Task Session_WhenTheOpenConnectionHasGoneStale_ReconnectsAndDeliversOnce(string verb)
    {
        await using var session = Transport().OpenSession();
        var first = await session.SendAsync(Mail(1), CancellationToken.None);
        Server.WhenFirst(1, verb, TestReply.Drop);
        var second = await session.SendAsync(Mail(2), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { first, second }, Has.All.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(Server.Connections, Is.EqualTo(2));
            Assert.That(Server.Received.Select(mail => mail.To[0]), Is.EqualTo(new[] { "lettrice1@posta.test", "lettrice2@posta.test" }));
        }
    }

    [Test]
    public async Task Session_WhenServerEndsTheConnectionBy421_ReconnectsAndDeliversOnce()
    {
        await using var session = Transport().OpenSession();
        await session.SendAsync(Mail(1), CancellationToken.None);
        Server.WhenFirst(1, "MAIL", TestReply.SayAndClose("421 4.7.0 Too many mails on this connection"));

        var second = await session.SendAsync(Mail(2), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second, Is.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(Server.Received, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task Session_WhenADeliveryIsUncertain_ItIsNotRepeatedAndTheNextGoesOut()
    {
        await using var session = Transport().OpenSession();
        var first = await session.SendAsync(Mail(1), CancellationToken.None);
        Server.WhenFirst(1, ".", TestReply.KeepAndDrop);
        var second = await session.SendAsync(Mail(2), CancellationToken.None);
        var third = await session.SendAsync(Mail(3), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(second, Is.InstanceOf<DeliveryResult.Uncertain>());
            Assert.That(third, Is.InstanceOf<DeliveryResult.Accepted>());
            Assert.That(Server.Received.Select(mail => mail.To[0]), Is.EqualTo(new[] { "lettrice1@posta.test", "lettrice2@posta.test", "lettrice3@posta.test" }));
        }
    }

    [Test]
    public async Task Session_WhenAConnectionHasServedItsMails_OpensAnother()
    {
        Options.MailsPerConnection = 2;

        await SendMany(5);

        Assert.That(Server.Received.Select(mail => mail.Connection), Is.EqualTo(new[] { 1, 1, 2, 2, 3 }));
    }

    [Test]
    public async Task Session_WhenServerComesBack_GoesOnWithTheNextMail()
    {
        Server.WhenFirst(1, "CONNECT", TestReply.Drop);

        var results = await SendMany(2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results[0], Is.InstanceOf<DeliveryResult.Deferred>());
            Assert.That(results[1], Is.InstanceOf<DeliveryResult.Accepted>());
        }
    }
}
