using InclusionPlatform.Bulletin.Deliveries;
using InclusionPlatform.Shared.Mail;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Bulletin.Deliveries;

/// <summary>A worker dies between any two of its steps; another one ends its work, and nobody gets the bulletin twice. The folder proves what went out.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class CrashTests(Engine engine) : BulletinTests(engine)
{
    private const int Subscribers = 30;
    private int number;

    [SetUp]
    public async Task Begin()
    {
        await Given.Subscribers(Subscribers);
        number = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));
    }

    [Test]
    public async Task Crash_WhenBatchWasOnlyLeased_AnotherWorkerTakesItWhenTheLeaseEnds()
    {
        await DieAfter(marked: 0, mailed: 0);

        await Send();
        Assert.That(Mails, Is.Empty, "they are still leased");
        Clock.Advance(DeliveryRows.Lease + TimeSpan.FromSeconds(1));
        await Send();

        await ExpectOneEach();
    }

    [Test]
    public async Task Crash_WhenMarkedButNotMailed_AreMailedLater()
    {
        await DieAfter(marked: 20, mailed: 0);

        Clock.Advance(DeliveryRows.Lease + TimeSpan.FromSeconds(1));
        await Send();

        await ExpectOneEach();
    }

    [Test]
    public async Task Crash_WhenMailedButNotWrittenDown_TheFolderProvesThem()
    {
        await DieAfter(marked: 20, mailed: 11);
        Assert.That((await Progress(number)).Sent, Is.Zero);
        var before = Directory.GetFiles(MailFolder).ToDictionary(path => path, File.GetLastWriteTimeUtc);

        Clock.Advance(DeliveryRows.Lease + TimeSpan.FromSeconds(1));
        await Send();

        await ExpectOneEach();
        Assert.That(before.Select(file => File.GetLastWriteTimeUtc(file.Key)), Is.EqualTo(before.Values), "what had gone out was not written again");
    }

    /// <summary>Takes the first steps of a worker and then none, as kill -9 would.</summary>
    private async Task DieAfter(int marked, int mailed)
    {
        await InScope(services => services.GetRequiredService<IMediator>().Send(new StartDueEdition()));
        await InScope(async services =>
        {
            var rows = services.GetRequiredService<DeliveryRows>();
            var edition = (await rows.EditionAsync(CancellationToken.None))!;
            var owner = Guid.NewGuid();
            var batch = await rows.TakeAsync(edition.Id, owner, 200, CancellationToken.None);
            Assert.That(batch, Has.Count.EqualTo(Subscribers));
            if (marked > 0)
            {
                Assert.That(await rows.MarkSendingAsync(edition.Id, owner, batch.Take(marked), CancellationToken.None), Has.Count.EqualTo(marked));
            }

            var handler = ActivatorUtilities.CreateInstance<SendBulletinHandler>(services);
            var transport = services.GetRequiredService<IMailTransport>();
            foreach (var delivery in batch.Take(mailed))
            {
                await transport.SendAsync(handler.MailTo(edition, delivery), CancellationToken.None);
            }

            return true;
        });
    }

    private async Task ExpectOneEach()
    {
        Assert.That(await Progress(number), Is.EqualTo((Subscribers, Subscribers, 0, 0, 0, 0, 0, "sent")));
        Assert.That(Mails, Has.Count.EqualTo(Subscribers));
        Assert.That(Mails.Select(mails => mails.Count()), Is.All.EqualTo(1));
    }
}
