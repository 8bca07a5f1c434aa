namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

[TestFixtureSource(typeof(Engines))]
internal sealed class SchemeTests(Engine engine) : PayListTests(engine)
{
    [Test]
    public async Task Scheme_WhenWritten_IsListedWithItsTermsAndWrongOnesAreNamed()
    {
        var seeded = await As(Role.Educator).Get("allowance-schemes").Expect(200);
        Assert.That(seeded.Items, Has.Count.EqualTo(13));

        var saved = await As(Role.Administrator).Post("allowance-schemes", new { name = "Avviso di prova", region = "Marche", kind = "socialInclusion", terms = new[] { Terms("2026-01-01", 400_00), Terms("2026-12-16", 500_00) } }).Expect(201);
        await As(Role.Educator).Post("allowance-schemes", new { name = "Mio", terms = new[] { Terms("2026-01-01", 1) } }).Expect(403);
        await As(Role.Coordinator).Post("allowance-schemes", new { name = "AVVISO di prova", terms = new[] { Terms("2026-01-01", 1) } }).Expect(409, "allowance-scheme.name-taken");
        var wrong = await As(Role.Coordinator).Post("allowance-schemes", new
        {
            name = "", terms = new object[] { Terms("2026-01-01", -1, 170), new { validFrom = "2026-01-01", method = "presenceSteps" }, new { validFrom = "2026-02-01", method = "dowry" } },
        }).Expect(422);
        Assert.That(wrong.CodesOf("terms"), Does.Contain("scheme.terms-twice"));
        Assert.That(new[] { "name", "terms[0].cents", "terms[0].thresholdPercent", "terms[1].steps", "terms[2].totalCents" }.Where(field => wrong.CodesOf(field).Count == 0), Is.Empty);
        Assert.That((await As(Role.Coordinator).Post("allowance-schemes", new { name = "Vuoto", terms = new object?[] { null } }).Expect(422)).CodesOf("terms[0]"), Is.Not.Empty);
        Assert.That((await As(Role.Coordinator).Post("allowance-schemes", new { name = "Mai", terms = new[] { Terms("9999-12-31", 1) } }).Expect(422)).CodesOf("terms[0].validFrom"), Is.Not.Empty);
        await As(Role.Coordinator).Post("allowance-schemes", new { name = "Altrove", region = "Atlantide", terms = new[] { Terms("2026-01-01", 1) } }).Expect(422, "scheme.region-wrong");
        var above = new { validFrom = "2026-01-01", method = "flatWithThreshold", cents = 1, thresholdPercent = 100, thresholdAbove = true };
        Assert.That((await As(Role.Coordinator).Post("allowance-schemes", new { name = "Oltre tutto", terms = new[] { above } }).Expect(422)).CodesOf("terms[0].thresholdPercent"), Does.Contain("scheme.above-all"));
        Assert.That(seeded.Items.Where(one => (bool)one!["terms"]![0]!["thresholdAbove"]!).Select(one => one!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { Given.FlatScheme }), "DGR 1086/2023 alone says above");
        Assert.That(seeded.Items.Where(one => one!["maxDailyHours"] is not null).Select(one => (one!["id"]!.GetValue<Guid>(), (int)one["maxDailyHours"]!)), Is.EqualTo(new[] { (Given.ShortDaysScheme, 4) }), "DGR X/7763/2018: the reduced amount up to four hours a day");
        var tooLong = await As(Role.Coordinator).Post("allowance-schemes", new { name = "Giorni lunghi", maxDailyHours = 25, terms = new[] { Terms("2026-01-01", 1) } }).Expect(422);
        Assert.That(tooLong.CodesOf("maxDailyHours"), Is.Not.Empty);
        Assert.That(tooLong.Text, Does.Contain("Ore al giorno, al massimo"), "the field is named");
        var shortDays = (await As(Role.Coordinator).Post("allowance-schemes", new { name = "Giorni brevi", maxDailyHours = 6, terms = new[] { Terms("2026-01-01", 1) } }).Expect(201)).Id;
        Assert.That((int)(await As(Role.Educator).Get("allowance-schemes").Expect(200)).Items.Single(one => one!["id"]!.GetValue<Guid>() == shortDays)!["maxDailyHours"]!, Is.EqualTo(6));
        var read = (await As(Role.Educator).Get("allowance-schemes").Expect(200)).Items.Single(one => one!["id"]!.GetValue<Guid>() == saved.Id)!;
        Assert.That((read["region"]!.ToString(), read["fixedUntil"]), Is.EqualTo(("Marche", (System.Text.Json.Nodes.JsonNode?)null)));
    }

