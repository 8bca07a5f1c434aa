using System.Text.Json.Nodes;
using InclusionPlatform.Beneficiaries.Caseload;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Caseload;

[TestFixtureSource(typeof(Engines))]
internal sealed class CaseloadTests(Engine engine) : SliceTests(engine)
{
    private async Task<JsonNode> OfCase(Guid caseId, string query = "", Role role = Role.Educator) =>
        (await As(role).Get($"caseload?{query}").Expect(200)).Items.Single(one => one!["id"]!.GetValue<Guid>() == caseId)!;

    private async Task<Guid> Appointment(Guid caseId, string on, string at = "10:30") =>
        (await As(Role.Educator).Post($"cases/{caseId}/appointments", new { kind = "interview", on, at, minutes = 45, userId = await Given.IdOf(await SignIn(Role.Educator)) }).Expect(201)).Id;

    private async Task<IReadOnlyList<Guid>> Found(ApiUser user, object question) => (await user.Post("caseload/search", question).Expect(200)).Ids;

    [Test]
    public async Task Programme_IsTheOneThePersonTakesPartIn_AndOnlyTheTeamIsTold()
    {
        var (person, caseId) = await Given.Case(person: Given.Person("Partecipe"));
        var (_, other) = await Given.Case(person: Given.Person("Fuori"));
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 5, new { criterion = "woman", points = 1 });
        var candidate = await Given.Candidate(programme, body, person);
        await Given.Freeze(programme);
        Assert.That((await OfCase(caseId))["programme"], Is.Null, "a place is not yet a participation");
        await As(Role.Educator).Post($"programmes/{programme}/candidates/{candidate}/enrolment", new
        {
            enteredOn = "2026-11-23", employment = "unemployed", unemployedSince = "2025-01-01", education = "2", disability = "no", foreignBackground = "no", minority = "no", housingExclusion = "no", rural = "no",
        }).Expect(201);

        Assert.That((await OfCase(caseId))["programme"]!.ToString(), Does.StartWith("Programma "));
        Assert.That((await OfCase(other))["programme"], Is.Null);
        Assert.That((await As(Role.Educator).Get($"caseload?programmeId={programme}&total=true").Expect(200)).Ids, Is.EqualTo(new[] { caseId }));
        Assert.That(await Found(await SignIn(Role.Educator), new { programmeId = Guid.NewGuid() }), Is.Empty);
        var choices = (await As(Role.Educator).Get("caseload/summary").Expect(200))["programmes"]!.AsArray();
        Assert.That(choices.Select(one => $"{one!["value"]} {one["count"]}"), Is.EqualTo(new[] { $"{programme} 1" }));

