namespace InclusionPlatform.IntegrationTests.CompanyNetwork.History;

[TestFixtureSource(typeof(Engines))]
internal sealed class TimelineTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Timeline_WhenThingsHappened_TellsWhoChangedWhatFromWhatToWhatPageByPage()
    {
        var company = await Given.Company("Prima");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.Coordinator).Put($"companies/{company}", new { name = "Dopo", sector = "trade", municipality = Given.Place.Grottammare }, 1).Expect(200);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.CompanyOperator).Post($"companies/{company}/contacts", new { channel = "call", outcome = "reached", note = "Ci pensa" }).Expect(201);
        await As(Role.CompanyOperator).Post($"companies/{company}/archiving", new { reason = "cessata" }).Expect(204);

        var lines = new List<(string Kind, string What, string? Field, string? Before, string? After, string? By)>();
        string? cursor = null;
        do
        {
            var page = await As(Role.Educator).Get($"companies/{company}/timeline?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}").Expect(200);
            lines.AddRange(page.Items.Select(line => (line!["kind"]!.ToString(), line["what"]!.ToString(), line["field"]?.ToString(), line["before"]?.ToString(), line["after"]?.ToString(), line["byName"]?.ToString())));
            cursor = page["nextCursor"]?.ToString();
        }
        while (cursor is not null);

        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Count.EqualTo(5));
            Assert.That(lines, Does.Contain(("change", "field", "name", "Prima", "Dopo", "Prova Coordinator")));
            Assert.That(lines, Does.Contain(("change", "field", "sector", "catering", "trade", "Prova Coordinator")));
            Assert.That(lines, Does.Contain(("change", "archived", (string?)null, (string?)null, "cessata", "Prova CompanyOperator")));
            Assert.That(lines.Single(line => line.Kind == "contact").After, Is.EqualTo("Ci pensa"));
            Assert.That(lines[^1].What, Is.EqualTo("created"));
        });
    }

    [Test]
    public async Task UpdateCompany_WhenLookedAfterByNobodyKnown_IsRefusedAtTheField()
    {
        var company = await Given.Company();

        await As(Role.CompanyOperator).Put($"companies/{company}", new { name = "Dopo", sector = "trade", lookedAfterBy = Guid.NewGuid() }, 1).Expect(422, "company.colleague-unknown");
        var colleague = (await As(Role.CompanyOperator).Get("companies/colleagues").Expect(200)).Items[0]!;
        var saved = await As(Role.CompanyOperator).Put($"companies/{company}", new { name = "Dopo", sector = "trade", lookedAfterBy = colleague["id"], tradeName = "Insegna", legalForm = "limitedCompany" }, 1).Expect(200);

        Assert.That(saved["lookedAfterByName"]!.ToString(), Is.EqualTo(colleague["name"]!.ToString()));
        Assert.That((await As(Role.Educator).Get("companies?q=inseg").Expect(200)).Ids, Is.EqualTo(new[] { company }));
    }
}