    [Test]
    public async Task Scheme_WhileNobodyIsPaidByIt_IsCorrectedFreelyAndAStaleCorrectionIsRefused()
    {
        var saved = await Scheme("Marche", Terms("2026-01-01", 400_00), Terms("2026-02-01", 500_00));

        await Change(saved, 1, Terms("2026-01-01", 450_00)).Expect(200);
        await Change(saved, 1, Terms("2026-01-01", 460_00)).Expect(412, "record.stale");
        await Change(Guid.NewGuid(), 1, Terms("2026-01-01", 460_00)).Expect(404, "allowance-scheme.not-found");
    }

    [Test]
    public async Task Scheme_WhenItPaysSomebody_KeepsItsPastAndTakesNewTermsFromTomorrow()
    {
        var saved = await Scheme("marche", Terms("2026-01-01", 400_00), Terms("2026-12-16", 500_00));
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme, saved);
        await Given.ClosedRegister(internship, "2026-12");
        var run = (await Make(programme).Expect(201)).Id;
        Assert.That((await Read(run))["cents"]!.GetValue<long>(), Is.EqualTo(193_55 + 258_06), "fifteen days of the one and sixteen of the other");
        var (first, second) = (Terms("2026-01-01", 400_00), Terms("2026-12-16", 500_00));

        var refused = await Change(saved, 1, first, Terms("2026-12-16", 600_00)).Expect(422, "scheme.terms-in-force");
        Assert.That(refused.Text, Does.Contain("dal 05/01/2027 in poi").Or.Contain("dal 5/1/2027 in poi"));
        Assert.That(refused.CodesOf("terms[1].validFrom"), Is.Not.Empty);
        Assert.That((await Change(saved, 1, first).Expect(422, "scheme.terms-in-force")).CodesOf("terms"), Is.Not.Empty);
        await Change(saved, 1, first, second, Terms("2027-01-04", 600_00)).Expect(422, "scheme.terms-in-force");
        await As(Role.Coordinator).Put($"allowance-schemes/{saved}", new { name = "Avviso usato", region = "Toscana", kind = "socialInclusion", terms = new[] { first, second } }, 1).Expect(422, "scheme.region-in-use");
        await As(Role.Coordinator).Put($"allowance-schemes/{saved}", new { name = "Avviso usato", region = "Marche", terms = new[] { first, second } }, 1).Expect(422, "scheme.kind-in-use");
        await Step(run, "recomputation").Expect(204);
        Assert.That((await Read(run))["cents"]!.GetValue<long>(), Is.EqualTo(193_55 + 258_06), "nothing was written");

        await Change(saved, 1, first, second, Terms("2027-01-05", 600_00)).Expect(200);
        var read = (await As(Role.Educator).Get("allowance-schemes").Expect(200)).Items.Single(one => one!["id"]!.GetValue<Guid>() == saved)!;
        Assert.That((read["fixedUntil"]!.ToString(), read["terms"]!.AsArray().Count), Is.EqualTo(("2027-01-04", 3)));
        await Change(saved, 2, first, second).Expect(200);
    }

    [TestCase("thirtieths", 190_00)]
    [TestCase("calendarDays", 183_87)]
    public async Task Scheme_WhenItEndsInTheMonth_PaysNineteenDaysOrAsManyThirtieths(string share, long cents)
    {
        object Ending(string from, long amount) => new { validFrom = from, method = "flatWithThreshold", cents = amount, thresholdPercent = 75, below = "nothing", dayShare = share };
        var saved = await Scheme("Marche", Ending("2026-01-01", 300_00), Ending("2026-12-20", 0));
        await As(Role.Coordinator).Put($"allowance-schemes/{saved}", new { name = "Avviso usato", terms = new[] { new { validFrom = "2026-01-01", method = "flatWithThreshold", cents = 1, dayShare = "weeks" } } }, 1).Expect(422);
        var programme = await Given.Programme();
        var (_, internship) = await Running(programme, saved);
        await Given.ClosedRegister(internship, "2026-12");

        var run = (await Make(programme).Expect(201)).Id;

        Assert.That((await Read(run))["cents"]!.GetValue<long>(), Is.EqualTo(cents));
        Assert.That((await As(Role.Educator).Get("allowance-schemes").Expect(200)).Items.Single(one => one!["id"]!.GetValue<Guid>() == saved)!["terms"]![0]!["dayShare"]!.ToString(), Is.EqualTo(share));
    }

    private static object Terms(string from, long cents, int? threshold = 75) => new { validFrom = from, method = "flatWithThreshold", cents, thresholdPercent = threshold, below = "nothing", act = "Atto di prova" };

    private async Task<Guid> Scheme(string region, params object[] terms) =>
        (await As(Role.Administrator).Post("allowance-schemes", new { name = "Avviso usato", region, kind = "socialInclusion", terms }).Expect(201)).Id;

    private Task<Reply> Change(Guid scheme, int version, params object[] terms) =>
        As(Role.Coordinator).Put($"allowance-schemes/{scheme}", new { name = "Avviso usato", region = "Marche", kind = "socialInclusion", terms }, version);
}
