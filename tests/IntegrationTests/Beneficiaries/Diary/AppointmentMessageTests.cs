using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Tests.Mail;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Diary;

[TestFixtureSource(typeof(Engines))]
internal sealed class AppointmentMessageTests(Engine engine) : SliceTests(engine)
{
    private async Task<object> Plan(string on = "2026-11-26", string at = "10:30", bool tellPerson = true, bool tellPlace = false, string place = "Via dei Gerani 4") =>
        new { kind = "interview", on, at, minutes = 45, userId = await Given.IdOf(await SignIn(Role.Educator)), place, note = "Terapia", tellPerson, tellPlace };

    private async Task<(Guid Person, Guid Case)> Somebody(bool safe = true, bool agreed = true)
    {
        var data = Given.Person("Zafferano");
        data["contacts"] = new { phone = "333 1234567", email = "persona@example.test", mailIsSafe = safe };
        var one = await Given.Case(person: data);
        if (agreed)
        {
            await As(Role.Educator).Post($"beneficiaries/{one.Person}/consents", new { purpose = "appointmentReminders", textVersion = "2026-1", givenOn = "2026-11-20", proof = "paperArchive" }).Expect(201);
        }

        return one;
    }

    private Task<Unit> Run<T>() where T : IRequest<Unit>, new() => InScope(services => services.GetRequiredService<IMediator>().Send(new T()));

