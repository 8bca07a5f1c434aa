using System.Globalization;
using InclusionPlatform.Bulletin.Deliveries;
using InclusionPlatform.IntegrationTests.Mail;
using InclusionPlatform.IntegrationTests.Today;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Bulletin.Deliveries;

/// <summary>The bulletin over a real SMTP conversation.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class SmtpSendingTests(Engine engine) : BulletinTests(engine), IAsyncDisposable
{
    private readonly TestSmtpServer server = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Mail:Target"] = "Smtp",
        ["Mail:From:Address"] = "bollettino@cooperativa.test",
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Smtp:Security"] = "None",
        ["Mail:Smtp:CommandTimeout"] = "00:00:20",
        ["Mail:Smtp:AcceptanceTimeout"] = "00:00:20",
    };

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Test]
    public async Task Send_WhenThreeWorkersRunAtOnce_ServerGetsEachMailOnce()
    {
        await Given.Subscribers(50);
        var number = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new StartDueEdition()));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(Send)));

        Assert.That(server.Received.SelectMany(mail => mail.To).Order(), Is.EqualTo(Enumerable.Range(0, 50).Select(n => $"iscritto{n}@posta.example").Order()));
        Assert.That(await Progress(number), Is.EqualTo((50, 50, 0, 0, 0, 0, 0, "sent")));
    }

    [Test]
    public async Task Send_WhenAddressIsUnknownToTheServer_FailsItOnceAndMarksTheSubscriber()
    {
        await Given.Subscribers(3);
        var number = await Given.ScheduledEdition(Clock.Now);
        server.When("RCPT", line => line.Contains("iscritto1@", StringComparison.Ordinal) ? TestReply.Say("550 5.1.1 no such user") : null);
        Clock.Advance(TimeSpan.FromHours(2));

        await Send();

        Assert.That(await Progress(number), Is.EqualTo((3, 2, 1, 0, 0, 0, 0, "sent")));
        Assert.That((await As(Role.BulletinEditor).Get("bulletin/subscribers?state=bounced").Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Send_WhenServerAsksForPatience_TriesAgainLaterAndNotBefore()
    {
        await Given.Subscribers(3);
        var number = await Given.ScheduledEdition(Clock.Now);
        server.WhenFirst(1, "RCPT", TestReply.Say("451 4.7.1 greylisted"));
        Clock.Advance(TimeSpan.FromHours(2));

        await Send();
        Assert.That(await Progress(number), Is.EqualTo((3, 2, 0, 1, 0, 0, 0, "sending")));
        await Send();
        Assert.That((await Progress(number)).Deferred, Is.EqualTo(1), "it is not tried again at once");

        Clock.Advance(TimeSpan.FromMinutes(2));
        await Send();
        Assert.That(await Progress(number), Is.EqualTo((3, 3, 0, 0, 0, 0, 0, "sent")));
    }

    [Test]
    public async Task Send_WhenServerIsAway_KeepsEverythingAndGivesUpAfterTwoDays()
    {
        await Given.Subscribers(3);
        var number = await Given.ScheduledEdition(Clock.Now);
        await server.DisposeAsync();
        Clock.Advance(TimeSpan.FromHours(2));

        await Send();
        var later = await Progress(number);
        Assert.That((later.Sent, later.Failed, later.Deferred + later.Waiting), Is.EqualTo((0, 0, 3)));

        Clock.Advance(TimeSpan.FromDays(3));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await Send();
        }

        Assert.That(await Progress(number), Is.EqualTo((3, 0, 3, 0, 0, 0, 0, "sent")));
    }

    [Test]
    public async Task Send_WhenAnswerNeverComes_IsUncertainAndNeverSentAgainByItself()
    {
        await Given.Subscribers(3);
        var number = await Given.ScheduledEdition(Clock.Now);
        server.WhenFirst(1, ".", TestReply.KeepAndDrop);
        Clock.Advance(TimeSpan.FromHours(2));

        await Send();
        Clock.Advance(TimeSpan.FromDays(1));
        await Send();

        Assert.That(await Progress(number), Is.EqualTo((3, 2, 0, 0, 1, 0, 0, "sent")));
        Assert.That(server.Received, Has.Count.EqualTo(3), "the server had it after all");
        var today = await As(Role.BulletinEditor).Get("today").Expect(200);
        Assert.That(today.Text, Does.Contain("uncertainDeliveries"));
        Assert.That((await CounterLists.ThatAgree(await SignIn(Role.BulletinEditor)))["uncertainDeliveries"], Is.EqualTo(1));
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/uncertain-deliveries/resolution", new { }).Expect(422);
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/uncertain-deliveries/resolution", new { decision = "consideredSent" }).Expect(200);
        Assert.That((await Progress(number)).Sent, Is.EqualTo(3));
    }

    [Test]
    public async Task Crash_WhenMailsWereBeingHandedOver_AreUncertainUntilTheEditorSendsThemAgain()
    {
        await Given.Subscribers(5);
        var number = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new StartDueEdition()));
        await InScope(async services =>
        {
            var rows = services.GetRequiredService<DeliveryRows>();
            var edition = (await rows.EditionAsync(CancellationToken.None))!;
            var owner = Guid.NewGuid();
            var batch = await rows.TakeAsync(edition.Id, owner, 200, CancellationToken.None);
            return await rows.MarkSendingAsync(edition.Id, owner, batch.Take(2), CancellationToken.None);
        });
        Clock.Advance(DeliveryRows.Lease + TimeSpan.FromSeconds(1));

        await Send();
        Assert.That(await Progress(number), Is.EqualTo((5, 3, 0, 0, 2, 0, 0, "sent")));
        Assert.That(server.Received, Has.Count.EqualTo(3));

        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/uncertain-deliveries/resolution", new { decision = "resend" }).Expect(200);
        await Send();
        Assert.That(await Progress(number), Is.EqualTo((5, 5, 0, 0, 0, 0, 0, "sent")));
        Assert.That(server.Received.SelectMany(mail => mail.To).Distinct().Count(), Is.EqualTo(5));
    }
}
