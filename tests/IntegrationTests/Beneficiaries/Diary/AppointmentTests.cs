using InclusionPlatform.Beneficiaries.Appointments;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Diary;

[TestFixtureSource(typeof(Engines))]
internal sealed class AppointmentTests(Engine engine) : SliceTests(engine)
{
    private static object Plan(Guid userId, string on = "2026-11-26", string at = "10:30", string kind = "interview") =>
        new { kind, on, at, minutes = 45, userId, place = "Stanza del SerD", note = "Portare il curriculum" };

    private async Task<Guid> Planned(Guid caseId, string on = "2026-11-26", string at = "10:30", ApiUser? with = null) =>
        (await As(Role.Educator).Post($"cases/{caseId}/appointments", Plan(await Given.IdOf(with ?? await SignIn(Role.Educator)), on, at)).Expect(201)).Id;

    private async Task<Reply> Outcome(Guid caseId, Guid id, string outcome, int version = 1, string? reason = null, int status = 204) =>
        await As(Role.Educator).Post($"cases/{caseId}/appointments/{id}/outcome", new { outcome, reason, note = "Ha avvisato tardi" }, ("If-Match", $"\"{version}\"")).Expect(status);

    private static IEnumerable<string> Of(Reply today, string kind) => today["tasks"]!.AsArray().Where(task => task!["kind"]!.ToString() == kind).Select(task => task!["link"]!.ToString());

    [Test]
    public async Task Appointment_WhenPlannedAndMoved_IsListedInOrderAndEncrypted()
    {
        var (_, caseId) = await Given.Case();
        var later = await Planned(caseId, "2026-11-27");
        var sooner = await Planned(caseId);

        var list = await As(Role.Educator).Get($"cases/{caseId}/appointments?limit=1").Expect(200);
        Assert.That(list.Ids, Is.EqualTo(new[] { sooner }));
        Assert.That(list.Items[0]!["at"]!.ToString(), Is.EqualTo("10:30"));
        Assert.That(list.Items[0]!["on"]!.ToString(), Is.EqualTo("2026-11-26"));
        Assert.That(list.Items[0]!["minutes"]!.GetValue<int>(), Is.EqualTo(45));
        Assert.That(list.Items[0]!["place"]!.ToString(), Is.EqualTo("Stanza del SerD"));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/appointments?limit=1&cursor={list["nextCursor"]}").Expect(200)).Ids, Is.EqualTo(new[] { later }));
        Assert.That(await Scalar<string>("select details_cipher from beneficiaries_appointment where id = @Id", new { Id = sooner }), Does.Not.Contain("SerD"));

        var me = await Given.IdOf(await SignIn(Role.Educator));
        await As(Role.Educator).Put($"cases/{caseId}/appointments/{sooner}", Plan(me, "2026-11-30", "09:00"), 1).Expect(204);
        await As(Role.Educator).Put($"cases/{caseId}/appointments/{sooner}", Plan(me, "2026-12-01"), 1).Expect(412, "record.stale");
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/appointments").Expect(200)).Ids, Is.EqualTo(new[] { later, sooner }));
    }

    [Test]
    public async Task NoShow_WhenRecorded_IsCountedOnTheCaseAndCanBeTakenBack()
    {
        var (_, caseId) = await Given.Case();
        var id = await Planned(caseId, "2026-11-23", "08:30");

        Assert.That((await Outcome(caseId, id, "noShow", status: 422)).CodesOf("reason"), Is.EqualTo(new[] { "appointment.reason-needed" }));
        await Outcome(caseId, id, "noShow", reason: "transport");
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["noShows"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await As(Role.Coordinator).Get($"cases/{caseId}").Expect(200))["noShows"], Is.Null, "for the équipe only");
        var recorded = await As(Role.Educator).Get($"cases/{caseId}/appointments?show=recorded").Expect(200);
        Assert.That(recorded.Items.Single()!["reason"]!.ToString(), Is.EqualTo("transport"));
        Assert.That((await Outcome(caseId, id, "held", 2, status: 422)).Code, Is.EqualTo("appointment.recorded"));
        await As(Role.Educator).Put($"cases/{caseId}/appointments/{id}", Plan(await Given.IdOf(await SignIn(Role.Educator))), 2).Expect(422, "appointment.recorded");