        Assert.That((await OfCase(caseId, role: Role.Coordinator))["programme"], Is.Null, "who takes part is for the équipe");
        Assert.That((await As(Role.Coordinator).Get($"caseload?programmeId={programme}").Expect(200)).Items, Is.Empty);
        Assert.That((await As(Role.Coordinator).Get("caseload/summary").Expect(200))["programmes"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task NextStep_WhenFactsChange_FollowsThemAtOnce()
    {
        var (_, caseId) = await Given.Case(person: Given.Person("Passi"));
        var fresh = await OfCase(caseId);
        Assert.That(fresh["nextStep"]!.ToString(), Is.EqualTo("makePlan"));
        Assert.That(fresh["nextStepOn"]!.ToString(), Is.EqualTo("2026-12-02"));
        Assert.That(fresh["standing"]!.ToString(), Is.EqualTo("beginning"));
        Assert.That(fresh["lastContactOn"], Is.Null);
        Assert.That(fresh["daysSinceContact"]!.GetValue<int>(), Is.EqualTo(21));

        var appointment = await Appointment(caseId, "2026-11-20");
        var late = await OfCase(caseId, "flag=late");
        Assert.That(late["nextStep"]!.ToString(), Is.EqualTo("appointment"));
        Assert.That(late["late"]!.GetValue<bool>(), Is.True);

        await As(Role.Educator).Post($"cases/{caseId}/appointments/{appointment}/outcome", new { outcome = "held" }, ("If-Match", "\"1\"")).Expect(204);
        var held = await OfCase(caseId);
        Assert.That(held["nextStep"]!.ToString(), Is.EqualTo("makePlan"));
        Assert.That(held["lastContactOn"]!.ToString(), Is.EqualTo("2026-11-20"));
        Assert.That(held["daysSinceContact"]!.GetValue<int>(), Is.EqualTo(3));
        await (await SignIn(Role.Educator)).Delete($"cases/{caseId}/appointments/{appointment}/outcome", ("If-Match", "\"2\"")).Expect(204);
        Assert.That((await OfCase(caseId))["lastContactOn"], Is.Null, "taken back");
        await As(Role.Educator).Post($"cases/{caseId}/appointments/{appointment}/outcome", new { outcome = "held" }, ("If-Match", "\"3\"")).Expect(204);

        await Given.PlanInForce(caseId, "Gioiosa Passi");
        var planned = await OfCase(caseId);
        Assert.That(planned["standing"]!.ToString(), Is.EqualTo("planned"));
        Assert.That(planned["nextStep"]!.ToString(), Is.EqualTo("contact"));
        Assert.That(planned["nextStepOn"]!.ToString(), Is.EqualTo("2026-12-20"));

        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);
        Assert.That((await As(Role.Educator).Get("caseload").Expect(200)).Items, Is.Empty);
        var closed = await OfCase(caseId, "state=followUp");
        Assert.That(closed["nextStep"]!.ToString(), Is.EqualTo("followUp"));
        Assert.That(closed["nextStepOn"]!.ToString(), Is.EqualTo("2026-12-21"));
        Assert.That(closed["standing"]!.ToString(), Is.EqualTo("followUp"));
    }

    [Test]
    public async Task LimitedEntry_WhenSigned_IsNoContactThatOthersLearnOf()
    {
        var (_, caseId) = await Given.Case();
        await Given.Entry(caseId, readerIds: [await Given.IdOf(await SignIn(Role.Educator))], kind: "interview");
        Assert.That((await OfCase(caseId))["lastContactOn"], Is.Null);
        await Given.Entry(caseId, kind: "note");
        Assert.That((await OfCase(caseId))["lastContactOn"], Is.Null, "a note is no contact");
        await Given.Entry(caseId, kind: "call");
        Assert.That((await OfCase(caseId))["lastContactOn"]!.ToString(), Is.EqualTo("2026-11-20"));
    }

    [Test]
    public async Task Flags_WhenTimePasses_AreSeenWithoutAnybodySettingThem()
    {
        var (_, old) = await Given.Case(openedOn: "2026-08-01");
        var (_, young) = await Given.Case(openedOn: "2026-11-20");
        Assert.That((await As(Role.Educator).Get("caseload?flag=stalled").Expect(200)).Ids, Is.EqualTo(new[] { old }));
        Assert.That((await As(Role.Educator).Get("caseload?flag=noSolution").Expect(200)).Ids, Is.EqualTo(new[] { old }));
        Assert.That((await As(Role.Educator).Get("caseload?flag=withoutPlan&sort=name").Expect(200)).Ids, Is.EquivalentTo(new[] { old, young }));
        var summary = await As(Role.Educator).Get("caseload/summary").Expect(200);
        Assert.That(new[] { "open", "late", "stalled", "noSolution", "withoutPlan", "followUp" }.Select(name => summary[name]!.GetValue<int>()), Is.EqualTo(new[] { 2, 1, 1, 1, 2, 0 }));

        Clock.Advance(TimeSpan.FromDays(70));
        summary = await As(Role.Educator).Get("caseload/summary").Expect(200);
        Assert.That(new[] { "late", "stalled", "noSolution" }.Select(name => summary[name]!.GetValue<int>()), Is.EqualTo(new[] { 2, 2, 2 }));
    }

    [Test]
    public async Task Caseload_WhenPaged_GoesThroughEachOrderWithoutLosingOrRepeating()
    {
        var cases = new List<Guid>();
        foreach (var day in new[] { "2026-10-01", "2026-10-02", "2026-10-02", "2026-10-02", "2026-11-05" })
        {
            cases.Add((await Given.Case(openedOn: day)).Case);
        }

        foreach (var role in new[] { Role.Educator, Role.Coordinator })
        {
            foreach (var sort in new[] { "due", "contact", "name" })
            {
                var seen = new List<Guid>();
                string? cursor = "";
                while (cursor is not null)
                {
                    var page = await As(role).Get($"caseload?sort={sort}&limit=2&cursor={cursor}").Expect(200);
                    seen.AddRange(page.Ids);
                    cursor = page["nextCursor"]?.ToString();
                }

                Assert.That(seen, Is.EquivalentTo(cases), $"{role} {sort}");
            }
        }

        Assert.That((await As(Role.Educator).Get("caseload?sort=due").Expect(200)).Ids[0], Is.EqualTo(cases[0]));
        await As(Role.Educator).Get("caseload?sort=due&cursor=made-up").Expect(422, "paging.cursor");
        Assert.That((await As(Role.Educator).Get("caseload?flag=rich").Expect(422, "request.field-form"))["detail"]!.ToString(), Does.StartWith("«Segnale»"));
        var sorted = (await As(Role.Educator).Get("caseload?sort=richest").Expect(422, "request.field-form"))["detail"]!.ToString();
        Assert.That(sorted, Does.StartWith("«Ordine»").And.Contain("per cognome").And.Not.Contain("richest").And.Not.Contain("contact"));
        await As(Role.Educator).Get("caseload?category=nonsense").Expect(422);
        await As(Role.CompanyOperator).Get("caseload").Expect(403);
    }

    [Test]
    public async Task Filters_WhenTheyTellOfCategoryOrBody_FindOnlyWhatIsSeenInFull()
    {
        var (person, caseId) = await Given.Case(person: Given.Person("Filtrata", "Ada"));
        var (_, other) = await Given.Case();
        var body = await Given.ReferringBody();
        await As(Role.Educator).Post($"beneficiaries/{person}/attestations", new { category = "l68-targeted-placement", bodyId = body, validFrom = "2026-01-01" }).Expect(201);
        var referring = (await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["referringBodyId"]!.ToString();
        var me = await Given.IdOf(await SignIn(Role.Educator));

        Assert.That((await As(Role.Educator).Get("caseload?category=l68-targeted-placement").Expect(200)).Ids, Is.EqualTo(new[] { caseId }));
        Assert.That((await As(Role.Educator).Get($"caseload?bodyId={referring}").Expect(200)).Ids, Is.EqualTo(new[] { caseId }));
        Assert.That((await As(Role.Coordinator).Get("caseload").Expect(200)).Ids, Is.EquivalentTo(new[] { caseId, other }), "a coordinator sees the registry");
        Assert.That((await As(Role.Coordinator).Get("caseload?category=l68-targeted-placement&total=true").Expect(200))["total"]!.GetValue<int>(), Is.Zero, "and learns no category by filtering");
        Assert.That((await As(Role.Coordinator).Get($"caseload?bodyId={referring}").Expect(200)).Items, Is.Empty);
        Assert.That((await As(Role.Coordinator).Get("caseload/summary").Expect(200))["bodies"]!.AsArray(), Is.Empty);
        Assert.That((await As(Role.Educator).Get("caseload/summary").Expect(200))["bodies"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That((await As(Role.Coordinator).Get($"caseload?managerId={me}").Expect(200)).Items, Has.Count.EqualTo(2));
        Assert.That(await Found(await SignIn(Role.Educator), new { text = "filtr" }), Is.EqualTo(new[] { caseId }));
        Assert.That(await Scalar<string>("select category_hash from beneficiaries_attestation"), Does.Not.Contain("l68"));
    }

    [Test]
    public async Task Caseload_WhenRestrictedOrOfOthers_NeitherListsNorCounts()
    {
        var (_, hidden) = await Given.Case(bodyKind: "addictionService", person: Given.Person("Nascosta"));
        var (_, plain) = await Given.Case();
        var stranger = await AnotherPerson(Role.Educator);

        Assert.That((await As(Role.Educator).Get("caseload").Expect(200)).Ids, Is.EquivalentTo(new[] { hidden, plain }));
        Assert.That((await As(Role.Coordinator).Get("caseload?total=true").Expect(200)).Ids, Is.EqualTo(new[] { plain }));
        Assert.That((await As(Role.Coordinator).Get("caseload/summary").Expect(200))["open"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(await Found(await SignIn(Role.Coordinator), new { text = "nascosta" }), Is.Empty);
        Assert.That((await stranger.Get("caseload?total=true").Expect(200))["total"]!.GetValue<int>(), Is.Zero);
        Assert.That((await stranger.Get("caseload/summary").Expect(200))["managers"]!.AsArray(), Is.Empty);
        await stranger.Get($"cases/{plain}/overview").Expect(404, "case.not-found");
        await stranger.Get($"cases/{plain}/timeline").Expect(404, "case.not-found");
        await As(Role.Coordinator).Get($"cases/{hidden}/overview").Expect(404, "case.not-found");
        await As(Role.Coordinator).Get($"cases/{plain}/timeline").Expect(403, "beneficiary.team-only");
        var registry = await As(Role.Coordinator).Get($"cases/{plain}/overview").Expect(200);
        Assert.That(registry["recent"]!.AsArray(), Is.Empty);
        Assert.That(registry["appointments"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Overview_WhenTheCaseGrows_NeedsTheSameNumberOfStatements()
    {
        var (_, small) = await Given.Case();
        var (_, large) = await Given.Case(person: Given.Person("Grande"));
        for (var day = 10; day < 22; day++)
        {
            await Given.Entry(large, kind: "call");
            await Appointment(large, $"2026-11-{day}", "09:00");
        }

        await Given.PlanInForce(large, "Gioiosa Grande");
        var educator = await SignIn(Role.Educator);
        var first = await Statements(() => educator.Get($"cases/{small}/overview").Expect(200));
        var grown = await Statements(() => educator.Get($"cases/{large}/overview").Expect(200));
        Assert.That(grown, Is.EqualTo(first));
        TestContext.Out.WriteLine($"The case page: {first} statements.");

        var page = await Statements(() => educator.Get("caseload?limit=1").Expect(200));
        for (var number = 0; number < 5; number++)
        {
            await Given.Case();
        }

        Assert.That(await Statements(() => educator.Get("caseload?limit=50").Expect(200)), Is.EqualTo(page));
        TestContext.Out.WriteLine($"A page of the caseload: {page} statements.");
    }

    [Test]
    public async Task Timeline_WhenModulesTellOfACase_IsInOrderAndHidesWhatIsNotOnesOwn()
    {
        var (_, caseId) = await Given.Case(person: Given.Person("Linea"));
        var colleague = await AnotherPerson(Role.Educator);
        await Given.Member(caseId, colleague);
        await Given.Entry(caseId, kind: "call");
        var limited = await Given.Entry(caseId, readerIds: [await Given.IdOf(await SignIn(Role.Educator))]);
        await Given.Entry(caseId, draft: true);
        await Appointment(caseId, "2026-11-25");
        await Given.PlanInForce(caseId, "Gioiosa Linea");

        var mine = await As(Role.Educator).Get($"cases/{caseId}/timeline").Expect(200);
        Assert.That(mine.Items.Select(entry => entry!["event"]!.ToString()), Is.EqualTo(new[] { "appointmentPlanned", "planInForce", "diaryEntry", "diaryEntry", "caseOpened" }));
        Assert.That((await colleague.Get($"cases/{caseId}/timeline").Expect(200)).Ids, Does.Not.Contain(limited));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/timeline?kind=diary").Expect(200)).Items, Has.Count.EqualTo(2));

        var seen = new List<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await As(Role.Educator).Get($"cases/{caseId}/timeline?limit=2&cursor={cursor}").Expect(200);
            seen.AddRange(page.Items.Select(entry => $"{entry!["event"]} {entry["id"]}"));
            cursor = page["nextCursor"]?.ToString();
        }

        Assert.That(seen, Has.Count.EqualTo(5).And.Unique);
        await As(Role.Educator).Get($"cases/{caseId}/timeline?kind=gossip").Expect(422);
    }

    [Test]
    public async Task ReckonSteps_WhenCasesAreFromBeforeTheRule_ReckonsThemOnce()
    {
        var (person, caseId) = await Given.Case();
        await As(Role.Educator).Post($"beneficiaries/{person}/attestations", new { category = "l68-targeted-placement", bodyId = await Given.ReferringBody(), validFrom = "2026-01-01" }).Expect(201);
        await Execute("update beneficiaries_case set next_step = null, next_step_on = '9999-12-31', steps_version = 0");
        await Execute("update beneficiaries_attestation set category_hash = null");
        Assert.That((await OfCase(caseId))["nextStep"], Is.Null);
        Task<int> Reckon() => InScope(services => services.GetRequiredService<IMediator>().Send(new ReckonSteps()));

        Assert.That(await Reckon(), Is.EqualTo(2));
        Assert.That(await Reckon(), Is.Zero);
        Assert.That((await OfCase(caseId, "category=l68-targeted-placement"))["nextStep"]!.ToString(), Is.EqualTo("makePlan"));
    }

    private Task<int> Execute(string sql) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, null, CancellationToken.None));

    private async Task<int> Statements(Func<Task> work)
    {
        await work();
        var before = Platform.StatementsRun;
        await work();
        return Platform.StatementsRun - before;
    }
}
