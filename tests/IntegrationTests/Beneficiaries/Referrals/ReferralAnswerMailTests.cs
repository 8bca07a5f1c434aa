using System.Globalization;
using InclusionPlatform.IntegrationTests.Mail;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Tests.Mail;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Referrals;

/// <summary>The body is told that an answer waits, over a real SMTP conversation.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class ReferralAnswerMailTests(Engine engine) : SliceTests(engine), IAsyncDisposable
{
    private readonly TestSmtpServer server = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Mail:Target"] = "Smtp",
        ["Mail:From:Address"] = "servizio@cooperativa.test",
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Smtp:Security"] = "None",
        ["Mail:Smtp:CommandTimeout"] = "00:00:20",
        ["Mail:Smtp:AcceptanceTimeout"] = "00:00:20",
        ["Beneficiaries:ReferralContact"] = "0735 000111",
    };

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private Task<Unit> Post() => InScope(services => services.GetRequiredService<IMediator>().Send(new DeliverOutbox()));

    private ParsedMail[] Mails => [.. server.Received.Where(mail => mail.To.Contains("carla@example.test")).Select(mail => ParsedMail.Of(mail.Data))];

    private async Task<string?> Told(Guid referral) => (await As(Role.Coordinator).Get($"referrals/{referral}").Expect(200))["bodyTold"]?["state"]?.ToString();

    [Test]
    public async Task Body_WhenItsReferralIsAnswered_IsToldThatAnAnswerWaitsAndNothingElse()
    {
        var id = await Given.Referral(person: Given.Person("Zafferano"));
        var reading = await Given.Reading([id]);
        Assert.That(await Told(id), Is.Null);

        await Given.Decision(reading, id, "declined");
        Assert.That(await Told(id), Is.EqualTo("leaving"));
        await Post();
        await Post();

        var mail = Mails.Single();
        Assert.That(mail.Subject, Is.EqualTo("C'è una risposta a una segnalazione"));
        Assert.That(mail.Text(), Does.Contain("23 novembre 2026").And.Contain("prot. 12/2026").And.Contain(id.ToString()).And.Contain("0735 000111"));
        Assert.That(mail.Text(), Does.Not.Contain("Zafferano").And.Not.Contain("Gioiosa").And.Not.Contain("Deciso insieme").And.Not.Contain("riservatissima").And.Not.Contain("accolta"));
        Assert.That(await Told(id), Is.EqualTo("sent"));
    }

    [Test]
    public async Task Body_WhenItsReferralWaitsIsReadAgainAndIsTakenOn_IsToldTwice()
    {
        var id = await Given.Waiting();
        await Post();
        Assert.That(Mails, Has.Length.EqualTo(1));

        Clock.Advance(TimeSpan.FromDays(1));
        var again = await Given.Reading([id], heldOn: "2026-11-24");
        await Given.Decision(again, id, "waitingList");
        await Post();
        Assert.That(Mails, Has.Length.EqualTo(1), "who waits already has not been answered anew");

        await As(Role.Coordinator).Post($"waiting-list/{id}/taking-on", new { takingOn = new { caseManagerId = await Given.IdOf(await SignIn(Role.Educator)) } }).Expect(200);
        await Post();
        Assert.That(Mails, Has.Length.EqualTo(2));
        Assert.That(Mails.Select(mail => mail.Header("Message-ID")), Is.Unique);
    }

    [Test]
    public async Task Body_WhenTheAnswerIsTakenBack_IsToldSoUnlessTheMailHadNotLeft()
    {
        var id = await Given.Referral();
        var reading = await Given.Reading([id]);
        Task<Reply> TakeBack() => As(Role.Coordinator).Post($"case-readings/{reading}/agenda/{id}/decision/withdrawal", new { reason = "Segnalazione sbagliata" });

        await Given.Decision(reading, id, "declined");
        await TakeBack().Expect(204);
        await Post();
        Assert.That(Mails, Is.Empty, "it had not left");
        Assert.That(await Told(id), Is.Null);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Given.Decision(reading, id, "waitingList");
        await Post();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await TakeBack().Expect(204);
        await Post();
        Assert.That(Mails.Select(mail => mail.Subject), Is.EqualTo(new[] { "C'è una risposta a una segnalazione", "La risposta a una segnalazione è stata ritirata" }));
        Assert.That(Mails[1].Text(), Does.Contain("23 novembre 2026").And.Contain(id.ToString()).And.Not.Contain("lista").And.Not.Contain("sbagliata").And.Not.Contain("Gioiosa"));
        Assert.That(await Told(id), Is.Null);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Given.Decision(reading, id, "declined");
        await Post();
        Assert.That(Mails, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Body_WhenItAsksBySystem_IsToldToReadItThere()
    {
        var system = await Given.Client(Platform, "referrals:write");
        var referral = Given.ReferralOf(await Given.ReferringBody());
        referral["senderReference"] = "Zafferano Gioiosa, SerD";
        referral["person"] = Given.Person("Zafferano");
        var id = (await system.Post("referrals", referral).Expect(201)).Id;

        await Given.Decision(await Given.Reading([id]), id, "waitingList");
        await Post();

        Assert.That(Mails.Single().Text(), Does.Contain("nel programma da cui la segnalazione è partita").And.Not.Contain("Zafferano").And.Not.Contain("SerD").And.Not.Contain("0735 000111"));
    }

    [Test]
    public async Task Body_WhenTheReferralGivesNoAddressOrMoreIsAsked_IsNotWrittenTo()
    {
        var referral = Given.ReferralOf(await Given.ReferringBody());
        referral["referrer"] = new { name = "Carla Prova", phone = "0735 123456" };
        var silent = (await As(Role.Educator).Post("referrals", referral).Expect(201)).Id;
        var asked = await Given.Referral();
        var reading = await Given.Reading([silent, asked]);

        await Given.Decision(reading, silent, "declined");
        await Given.Decision(reading, asked, "moreInformation");
        await Post();

        Assert.That(server.Received, Is.Empty);
        Assert.That(await Told(silent), Is.EqualTo("notSent"));
        Assert.That(await Told(asked), Is.Null);
    }
}