        var educator = await SignIn(Role.Educator);
        await educator.Delete($"cases/{caseId}/appointments/{id}/outcome", ("If-Match", "\"1\"")).Expect(412, "record.stale");
        await educator.Delete($"cases/{caseId}/appointments/{id}/outcome", ("If-Match", "\"2\"")).Expect(204);
        await educator.Delete($"cases/{caseId}/appointments/{id}/outcome", ("If-Match", "\"3\"")).Expect(422, "appointment.no-outcome");
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["noShows"]!.GetValue<int>(), Is.Zero);
        await Outcome(caseId, id, "held", 3);
    }

    [Test]
    public async Task Outcome_WhenItsHourHasNotCome_CanOnlyBeACancellation()
    {
        var (_, caseId) = await Given.Case();
        var id = await Planned(caseId);

        Assert.That((await Outcome(caseId, id, "held", status: 422)).Code, Is.EqualTo("appointment.not-begun"));
        Assert.That((await Outcome(caseId, id, "noShow", reason: "unknown", status: 422)).Code, Is.EqualTo("appointment.not-begun"));
        await Outcome(caseId, id, "planned", status: 422);
        await Outcome(caseId, id, "cancelled", 9, "askedByPerson", 412);
        await Outcome(caseId, id, "cancelled", 1, "askedByPerson");
    }

    [Test]
    public async Task Reminder_WhenADayIsLeft_IsGivenOnceAndNamesNobody()
    {
        var (person, caseId) = await Given.Case(person: Given.Person("Promemoria"));
        var colleague = await AnotherPerson(Role.Educator);
        await Given.Member(caseId, colleague);
        await Planned(caseId, "2026-11-26", "10:30", colleague);
        Task<Unit> Remind() => InScope(services => services.GetRequiredService<IMediator>().Send(new RemindAppointments()));
        async Task<string[]> Told() => [.. (await colleague.Get("notifications").Expect(200)).Items.Select(line => line!["kind"]!.ToString())];

        Assert.That(await Told(), Is.EqualTo(new[] { "appointment.planned" }), "somebody else planned it");
        await Remind();
        Assert.That(await Told(), Has.Length.EqualTo(1));
        Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(1));
        await Remind();
        await Remind();
        Assert.That(await Told(), Is.EqualTo(new[] { "appointment.tomorrow", "appointment.planned" }));
        var lines = (await colleague.Get("notifications").Expect(200)).Items;
        Assert.That(lines[0]!["link"]!.ToString(), Is.EqualTo($"/beneficiaries/{person}#appointments"));
        Assert.That(lines[0]!["subject"]!.ToString(), Is.EqualTo("26/11/2026, 10:30"));
        Assert.That(lines.ToJsonString(), Does.Not.Contain("Promemoria"));
    }

    [Test]
    public async Task Today_WhenAnAppointmentIsOfTheDayOrWithoutOutcome_IsDueForWhomeverThePersonMeets()
    {
        var (person, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        var colleagueId = await Given.Member(caseId, colleague);
        await Planned(caseId, "2026-11-23", "15:00", colleague);
        await Planned(caseId, "2026-11-20", "09:00", colleague);
        var link = $"/beneficiaries/{person}#appointments";

        var today = await colleague.Get("today").Expect(200);
        Assert.That(Of(today, "appointment.today"), Is.EqualTo(new[] { link }));
        Assert.That(Of(today, "appointment.to-record"), Is.EqualTo(new[] { link }));
        Assert.That(today["counters"]!.AsArray().Select(counter => counter!["link"]!.ToString()), Does.Contain("/beneficiaries/appointments?show=toRecord"));
        Assert.That((await colleague.Get("appointments?show=toRecord&total=true").Expect(200))["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("appointment."), "the person meets somebody else");
        Assert.That((await As(Role.Educator).Get("appointments").Expect(200)).Items, Is.Empty);
        Assert.That((await As(Role.Educator).Get("appointments?everybody=true").Expect(200)).Items, Has.Count.EqualTo(2));

        var member = (await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["members"]!.AsArray().Single(one => one!["userId"]!.GetValue<Guid>() == colleagueId)!["id"];
        await As(Role.Educator).Put($"cases/{caseId}/members/{member}", new { role = "tutor", fromOn = "2026-11-02", toOn = "2026-11-22" }).Expect(204);
        Assert.That((await colleague.Get("today").Expect(200)).Text, Does.Not.Contain("appointment."), "who has left knows nothing any more");
        Assert.That((await colleague.Get("appointments?everybody=true").Expect(200)).Items, Is.Empty);
        Assert.That(Of(await As(Role.Educator).Get("today").Expect(200), "appointment.to-record"), Is.EqualTo(new[] { link }), "the case manager takes over");
    }

    [Test]
    public async Task Appointment_WhenIncompleteOrOfOthersOrOfAClosedCase_IsRefused()
    {
        var (_, caseId) = await Given.Case();
        var elsewhere = await Given.Case();
        var id = await Planned(caseId);
        var me = await Given.IdOf(await SignIn(Role.Educator));
        var stranger = await AnotherPerson(Role.Educator);

        var empty = await As(Role.Educator).Post($"cases/{caseId}/appointments", new { at = "9.30", minutes = 0 }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "kind", "on", "at", "minutes", "userId" }));
        await As(Role.Educator).Post($"cases/{caseId}/appointments", Plan(me, "2036-01-01")).Expect(422);
        await As(Role.Educator).Post($"cases/{caseId}/appointments", Plan(await Given.IdOf(stranger))).Expect(422, "appointment.not-member");
        await As(Role.Educator).Put($"cases/{elsewhere.Case}/appointments/{id}", Plan(me), 1).Expect(404, "appointment.not-found");
        await stranger.Get($"cases/{caseId}/appointments").Expect(404, "case.not-found");
        await As(Role.Coordinator).Get($"cases/{caseId}/appointments").Expect(403, "beneficiary.team-only");
        Assert.That((await As(Role.Coordinator).Get("appointments?everybody=true").Expect(200)).Items, Is.Empty);
        await As(Role.Educator).Get($"cases/{caseId}/appointments?show=none").Expect(422);

        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);
        await As(Role.Educator).Post($"cases/{caseId}/appointments", Plan(me)).Expect(422, "case.is-closed");
    }
}
