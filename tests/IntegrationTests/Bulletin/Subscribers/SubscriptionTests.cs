using System.Text;
using System.Text.RegularExpressions;

namespace InclusionPlatform.IntegrationTests.Bulletin.Subscribers;

[TestFixtureSource(typeof(Engines))]
internal sealed partial class SubscriptionTests(Engine engine) : BulletinTests(engine)
{
    private const string Address = "Lettrice@Posta.example";

    [Test]
    public async Task Ask_WhenConfirmedFromTheMailbox_IsSubscribedWithItsProof()
    {
        await Anonymous.Post("public/bulletin/subscriptions", new { email = Address, consent = true }).Expect(202);
        Assert.That((await Subscribers("pending")).Items, Has.Count.EqualTo(1));
        await DeliverOutbox();

        var token = Token(Mails[Address.Replace("Posta", "posta", StringComparison.Ordinal)].Single().Text());
        await Anonymous.Post("public/bulletin/subscriptions/confirmation", new { token }).Expect(200);
        await Anonymous.Post("public/bulletin/subscriptions/confirmation", new { token }).Expect(200);

        Assert.That((await Subscribers("confirmed")).Items, Has.Count.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from bulletin_consent where step in ('requested', 'confirmed')"), Is.EqualTo(2));
        Assert.That(await Scalar<int>("select count(*) from bulletin_consent where text_version = '2026-11-1' and consent_text is not null"), Is.EqualTo(1));
    }

    [Test]
    public async Task Ask_WhenAddressIsKnownPendingOrNew_AnswersAlways_TheSame()
    {
        await Given.Subscriber("iscritta@posta.example");

        var known = await Anonymous.Post("public/bulletin/subscriptions", new { email = "ISCRITTA@posta.example", consent = true }).Expect(202);
        var fresh = await Anonymous.Post("public/bulletin/subscriptions", new { email = "nuova@posta.example", consent = true }).Expect(202);
        var again = await Anonymous.Post("public/bulletin/subscriptions", new { email = "nuova@posta.example", consent = true }).Expect(202);

        Assert.That(new[] { known.Text, again.Text }, Is.All.EqualTo(fresh.Text));
        await DeliverOutbox();
        Assert.That(Mails["nuova@posta.example"].Count(), Is.EqualTo(1), "the form does not fill a mailbox");
        Assert.That(Mails["iscritta@posta.example"].Single().Text(), Does.Contain("arriva già"));
    }

    [Test]
    public async Task Ask_WhenConsentOrAddressIsMissing_IsRefusedAtItsField()
    {
        Assert.That((await Anonymous.Post("public/bulletin/subscriptions", new { email = Address, consent = false }).Expect(422)).CodesOf("consent"), Is.EqualTo(new[] { "consent.required" }));
        Assert.That((await Anonymous.Post("public/bulletin/subscriptions", new { email = "a@b", consent = true }).Expect(422)).CodesOf("email"), Is.EqualTo(new[] { "email.form" }));
        Assert.That(await Scalar<int>("select count(*) from bulletin_subscriber"), Is.Zero);
    }

    [Test]
    public async Task Confirm_WhenLinkIsOldOrMadeUp_IsRefused()
    {
        await Anonymous.Post("public/bulletin/subscriptions", new { email = Address, consent = true }).Expect(202);
        await DeliverOutbox();
        var token = Token(Mails.Single().Single().Text());
        Clock.Advance(TimeSpan.FromDays(8));

        await Anonymous.Post("public/bulletin/subscriptions/confirmation", new { token }).Expect(422, "subscription.link-expired");
        await Anonymous.Post("public/bulletin/subscriptions/confirmation", new { token = "inventato" }).Expect(422, "subscription.link-expired");
        await Anonymous.Post("public/bulletin/subscriptions/confirmation", new { token = "" }).Expect(422);
    }

    [Test]
    public async Task Unsubscribe_WhenMailProgramClicksOnce_EndsItWithoutSignIn()
    {
        await Given.Subscriber("iscritta@posta.example");
        var number = await Given.ScheduledEdition(Clock.Now);
        Clock.Advance(TimeSpan.FromHours(2));
        await Send();
        var mail = Mails["iscritta@posta.example"].Single();
        var link = new Uri(mail.Header("List-Unsubscribe")!.Trim('<', '>')).AbsolutePath;
        Assert.That(mail.Header("List-Unsubscribe-Post"), Is.EqualTo("List-Unsubscribe=One-Click"));

        // A program that opens every link must not end the subscription.
        Assert.That((await Anonymous.Get(link)).Status, Is.EqualTo(302));
        Assert.That((await Subscribers("confirmed")).Items, Has.Count.EqualTo(1));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var form = new StringContent("List-Unsubscribe=One-Click", Encoding.UTF8, "application/x-www-form-urlencoded");
            await Anonymous.Send(HttpMethod.Post, link, form).Expect(200);
        }

        Assert.That((await Subscribers("unsubscribed")).Items, Has.Count.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from bulletin_consent where step = 'withdrawn'"), Is.EqualTo(1));
        await Anonymous.Post($"/api/v1/public/bulletin/unsubscription/{new string('A', 43)}").Expect(404);
        Assert.That((await Progress(number)).Sent, Is.EqualTo(1));
    }

    [Test]
    public async Task Add_WhenAddressIsThereAlready_IsAConflictAndWhenItLeft_ItMayReturn()
    {
        var id = await Given.Subscriber("iscritta@posta.example");
        var body = new { email = "ISCRITTA@POSTA.EXAMPLE", consentSource = "telefonata", consentOn = "2026-11-21", consentText = "Testo" };
        await As(Role.BulletinEditor).Post("bulletin/subscribers", body).Expect(409, "subscriber.exists");

        await As(Role.BulletinEditor).Post($"bulletin/subscribers/{id}/unsubscription").Expect(200);
        await As(Role.BulletinEditor).Post("bulletin/subscribers", body).Expect(201);

        var future = await As(Role.BulletinEditor).Post("bulletin/subscribers", new { email = "x@posta.example", consentSource = "s", consentOn = "2027-01-01", consentText = "t" }).Expect(422);
        Assert.That(future.CodesOf("consentOn"), Is.EqualTo(new[] { "consent.future" }));
        var mistyped = await As(Role.BulletinEditor).Post("bulletin/subscribers", new { email = "x@posta.example", consentSource = "s", consentOn = "0026-01-01", consentText = "t" }).Expect(422);
        Assert.That(mistyped.CodesOf("consentOn"), Is.Not.Empty);
    }

    [Test]
    public async Task Search_WhenDone_KeepsAddressesOutOfUrlsAndLogs()
    {
        await Given.Subscriber("prima_lettrice@posta.example");
        await Given.Subscriber("primaxlettrice@posta.example");

        var found = await As(Role.BulletinEditor).Post("bulletin/subscribers/search", new { q = "PRIMA_", total = true }).Expect(200);

        Assert.That(found.Items, Has.Count.EqualTo(1), "an underscore is a letter, not a wildcard");
        Assert.That(found["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(found.Items[0]!["consentSource"]!.ToString(), Is.EqualTo("modulo firmato allo sportello"));
        Assert.That(Platform.Logged, Has.None.Contains("posta.example"));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'subscribers' and purpose = 'search'"), Is.EqualTo(1));
    }

    [GeneratedRegex(@"/bulletin/confirm/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();

    private static string Token(string text) => Link().Match(text).Groups[1].Value;

    private Task<Reply> Subscribers(string state) => As(Role.BulletinEditor).Get($"bulletin/subscribers?state={state}").Expect(200);
}
