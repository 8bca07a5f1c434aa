using InclusionPlatform.Bulletin.Contracts;
using InclusionPlatform.Bulletin.Deliveries;
using InclusionPlatform.Bulletin.Editions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Bulletin.Deliveries;

[TestFixtureSource(typeof(Engines))]
internal sealed class SendingTests(Engine engine) : BulletinTests(engine)
{
    [Test]
    public async Task Send_WhenItsHourComes_WritesOnceToEachConfirmedSubscriberAndIsPublic()
    {
        await Given.Subscribers(45);
        await Anonymous.Post("public/bulletin/subscriptions", new { email = "in-attesa@posta.example", consent = true }).Expect(202);
        var number = await Given.ScheduledEdition(Clock.Now);

        await Send();
        Assert.That(Mails, Is.Empty, "its hour has not come");
        Clock.Advance(TimeSpan.FromHours(2));
        await Send();
        await Send();

        Assert.That(Mails, Has.Count.EqualTo(45));
        Assert.That(Mails.Select(mails => mails.Count()), Is.All.EqualTo(1));
        Assert.That(Mails.Select(mails => mails.Key), Has.None.EqualTo("in-attesa@posta.example"));
        var mail = Mails["iscritto7@posta.example"].Single();
        Assert.That(mail.Subject, Is.EqualTo($"Bollettino lavoro – n. {number}"));
        Assert.That(mail.Header("List-Id"), Does.Contain("bulletin."));
        Assert.That(mail.Text("text/html"), Does.Contain("Aiuto cuoco").And.Not.Contain(EditionText.UnsubscribeHole));
        Assert.That(await Progress(number), Is.EqualTo((45, 45, 0, 0, 0, 0, 0, "sent")));
        Assert.That((await Anonymous.Get($"public/bulletin/{number}").Expect(200))["html"]!.ToString(), Does.Contain("Aiuto cuoco").And.Not.Contain("unsubscribe"));
        Assert.That(Platform.Logged, Has.None.Contains("@posta.example"));
    }

