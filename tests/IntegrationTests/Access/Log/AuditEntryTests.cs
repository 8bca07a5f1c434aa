namespace InclusionPlatform.IntegrationTests.Access.Log;

[TestFixtureSource(typeof(Engines))]
internal sealed class AuditEntryTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task ListAuditEntries_WhenFiltered_TellsWhoWhenAndWhatButNoContents()
    {
        var course = await Given.Course("Titolo Riservatissimo");
        Clock.Advance(TimeSpan.FromDays(2));
        var me = (await As(Role.Coordinator).Get("auth/me").Expect(200)).Id;
        await As(Role.Coordinator).Put($"courses/{course}", Given.CourseForm("Altro"), 1).Expect(204);

        var entries = await As(Role.Auditor).Get($"audit-entries?actor={me}&record=course&kind=change").Expect(200);

        Assert.That(entries.Items.Select(entry => entry!["request"]!.ToString()), Is.EqualTo(new[] { "ChangeCourse", "CreateCourse" }));
        Assert.That(entries.Items[0]!["actorName"]!.ToString(), Is.EqualTo("Prova Coordinator"));
        Assert.That(entries.Items[0]!["recordId"]!.GetValue<Guid>(), Is.EqualTo(course));
        Assert.That(entries.Text, Does.Not.Contain("Riservatissimo"));
        Assert.That((await As(Role.Auditor).Get("audit-entries?record=course&from=2026-11-25").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Auditor).Get("audit-entries?record=course&to=2026-11-24").Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ListAuditEntries_WhenPaged_GivesEachOnceNewestFirst()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await Given.Course($"Corso {number}");
            Clock.Advance(TimeSpan.FromMinutes(number % 2));
        }

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await As(Role.Administrator).Get($"audit-entries?record=course&limit=2&cursor={cursor}").Expect(200);
            seen.AddRange(page.Ids);
            cursor = page["nextCursor"]?.ToString();
        }
        while (cursor is not null);

        Assert.That(seen, Has.Count.EqualTo(5));
        Assert.That(seen.Distinct().Count(), Is.EqualTo(5));
    }
}
