namespace InclusionPlatform.IntegrationTests.CompanyNetwork.WorkingTables;

[TestFixtureSource(typeof(Engines))]
internal sealed class WorkingTableTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task WorkingTable_WhenBodiesSitThere_ShowsThemAndIsFoundByThem()
    {
        var body = await Given.PartnerBody("SerD");
        var person = await Given.BodyPerson(body);
        var table = await Given.WorkingTable("Tavolo provinciale");
        await Given.WorkingTable("Cabina di regia", "steeringCommittee");

        await As(Role.Coordinator).Post($"working-tables/{table}/members", new { bodyId = body }).Expect(201);
        await As(Role.Coordinator).Post($"working-tables/{table}/members", new { bodyId = body, personId = person }).Expect(409, "working-table.member-already");
        await As(Role.Coordinator).Put($"working-tables/{table}/members/{body}", new { personId = person }).Expect(204);
        await Given.Meeting(table, "2026-12-10");
        await Given.Meeting(table, "2026-10-10");

        var read = await As(Role.Educator).Get($"working-tables/{table}").Expect(200);
        Assert.That(read["members"]![0]!["personName"]!.ToString(), Is.EqualTo("Anna Referente"));
        var listed = await As(Role.Educator).Get($"working-tables?bodyId={body}&total=true").Expect(200);
        Assert.That(listed.Ids, Is.EqualTo(new[] { table }));
        Assert.That(listed.Items.Select(row => (row!["members"]!.GetValue<int>(), row["nextMeetingOn"]!.ToString(), row["lastMeetingOn"]!.ToString())), Is.EqualTo(new[] { (1, "2026-12-10", "2026-10-10") }));
        Assert.That((await As(Role.Educator).Get("working-tables?kind=steeringCommittee").Expect(200)).Items, Has.Count.EqualTo(1));

        await As(Role.Coordinator).Delete($"working-tables/{table}/members/{body}").Expect(204);
        await As(Role.Coordinator).Delete($"working-tables/{table}/members/{body}").Expect(404);
    }

    [Test]
    public async Task WorkingTable_WhenChangedFromAStaleVersion_IsRefused()
    {
        var table = await Given.WorkingTable();

        var changed = await As(Role.Coordinator).Put($"working-tables/{table}", new { name = "Tavolo", kind = "steeringCommittee", closedOn = "2026-11-01" }, 1).Expect(200);
        await As(Role.Coordinator).Put($"working-tables/{table}", new { name = "Altro", kind = "workingTable" }, 1).Expect(412);

        Assert.That(changed.Version, Is.EqualTo(2));
        Assert.That((await As(Role.Educator).Get("working-tables?closed=true").Expect(200)).Ids, Is.EqualTo(new[] { table }));
        Assert.That((await As(Role.Educator).Get("working-tables?closed=false").Expect(200)).Ids, Is.Empty);
    }

    [Test]
    public async Task WorkingTable_WhenWrongOrForbidden_IsRefused()
    {
        var body = await Given.PartnerBody();
        var stranger = await Given.BodyPerson(await Given.PartnerBody("UEPE"));
        var table = await Given.WorkingTable();

        Assert.That((await As(Role.Coordinator).Post("working-tables", new { name = " ", kind = "workingTable" }).Expect(422)).CodesOf("name"), Is.Not.Empty);
        Assert.That((await As(Role.Coordinator).Post($"working-tables/{table}/members", new { bodyId = body, personId = stranger }).Expect(422)).CodesOf("personId"), Is.EqualTo(new[] { "body-person.of-another-body" }));
        Assert.That((await As(Role.Coordinator).Post($"working-tables/{table}/members", new { bodyId = Guid.NewGuid() }).Expect(422)).CodesOf("bodyId"), Is.EqualTo(new[] { "partner-body.unknown" }));
        await As(Role.Coordinator).Post($"working-tables/{Guid.NewGuid()}/members", new { bodyId = body }).Expect(404);
        await As(Role.Educator).Post("working-tables", new { name = "X", kind = "workingTable" }).Expect(403);
        await As(Role.Auditor).Get("working-tables").Expect(403);
        await As(Role.Coordinator).Get("working-tables?kind=club").Expect(422);
    }

    [Test]
    public async Task ListWorkingTables_WhenMany_IsPagedByName()
    {
        foreach (var name in new[] { "Delta", "Alfa", "Charlie", "Bravo", "Echo" })
        {
            await Given.WorkingTable(name);
        }

        var first = await As(Role.Educator).Get("working-tables?limit=3").Expect(200);
        var second = await As(Role.Educator).Get($"working-tables?limit=3&cursor={first["nextCursor"]}").Expect(200);

        Assert.That(first.Items.Concat(second.Items).Select(row => row!["name"]!.ToString()), Is.EqualTo(new[] { "Alfa", "Bravo", "Charlie", "Delta", "Echo" }));
    }
}
