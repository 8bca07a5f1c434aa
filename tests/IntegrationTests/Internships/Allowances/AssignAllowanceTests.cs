using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

[TestFixtureSource(typeof(Engines))]
internal sealed class AssignAllowanceTests(Engine engine) : PayListTests(engine)
{
    [Test]
    public async Task Assign_WhenAProgrammePays_IsReadBackAndCountsInItsForecast()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);

        var read = await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200);
        Assert.That(read["payer"]!.ToString(), Is.EqualTo("programme"));
        Assert.That(read["programmeName"]!.ToString(), Does.StartWith("Programma di prova"));
        Assert.That(read["schemes"]![0]!["from"]!.ToString(), Is.EqualTo("2026-11-30"));
        var budget = await As(Role.Coordinator).Get($"allowance-budgets/{programme}").Expect(200);
        Assert.That(budget["forecastCents"]!.GetValue<long>(), Is.EqualTo(13_33 + (5 * 400_00) + 374_19), "one day of November, five months, 29 days of May");
        Assert.That(budget["internships"]!.GetValue<int>(), Is.EqualTo(1));

        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "host" }, 0).Expect(409, "allowance.taken");
        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "host" }, 1).Expect(204);
        Assert.That((await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["payer"]!.ToString(), Is.EqualTo("host"));
        await Given.ClosedRegister(internship, "2026-12");
        await Make(programme).Expect(422, "allowance-run.nothing");
    }

    [Test]
    public async Task Assign_WhenWrongOrBeyondTheBudget_IsRefusedAndNothingChanges()
    {
        var (rich, poor, brief) = (await Given.Programme(), await Given.Programme(500_00), await Given.Programme(endsOn: "2026-12-31"));
        var (_, internship) = await Running(rich);
        Task<Reply> Assign(object body, int version = 1) => As(Role.Educator).Put($"internships/{internship}/allowance", body, version);

        var over = await Assign(new { payer = "programme", programmeId = poor, schemeId = Given.FlatScheme }).Expect(422, "allowance.over-budget");
        Assert.That(over.Text, Does.Contain("500,00"));
        await Assign(new { payer = "programme", programmeId = brief, schemeId = Given.FlatScheme }).Expect(422, "allowance.programme-dates");
        await Assign(new { payer = "programme", programmeId = Guid.NewGuid(), schemeId = Given.FlatScheme }).Expect(422, "programme.unknown");
        await Assign(new { payer = "programme", programmeId = rich, schemeId = Guid.NewGuid() }).Expect(422, "allowance-scheme.unknown");
        await Assign(new { payer = "programme", programmeId = rich, schemeId = Given.FlatScheme, from = "2026-10-01" }).Expect(422, "allowance.from-outside");
        Assert.That((await Assign(new { payer = "programme" }).Expect(422)).CodesOf("programmeId"), Is.Not.Empty);
        await Assign(new { payer = "host" }, 7).Expect(412, "record.stale");
        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "host" }).Expect(428);
        var read = await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200);
        Assert.That((read.Version, read["programmeId"]!.GetValue<Guid>()), Is.EqualTo((1, rich)));
        var stranger = await AnotherPerson(Role.Educator);
        await stranger.Get($"internships/{internship}/allowance").Expect(404, "internship.not-found");
        await stranger.Put($"internships/{internship}/allowance", new { payer = "host" }, 1).Expect(404, "internship.not-found");
        await As(Role.CompanyOperator).Get($"internships/{internship}/allowance").Expect(403);
    }

    [Test]
    public async Task Assign_WhenTheSchemeIsOfAnotherRegionOrKind_IsRefusedAndTheChooserOffersWhatFits()
    {
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme);
        async Task<string[]> Offered(string query) => [.. (await As(Role.Educator).Get($"allowance-schemes?{query}").Expect(200)).Items.Select(one => one!["name"]!.ToString())];
        Task<Reply> Assign(Guid scheme, string? from = null) => As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "programme", programmeId = programme, schemeId = scheme, from }, 1);

        var elsewhere = await Assign(Given.StepsScheme).Expect(422, "allowance.scheme-region");
        Assert.That(elsewhere.Text, Does.Contain("vale per Toscana").And.Contain("si svolge in Marche"));
        Assert.That(elsewhere.CodesOf("schemeId"), Is.Not.Empty);
        await Assign(Given.StepsScheme, "2027-02-01").Expect(422, "allowance.scheme-region");
        await Assign(Given.MarcheScheme).Expect(422, "allowance.scheme-kind");
        await Assign(Given.NationalScheme).Expect(422, "allowance.scheme-region");
        Assert.That((await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["schemes"]!.AsArray().Single()!["schemeId"]!.GetValue<Guid>(), Is.EqualTo(Given.FlatScheme));

        var dowry = "Dote per l'occupazione, 4.800 € in sei quote";
        Assert.That(await Offered("region=Marche&kind=socialInclusion"), Is.EquivalentTo(new[] { "Marche, TIS degli avvisi FSE+ 4.h", dowry }));
        Assert.That(await Offered("region=marche&kind=extracurricular&on=2026-11-30"), Is.EquivalentTo(new[] { "Marche, tirocinio extracurriculare", dowry }));
        Assert.That(await Offered("region=Molise&kind=extracurricular"), Is.EquivalentTo(new[] { "Italia, minimo nazionale", dowry }), "a region without rules of its own");
        Assert.That(await Offered(""), Has.Length.EqualTo(13));
        await Assign(Given.DowryScheme).Expect(204);
    }

    [Test]
    public async Task Propose_WhenTheSchemeDoesNotFit_IsRefusedWhole()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var programme = await Given.Programme();
        var proposal = System.Text.Json.JsonSerializer.SerializeToNode(new Proposal(forCase, company) { Payer = "programme" }, System.Text.Json.JsonSerializerOptions.Web)!.AsObject();
        (proposal["programmeId"], proposal["schemeId"]) = (programme, Given.FlatScheme);

        await As(Role.Educator).Post("internships", proposal).Expect(422, "allowance.scheme-kind");

        Assert.That(await Scalar<int>("select count(*) from internships_internship"), Is.Zero);
        proposal["schemeId"] = Given.MarcheScheme;
        await As(Role.Educator).Post("internships", proposal).Expect(201);
    }

    [Test]
    public async Task Change_WhenRegionOrKindAreOthers_WhoPaysIsToBeSaidAgain()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var internship = await Given.Proposal(forCase, company);
        var programme = await Given.Programme();
        await Given.Assigned(internship, programme, Given.MarcheScheme);
        async Task<(string Payer, bool Told)> Change(Proposal proposal)
        {
            var version = (await As(Role.Educator).Get($"internships/{internship}").Expect(200)).Version;
            await As(Role.Educator).Put($"internships/{internship}", proposal, version).Expect(204);
            return ((await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["payer"]!.ToString(), (await As(Role.Educator).Get($"internships/{internship}").Expect(200)).Text.Contains("payerFell"));
        }

        Assert.That(await Change(new(forCase, company) { WeeklyHours = 20 }), Is.EqualTo(("programme", false)));
        Assert.That(await Change(new(forCase, company) { Kind = "socialInclusion" }), Is.EqualTo(("unknown", true)));
        await Given.Assigned(internship, programme);
        Assert.That(await Change(new(forCase, company) { Kind = "socialInclusion", Region = "Toscana" }), Is.EqualTo(("unknown", true)));
        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "host" }, 0).Expect(204);
        Assert.That((await Change(new(forCase, company))).Payer, Is.EqualTo("host"), "a host pays wherever it is");
    }

    [Test]
    public async Task Assign_WhenADayIsLongerThanTheSchemeAdmits_IsRefusedWithTheWayOut()
    {
        var (forCase, company, programme) = (await Given.CaseOf(), await Given.Host(), await Given.Programme());
        var proposal = new Proposal(forCase, company) { Region = "Lombardia", AllowanceCents = 500_00, Hours = [new { day = "monday", from = "09:00:00", to = "13:00:00" }, new { day = "friday", from = "09:00:00", to = "13:30:00" }], WeeklyHours = 8.5m };
        var internship = await Given.Proposal(forCase, company, _ => proposal);
        Task<Reply> Assign(Guid scheme) => As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "programme", programmeId = programme, schemeId = scheme }, 0);
        async Task Change(Proposal changed) => await As(Role.Educator).Put($"internships/{internship}", changed, (await As(Role.Educator).Get($"internships/{internship}").Expect(200)).Version).Expect(204);

        var refused = await Assign(Given.ShortDaysScheme).Expect(422, "allowance.scheme-daily-hours");
        Assert.That(refused.Text, Does.Contain("«Lombardia, tirocinio extracurriculare fino a 4 ore al giorno» vale se nessun giorno supera 4 ore").And.Contain("è di 4:30").And.Contain("accorciare i giorni nel progetto"));
        Assert.That(refused.CodesOf("schemeId"), Is.Not.Empty);
        await Change(proposal with { Hours = null, WeeklyHours = 21 });
        await Assign(Given.ShortDaysScheme).Expect(422, "allowance.scheme-daily-hours");
        Assert.That((await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["payer"]!.ToString(), Is.EqualTo("unknown"), "nothing was written");
        await Change(proposal with { Hours = null, WeeklyHours = 20 });
        await Assign(Given.ShortDaysScheme).Expect(204);

        await Change(proposal with { Hours = null, WeeklyHours = 21 });
        var read = await As(Role.Educator).Get($"internships/{internship}").Expect(200);
        Assert.That(((await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["payer"]!.ToString(), read.Text.Contains("payerFell")), Is.EqualTo(("unknown", true)), "who pays is to be said again");
        await Assign(Given.LombardiaScheme).Expect(204);
    }

    [Test]
    public async Task Scheme_WhenItWasChosenBeforeItSaidHowLongDaysMayBe_IsWarnedOfInTheRulesAndOnTheList()
    {
        Task Write(string sql) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, new { Id = Given.ShortDaysScheme }, CancellationToken.None));
        var programme = await Given.Programme();
        var (person, forCase) = await Given.Case();
        Clock.Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var internship = await Given.ActiveInternship(forCase, await Given.Host(), proposal => proposal with { Region = "Lombardia", AllowanceCents = 500_00 });
        await Write("update internships_allowance_scheme set max_daily_hours = null where id = @Id");
        await Given.Assigned(internship, programme, Given.ShortDaysScheme);
        await Given.Account(person);
        async Task<JsonNode> Rule() => (await As(Role.Educator).Post($"internships/{internship}/rule-check").Expect(200))["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.scheme-daily-hours")!;
        Assert.That((await Rule())["outcome"]!.ToString(), Is.EqualTo("ok"));
        await Write("update internships_allowance_scheme set max_daily_hours = 4 where id = @Id");

        async Task<IEnumerable<int?>> Limits() => (await As(Role.Educator).Get($"internships/{internship}/allowance").Expect(200))["schemes"]!.AsArray().Select(one => (int?)one!["maxDailyHours"]);
        Assert.That(await Limits(), Is.EqualTo(new int?[] { 4 }), "whoever follows the internship sees it where it is mended");
        var warned = await Rule();
        Clock.Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(internship, "2026-12");
        var made = await As(Role.Coordinator).Post("allowance-runs", new { programmeId = programme, month = "2026-12" }).Expect(201);

        Assert.That((warned["outcome"]!.ToString(), warned["sentence"]!.ToString()), Is.EqualTo(("warns",
            "Lo schema «Lombardia, tirocinio extracurriculare fino a 4 ore al giorno» vale se nessun giorno supera 4 ore, e il giorno più lungo è di 5:00. Scegliere uno schema senza questo limite, oppure accorciare i giorni con una modifica.")));
        var run = await As(Role.Coordinator).Get($"allowance-runs/{made.Id}").Expect(200);
        Assert.That(((int)run["daysTooLongCount"]!, run["daysTooLong"]!.AsArray().Select(one => one!["internshipId"]!.GetValue<Guid>())), Is.EqualTo((1, new[] { internship })));
        Assert.That((await As(Role.Coordinator).Get($"allowance-runs/{made.Id}/payments").Expect(200)).Text, Does.Contain("il giorno più lungo è di 5:00, e lo schema vale se nessun giorno supera 4 ore"));

        // The way out that the list tells: not while the month is on it.
        await As(Role.Coordinator).Post($"allowance-runs/{made.Id}/holds", new { beneficiaryId = person }, ("If-Match", $"\"{run.Version}\"")).Expect(204);
        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "programme", programmeId = programme, schemeId = Given.LombardiaScheme }, 1).Expect(204);
        await As(Role.Coordinator).Post($"allowance-runs/{made.Id}/hold-releases", new { beneficiaryId = person }, ("If-Match", $"\"{run.Version + 1}\"")).Expect(204);
        Assert.That((int)(await As(Role.Coordinator).Get($"allowance-runs/{made.Id}").Expect(200))["daysTooLongCount"]!, Is.Zero);
        Assert.That((await Rule())["outcome"]!.ToString(), Is.EqualTo("ok"));
        Assert.That(await Limits(), Is.EqualTo(new int?[] { null }));
    }

    [Test]
    public async Task Amendment_WhenDaysGetLongerThanTheSchemeAdmits_WaitsForAnotherScheme()
    {
        var (forCase, company, programme) = (await Given.CaseOf(), await Given.Host(), await Given.Programme());
        var internship = await Given.ActiveInternship(forCase, company, proposal => proposal with { Region = "Lombardia", AllowanceCents = 500_00, WeeklyHours = 20 });
        await Given.Assigned(internship, programme, Given.ShortDaysScheme);
        Clock.Now = new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        var tutor = (await As(Role.Educator).Get($"internships/{internship}").Expect(200))["promoterTutorId"]!.ToString();
        async Task<Reply> Amend(decimal hours, string on = "2027-03-01") => await As(Role.Educator).Post(
            $"internships/{internship}/amendments", new { effectiveOn = on, weeklyHours = hours, hostTutor = "Altra Persona", promoterTutorId = tutor, reason = "Più ore" },
            ("If-Match", $"\"{(await As(Role.Educator).Get($"internships/{internship}").Expect(200)).Version}\""));

        var refused = await Amend(25).Expect(422, "internship.amendment-scheme-hours");
        Assert.That(refused.Text, Does.Contain("è di 5:00. Scegliere prima, dal 01/03/2027"));
        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "programme", programmeId = programme, schemeId = Given.LombardiaScheme, from = "2027-03-01" }, 1).Expect(204);
        await Amend(25).Expect(204);
        await As(Role.Educator).Put($"internships/{internship}/allowance", new { payer = "programme", programmeId = programme, schemeId = Given.ShortDaysScheme, from = "2027-03-01" }, 2).Expect(422, "allowance.scheme-daily-hours");
    }
}
