using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class ListInternshipsTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task List_WhenCaseMayNotBeSeen_LeavesItOutAndTheRecordDoesNotExist()
    {
        var id = await Given.ReadyInternship(await Given.CaseOf(), await Given.Host());
        var stranger = await AnotherPerson(Role.Educator);

        Assert.That((await stranger.Get("internships?total=true").Expect(200))["total"]!.GetValue<int>(), Is.Zero);
        await stranger.Get($"internships/{id}").Expect(404, "internship.not-found");
        await stranger.Post($"internships/{id}/rule-check").Expect(404, "internship.not-found");
        await stranger.Post($"internships/{id}/activation").Expect(404, "internship.not-found");
        await stranger.Post($"internships/{id}/cancellation", new { reason = "no" }).Expect(404, "internship.not-found");
        await stranger.Put($"internships/{id}/documents", new { }, 2).Expect(404, "internship.not-found");
        Assert.That((await As(Role.Educator).Get("internships")).Ids, Is.EqualTo(new[] { id }));
    }

    [TestCase(Role.Educator)]
    [TestCase(Role.Coordinator)]
    public async Task List_WhenPaged_GivesEachOnceInOrderOfTheLastDay(object who)
    {
        var company = await Given.Host(staff: 300);
        var made = new List<Guid>();
        foreach (var month in new[] { "2027-05-29", "2027-02-28", "2027-03-29", "2027-02-28", "2027-04-29" })
        {
            made.Add(await Given.Proposal(await Given.CaseOf(), company, proposal => proposal with { EndsOn = month }));
        }

        var seen = new List<JsonNode?>();
        for (string? cursor = null; ;)
        {
            var page = await As((Role)who).Get($"internships?limit=2&total=true{(cursor is null ? "" : $"&cursor={cursor}")}").Expect(200);
            Assert.That(page["total"]?.GetValue<int>(), Is.EqualTo(cursor is null ? 5 : null));
            seen.AddRange(page.Items);
            cursor = page["nextCursor"]?.ToString();
            if (cursor is null)
            {
                break;
            }
        }

        Assert.That(seen.Select(item => item!["id"]!.GetValue<Guid>()), Is.EquivalentTo(made));
        Assert.That(seen.Select(item => item!["endsOn"]!.ToString()), Is.Ordered);
    }

    [Test]
    public async Task List_WhenCursorIsMadeUp_IsRefused()
    {
        await As(Role.Educator).Get("internships?cursor=inventato").Expect(422, "paging.cursor");
    }

    [Test]
    public async Task List_WhenFiltered_ShowsOnlyThose()
    {
        var (company, other) = (await Given.Host(), await Given.Host());
        var forCase = await Given.CaseOf();
        var active = await Given.ActiveInternship(forCase, company);
        var proposal = await Given.Proposal(await Given.CaseOf(), other, plan => plan with { EndsOn = "2027-02-28" });
        async Task<IReadOnlyList<Guid>> List(string query) => (await As(Role.Educator).Get($"internships?{query}").Expect(200)).Ids;

        Assert.That(await List("state=active"), Is.EqualTo(new[] { active }));
        Assert.That(await List($"caseId={forCase}"), Is.EqualTo(new[] { active }));
        Assert.That(await List($"companyId={other}"), Is.EqualTo(new[] { proposal }));
        Assert.That(await List("endsBefore=2027-03-01"), Is.EqualTo(new[] { proposal }));
        Assert.That(await List("mine=true"), Has.Count.EqualTo(2));
        Assert.That(await List("sort=startsOnDescending"), Has.Count.EqualTo(2));

        async Task<string> Refused(string query) => (await As(Role.Educator).Get($"internships?{query}").Expect(422, "request.field-form"))["detail"]!.ToString();
        Assert.That(await Refused("sort=richest"), Does.StartWith("«Ordine»").And.Contain("prima chi finisce prima").And.Not.Contain("richest"));
        Assert.That(await Refused("state=running"), Does.StartWith("«Stato»").And.Contain("in corso"));
        Assert.That(await Refused("stage=1"), Does.StartWith("«Passo»"));
        Assert.That(await Refused("due=nothing"), Does.StartWith("«Cosa manca»"));
    }

    [TestCase(Role.Educator)]
    [TestCase(Role.Coordinator)]
    public async Task Search_WhenTextIsOfPersonOrCompany_FindsThemWithoutNamesInTheAddress(object who)
    {
        var id = await Given.Proposal(await Given.CaseOf("Zefferini", "Ada"), await Given.Host(name: "Liuteria Quercia"));
        await Given.Proposal(await Given.CaseOf("Bianchi", "Ugo"), await Given.Host(name: "Forno Ulivo"));
        async Task<IReadOnlyList<Guid>> Search(string text) => (await As((Role)who).Post("internships/search", new { text }).Expect(200)).Ids;

        Assert.That(await Search("zeffer"), Is.EqualTo(new[] { id }));
        Assert.That(await Search("quercia liut"), Is.EqualTo(new[] { id }));
        Assert.That(await Search("nessuno"), Is.Empty);
        var found = await As((Role)who).Post("search", new { text = "quercia" }).Expect(200);
        Assert.That(found["results"]!.AsArray().Select(result => result!["link"]!.ToString()), Does.Contain($"/internships/{id}"));
    }

    [Test]
    public async Task List_WhenThePersonIsRestricted_IsNotFoundByTheCoordinatorNorByTheCompanysName()
    {
        var hidden = await Given.Proposal((await Given.Case(bodyKind: "addictionService")).Case, await Given.Host(name: "Liuteria Quercia"));
        var open = await Given.Proposal(await Given.CaseOf(), await Given.Host(name: "Forno Quercia"));

        Assert.That((await As(Role.Coordinator).Get("internships").Expect(200)).Ids, Is.EqualTo(new[] { open }));
        Assert.That((await As(Role.Coordinator).Post("internships/search", new { text = "quercia" }).Expect(200)).Ids, Is.EqualTo(new[] { open }));
        Assert.That((await As(Role.Educator).Post("internships/search", new { text = "quercia" }).Expect(200)).Ids, Is.EquivalentTo(new[] { hidden, open }));
    }

    [Test]
    public async Task Today_WhenInternshipsAreDue_CountsThemAndLinksToExactlyThose()
    {
        var company = await Given.Host(staff: 300);
        var incomplete = await Given.Proposal(await Given.CaseOf(), company);
        var ready = await Given.ReadyInternship(await Given.CaseOf(), company, plan => plan with { HostTutor = "Due", StartsOn = "2026-12-14", EndsOn = "2027-06-13" });
        var active = await Given.ActiveInternship(await Given.CaseOf(), company, plan => plan with { HostTutor = "Tre", EndsOn = "2027-01-29" });

        await Expect("internshipStartsIncomplete", incomplete);
        await Expect("internshipReady", ready);
        Clock.Now = new(2027, 1, 20, 9, 0, 0, TimeSpan.Zero);
        await Expect("internshipEndsSoon", active);
        Clock.Now = new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        await Expect("internshipPastEnd", active);

        async Task Expect(string kind, Guid id)
        {
            var today = await As(Role.Educator).Get("today").Expect(200);
            var counter = today["counters"]!.AsArray().Single(counter => counter!["kind"]!.ToString() == kind)!;
            Assert.That((int)counter["count"]!, Is.EqualTo(1), kind);
            Assert.That(counter["area"]!.ToString(), Is.EqualTo("internships"));
            Assert.That((await As(Role.Educator).Get(counter["link"]!.ToString().TrimStart('/')).Expect(200)).Ids, Is.EqualTo(new[] { id }), kind);
            Assert.That(today["tasks"]!.AsArray().Select(task => task!["link"]!.ToString()), Does.Contain($"/internships/{id}"));
        }
    }

    [Test]
    public async Task Record_WhenRead_IsInTheAccessLog()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());

        await As(Role.Educator).Get($"internships/{id}").Expect(200);

        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where kind = 'read' and record = 'internship' and record_id = @Id and purpose = 'open-record'", new { Id = id }), Is.EqualTo(1));
    }
}