    private async Task Post()
    {
        await InScope(services => services.GetRequiredService<IMediator>().Send(new TellPeopleOfAppointments()));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DeliverOutbox()));
    }

    private ParsedMail[] Mails => Directory.Exists(Path.Combine(Platform.DataFolder, "mail"))
        ? [.. Directory.GetFiles(Path.Combine(Platform.DataFolder, "mail"), "*.eml").Select(path => ParsedMail.Of(File.ReadAllBytes(path))).Where(mail => mail.Mailbox("To").Address == "persona@example.test")] : [];

    private async Task<System.Text.Json.Nodes.JsonNode?> Message(Guid caseId) => (await As(Role.Educator).Get($"cases/{caseId}/appointments").Expect(200)).Items.Single()!["message"];

    [Test]
    public async Task Person_WhenTheHourComes_IsToldOnceByANeutralMail()
    {
        var (person, caseId) = await Somebody();
        await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan(tellPlace: true)).Expect(201);
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/appointment-message").Expect(200))["obstacle"], Is.Null);

        await Post();
        Assert.That(Mails, Is.Empty, "it is three days away");
        Assert.That((await Message(caseId))!["state"]!.ToString(), Is.EqualTo("planned"));
        Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(2));
        await Post();
        await Post();

        var mail = Mails.Single();
        Assert.That(mail.Subject, Is.EqualTo("Promemoria di un appuntamento"));
        Assert.That(mail.Text(), Does.Contain("giovedì 26 novembre 2026 alle 10:30").And.Contain("Via dei Gerani 4").And.Not.Contain("Zafferano").And.Not.Contain("Terapia").And.Not.Contain("olloquio"));
        Assert.That((await Message(caseId))!["state"]!.ToString(), Is.EqualTo("sent"));
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/access-log?limit=50").Expect(200)).Text, Does.Contain("appointment-message"));
    }

    [TestCase(false, true, "notSafe")]
    [TestCase(true, false, "noConsent")]
    public async Task Person_WhenTheFileDoesNotAllowIt_IsNotToldAndTheAppointmentSaysWhy(bool safe, bool agreed, string obstacle)
    {
        var (person, caseId) = await Somebody(safe, agreed);
        await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan("2026-11-24")).Expect(201);
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/appointment-message").Expect(200))["obstacle"]!.ToString(), Is.EqualTo(obstacle));

        Clock.Advance(TimeSpan.FromHours(4));
        await Post();

        Assert.That(Mails, Is.Empty);
        var message = await Message(caseId);
        Assert.That((message!["state"]!.ToString(), message["obstacle"]!.ToString()), Is.EqualTo(("notSent", obstacle)));
        if (!agreed)
        {
            await As(Role.Educator).Post($"beneficiaries/{person}/consents", new { purpose = "appointmentReminders", textVersion = "2026-1", givenOn = "2026-11-23", proof = "paperArchive" }).Expect(201);
            await Post();
            Assert.That(Mails, Has.Length.EqualTo(1), "agreed in time, they are told");
        }
    }

    [Test]
    public async Task Person_WhenTheyObject_IsNeverTold()
    {
        var (person, caseId) = await Somebody();
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "objection", scope = "directContacts", fromOn = "2026-11-20", note = "Non vuole e-mail" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan("2026-11-24")).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan("2026-11-24", "11:30", tellPerson: false)).Expect(201);
        Clock.Advance(TimeSpan.FromHours(5));
        await Post();

        Assert.That(Mails, Is.Empty);
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/appointments").Expect(200)).Items.Select(one => one!["message"]?["obstacle"]?.ToString()), Is.EqualTo(new[] { "objection", null }));
    }

    [TestCase("statistics")]
    [TestCase("companyMatching")]
    public async Task Person_WhenTheyObjectToSomethingElse_IsToldAsAlways(string scope)
    {
        var (person, caseId) = await Somebody();
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "objection", scope, fromOn = "2026-11-20" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan("2026-11-24")).Expect(201);
        Clock.Advance(TimeSpan.FromHours(5));
        await Post();

        Assert.That(Mails, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Appointment_WhenMovedOrCancelled_TheMessageFollows()
    {
        var (_, caseId) = await Somebody();
        var id = (await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan("2026-11-24")).Expect(201)).Id;
        Clock.Advance(TimeSpan.FromHours(4));
        await InScope(services => services.GetRequiredService<IMediator>().Send(new TellPeopleOfAppointments()));

        await As(Role.Educator).Put($"cases/{caseId}/appointments/{id}", await Plan("2026-11-27"), 1).Expect(204);
        await Post();
        Assert.That(Mails, Is.Empty, "it had not left: it was taken back");
        Clock.Advance(TimeSpan.FromDays(3));
        await Post();
        Assert.That(Mails.Single().Text(), Does.Contain("venerdì 27 novembre"));

        await As(Role.Educator).Put($"cases/{caseId}/appointments/{id}", await Plan("2026-12-03"), 2).Expect(204);
        await Post();
        Assert.That(Mails.Select(mail => mail.Subject), Is.EquivalentTo(new[] { "Promemoria di un appuntamento", "Appuntamento spostato" }));
        Assert.That((await Message(caseId))!["state"]!.ToString(), Is.EqualTo("planned"), "a reminder is due at the new hour");

        await As(Role.Educator).Post($"cases/{caseId}/appointments/{id}/outcome", new { outcome = "cancelled", reason = "askedByService" }, ("If-Match", "\"3\"")).Expect(204);
        await Post();
        Assert.That(Mails.Select(mail => mail.Subject), Does.Contain("Appuntamento annullato").And.Exactly(3).Items);
        Assert.That(Mails.Select(mail => mail.Text()), Is.All.Not.Contains("SerD"));
    }

    [Test]
    public async Task Place_WhenItSpeaksOfHealthOrIsMissing_IsNotWritten()
    {
        var (_, caseId) = await Somebody();

        Assert.That((await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan(tellPlace: true, place: "SerD, stanza 3")).Expect(422)).CodesOf("place"), Is.EqualTo(new[] { "appointment.place-speaks" }));
        Assert.That((await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan(tellPlace: true, place: "")).Expect(422)).CodesOf("place"), Is.EqualTo(new[] { "appointment.place-needed" }));
        await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan(place: "SerD, stanza 3")).Expect(201);
        await (await AnotherPerson(Role.Educator)).Get($"cases/{caseId}/appointment-message").Expect(404);
        await As(Role.Coordinator).Get($"cases/{caseId}/appointment-message").Expect(403, "beneficiary.team-only");
    }

    [Test]
    public async Task Message_WhenTwoNodesRunAtOnce_LeavesOnce()
    {
        var (_, caseId) = await Somebody();
        await As(Role.Educator).Post($"cases/{caseId}/appointments", await Plan("2026-11-24")).Expect(201);
        Clock.Advance(TimeSpan.FromHours(4));

        await Task.WhenAll(Run<TellPeopleOfAppointments>(), Run<TellPeopleOfAppointments>());
        await InScope(services => services.GetRequiredService<IMediator>().Send(new DeliverOutbox()));

        Assert.That(Mails, Has.Length.EqualTo(1));
    }
}
