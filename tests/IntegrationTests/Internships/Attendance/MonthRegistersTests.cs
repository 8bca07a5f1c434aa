using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Internships.Attendance;

/// <summary>The registers of a month as a list that is worked in order. Internships run from Monday 30 November 2026.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class MonthRegistersTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid[]> Running(params string[] surnames)
    {
        var ids = new List<Guid>();
        foreach (var surname in surnames)
        {
            ids.Add(await Given.ActiveInternship(await Given.CaseOf(surname), await Given.Host()));
        }

        Clock.Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        return [.. ids];
    }

    private async Task<Reply> List(string query = "", string month = "2026-12") => await As(Role.Educator).Get($"internship-registers/{month}?{query}").Expect(200);

    private static IEnumerable<string> Names(Reply list) => list.Items.Select(one => one!["personName"]!.ToString());

    [Test]
    public async Task Registers_OfAMonth_AreAllThereByNameWithWhoIsMissing()
    {
        var ids = await Running("Zanni", "Abati", "Mori");
        await Given.ClosedRegister(ids[2], "2026-12");
        await As(Role.Educator).Post($"internships/{ids[0]}/attendance/2026-12/tutor-link", new { email = "tutor@example.org" }).Expect(200);

        var all = await List("total=true");

        Assert.That(Names(all), Is.EqualTo(new[] { "Abati Gioiosa", "Mori Gioiosa", "Zanni Gioiosa" }));
        Assert.That((int)all["total"]!, Is.EqualTo(3));
        Assert.That(all.Items.Select(one => $"{one!["state"]} {one["tutorSigned"]} {one["internSigned"]} {one["tutorHasAddress"]}"), Is.EqualTo(new[] { "open false false false", "closed true true false", "open false false true" }));
        Assert.That(all.Items[2]!["remindedAt"]!.ToString(), Does.StartWith("2027-01-04T09"));
        Assert.That(Names(await List("state=unclosed&mine=true")), Is.EqualTo(new[] { "Abati Gioiosa", "Zanni Gioiosa" }));
        Assert.That(Names(await List("state=closed")), Is.EqualTo(new[] { "Mori Gioiosa" }));
        var counts = await As(Role.Educator).Get("internship-registers/2026-12/counts?mine=true").Expect(200);
        Assert.That(((int)counts["open"]!, (int)counts["toSign"]!, (int)counts["closed"]!), Is.EqualTo((2, 0, 1)));
        Assert.That(counts["earlier"]!.AsArray().Select(one => $"{one!["month"]} {one["unclosed"]}"), Is.EqualTo(new[] { "2026-11 3" }));
    }

    [Test]
    public async Task Registers_WhenPaged_GoOnAfterTheLastAndTheNextOneIsFound()
    {
        var ids = await Running("Abati", "Mori", "Zanni");

        var first = await List("limit=2");
        var second = await List($"limit=2&cursor={first["nextCursor"]}");

        Assert.That(Names(first).Concat(Names(second)), Is.EqualTo(new[] { "Abati Gioiosa", "Mori Gioiosa", "Zanni Gioiosa" }));
        Assert.That(first["nextCursor"]!.ToString(), Does.Not.Contain("Mori"));
        Assert.That(Names(await List($"state=unclosed&after={ids[0]}&limit=1")), Is.EqualTo(new[] { "Mori Gioiosa" }));
        Assert.That(Names(await List($"state=unclosed&after={ids[2]}&limit=1")), Is.Empty);
    }

    [Test]
    public async Task Registers_OfWhomOneMayNotSeeOrWhoRestedAllMonth_AreNotThere()
    {
        var ids = await Running("Abati", "Mori");
        var version = (await As(Role.Educator).Get($"internships/{ids[0]}").Expect(200)).Version;
        await As(Role.Educator).Post($"internships/{ids[0]}/suspensions", new { reason = "illness", fromOn = "2026-12-01" }, ("If-Match", $"\"{version}\"")).Expect(200);

        Assert.That(Names(await List()), Is.EqualTo(new[] { "Mori Gioiosa" }));
        Assert.That((await (await AnotherPerson(Role.Educator)).Get("internship-registers/2026-12").Expect(200)).Items, Is.Empty);
        await As(Role.CompanyOperator).Get("internship-registers/2026-12").Expect(403);
        Assert.That((await As(Role.Educator).Get("internship-registers/dicembre")).Status, Is.EqualTo(404).Or.EqualTo(422));
    }

    [Test]
    public async Task Today_WhenAMonthBeforeTheLastIsNotClosed_LeadsToItUntilItIs()
    {
        var ids = await Running("Abati");
        var today = await As(Role.Educator).Get("today").Expect(200);
        JsonNode? Task(Reply reply) => reply["tasks"]!.AsArray().SingleOrDefault(task => task!["kind"]!.ToString() == "internshipRegisterEarlier");
        Assert.That((Task(today)!["link"]!.ToString(), Task(today)!["urgency"]!.ToString()), Is.EqualTo(($"/internships/{ids[0]}/attendance/2026-11", "late")));

        await Given.ClosedRegister(ids[0], "2026-11");

        Assert.That(Task(await As(Role.Educator).Get("today").Expect(200)), Is.Null);
    }

    [Test]
    public async Task Tutors_OfManyRegisters_AreAskedAtOnceAndThoseWithoutAnAddressAreTold()
    {
        var ids = await Running("Abati", "Mori");
        await As(Role.Educator).Post($"internships/{ids[0]}/attendance/2026-11/tutor-link", new { email = "tutor@example.org" }).Expect(200);

        var asked = await As(Role.Educator).Post("internships/bulk-reminders", new { ids, what = "registers", month = "2026-12" }).Expect(200);

        Assert.That((int)asked["done"]!, Is.EqualTo(1));
        Assert.That(asked["refused"]!.AsArray().Select(one => one!["code"]!.ToString()), Is.EqualTo(new[] { "tutor-link.no-address" }));
        foreach (var month in new[] { null, "", " " })
        {
            var unsaid = await As(Role.Educator).Post("internships/bulk-reminders", new { ids, what = "registers", month }).Expect(422);
            Assert.That(unsaid.CodesOf("month"), Is.EqualTo(new[] { "attendance.month-required" }), "which month is never guessed: the mails go at once");
        }

        Assert.That((await As(Role.Educator).Post("internships/bulk-reminders", new { ids, what = "registers", month = "dicembre" }).Expect(422)).CodesOf("month"), Is.EqualTo(new[] { "attendance.month-form" }));
        var evaluations = await As(Role.Educator).Post("internships/bulk-reminders", new { ids, what = "evaluations" }).Expect(200);
        Assert.That(evaluations["refused"]!.AsArray().Select(one => one!["code"]!.ToString()), Is.All.EqualTo("evaluation.not-awaited"));
        Clock.Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.That((int)(await As(Role.Educator).Post("internships/bulk-reminders", new { ids, what = "evaluations" }).Expect(200))["done"]!, Is.EqualTo(1));
    }
}