    [Test]
    public async Task Send_WhenNothingIsDue_LeavesNoLineInTheAccessLog()
    {
        await Send();
        Assert.That(await Lines(), Is.Zero, "the platform looks every three seconds");

        await Given.Subscribers(1);
        await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));
        await Send();
        Assert.That(await Lines(), Is.EqualTo(1));

        Task<int> Lines() => Scalar<int>("select count(*) from shared_audit_entry where request = 'StartDueEdition'");
    }

    [Test]
    public async Task Send_WhenTwoWorkersRunAtOnce_StillWritesOnceToEach()
    {
        await Given.Subscribers(60);
        var number = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new StartDueEdition()));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(Send)));

        Assert.That(await Scalar<int>("select sum(attempts) from bulletin_delivery"), Is.EqualTo(60), "no delivery was tried by two");
        Assert.That(await Progress(number), Is.EqualTo((60, 60, 0, 0, 0, 0, 0, "sent")));
    }

    [Test]
    public async Task Send_WhenSomebodyUnsubscribesMeanwhile_SkipsThem()
    {
        await Given.Subscribers(2);
        var leaving = await Given.Subscriber("se-ne-va@posta.example");
        var number = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new StartDueEdition()));
        await As(Role.BulletinEditor).Post($"bulletin/subscribers/{leaving}/unsubscription").Expect(200);

        await Send();

        Assert.That(await Progress(number), Is.EqualTo((3, 2, 0, 0, 0, 1, 0, "sent")));
        Assert.That(Mails["se-ne-va@posta.example"], Is.Empty);
    }

    [Test]
    public async Task Send_WhenOpportunityChangesMeanwhile_EverybodyGetsTheSame()
    {
        await Given.Subscribers(1);
        var offer = await Given.PublishedOpportunity("Titolo di prima");
        var number = await Given.Edition(offer);
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now.AddHours(1) }).Expect(200);
        Clock.Advance(TimeSpan.FromHours(2));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new StartDueEdition()));
        await As(Role.BulletinEditor).Put($"opportunities/{offer}", Given.Offer("Titolo di dopo"), 2).Expect(204);

        await Send();

        Assert.That(Mails.Single().Single().Text(), Does.Contain("Titolo di prima"));
        await As(Role.BulletinEditor).Put($"bulletin/editions/{number}", new { title = "Tardi" }, 3).Expect(422, "edition.already-sent");
    }

    [Test]
    public async Task Send_WhenEveryOpportunityWasWithdrawn_GoesBackToTheDrafts()
    {
        await Given.Subscribers(1);
        var offer = await Given.PublishedOpportunity();
        var number = await Given.Edition(offer);
        await As(Role.BulletinEditor).Post($"bulletin/editions/{number}/schedule", new { at = Clock.Now.AddHours(1) }).Expect(200);
        await As(Role.BulletinEditor).Post($"opportunities/{offer}/withdrawal").Expect(200);
        Clock.Advance(TimeSpan.FromHours(2));

        await Send();

        Assert.That((await As(Role.BulletinEditor).Get($"bulletin/editions/{number}").Expect(200))["state"]!.ToString(), Is.EqualTo("draft"));
        Assert.That(Mails, Is.Empty);
    }

    [Test]
    public async Task Send_WhenTwoEditionsAreDue_SendsThemOneAfterTheOther()
    {
        await Given.Subscribers(3);
        var first = await Given.ScheduledEdition(Clock.Now);
        var second = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));

        await Send();
        Assert.That((await Progress(first)).State, Is.EqualTo("sent"));
        Assert.That((await Progress(second)).State, Is.EqualTo("scheduled"));
        await Send();
        Assert.That((await Progress(second)).State, Is.EqualTo("sent"));
        Assert.That(Mails.Select(mails => mails.Count()), Is.All.EqualTo(2));
    }

    [Test]
    public async Task Year_WhenCounted_TellsTheLastNumberAndItsAddresses()
    {
        await Given.Subscribers(4);
        await Given.ScheduledEdition(Clock.Now);
        var last = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));
        await Send();
        await Send();

        Assert.That(await Year(2026), Is.EqualTo(new BulletinYear(last, 4)));
        Assert.That(await Year(2025), Is.EqualTo(new BulletinYear(null, 0)));
    }

    [Test]
    public async Task Send_WhenOneAddressCannotBeWritten_FailsThatOneAndGoesOn()
    {
        await Given.Subscribers(30);
        var broken = await Given.Subscriber("rotto@posta.example");
        await Run("update bulletin_subscriber set email = @Email where id = @Id", new { Id = broken, Email = "rotto\n@posta.example" });
        var number = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));

        await Send();
        await Send();

        Assert.That(await Progress(number), Is.EqualTo((31, 30, 1, 0, 0, 0, 0, "sent")));
        Assert.That(await Scalar<string>("select failure from bulletin_delivery where state = 'failed'"), Is.EqualTo("mail.address-invalid"));
        Assert.That(Mails.Select(mails => mails.Count()), Is.All.EqualTo(1));
        Assert.That((await As(Role.BulletinEditor).Get($"bulletin/editions/{number}/progress").Expect(200))["unwritable"]!.GetValue<int>(), Is.EqualTo(1));
    }

    [Test]
    public async Task Send_WhenNothingOfAnEditionCanBeWritten_TheNextOneStillLeaves()
    {
        await Given.Subscribers(3);
        var first = await Given.ScheduledEdition(Clock.Now);
        var second = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));
        await Run("update bulletin_subscriber set email = replace(email, '@', ' @')", new { });
        await Send();
        Assert.That(await Progress(first), Is.EqualTo((3, 0, 3, 0, 0, 0, 0, "sent")));

        await Run("update bulletin_subscriber set email = replace(email, ' @', '@')", new { });
        await Send();

        Assert.That(await Progress(second), Is.EqualTo((3, 3, 0, 0, 0, 0, 0, "sent")));
    }

    [Test]
    public async Task Send_WhenTheTitleWasKeptBeforeTheRuleWithALineBreak_LeavesOnOneLine()
    {
        await Given.Subscribers(2);
        var number = await Given.ScheduledEdition(Clock.Now);
        await Run("update bulletin_edition set title = @Title", new { Title = "Secondo giro\nriga" });
        Clock.Advance(TimeSpan.FromHours(2));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new StartDueEdition()));
        await Run("update bulletin_edition set subject = @Subject", new { Subject = "Frozen\nbefore" });

        await Send();

        Assert.That(await Progress(number), Is.EqualTo((2, 2, 0, 0, 0, 0, 0, "sent")));
        Assert.That(Mails["iscritto0@posta.example"].Single().Subject, Is.EqualTo("Frozen before"));
    }

    private Task<int> Run(string sql, object args) => InScope(services => services.GetRequiredService<InclusionPlatform.Shared.IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));

    private Task<BulletinYear> Year(int year) => InScope(services => services.GetRequiredService<IMediator>().Send(new CountBulletin(year)));
}
