using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class RuleSetVersionTests(Engine engine) : SliceTests(engine)
{
    /// <summary>What the form of a new version sends; the tests' day is 23 November 2026.</summary>
    private sealed record Written
    {
        public string? Region { get; init; } = "Marche";

        public string? Kind { get; init; } = "extracurricular";

        public string? ValidFrom { get; init; } = "2027-01-01";

        public string? Act { get; init; } = "DGR di prova 1/2026";

        public int? MaxMonths { get; init; } = 12;

        public int? MaxMonthsDisability { get; init; } = 24;

        public int? MinMonths { get; init; } = 2;

        public int? MinMonthsSeasonal { get; init; } = 1;

        public int? MaxWeeklyHours { get; init; } = 40;

        public bool DisabilityOutsideQuota { get; init; } = true;

        public int? QuotaSmall { get; init; } = 1;

        public int? QuotaMedium { get; init; } = 2;

        public int? QuotaPercent { get; init; } = 10;

        public int? HostTutorMax { get; init; } = 3;

        public int? PromoterTutorMax { get; init; } = 20;

        public int? SuspensionIllnessDays { get; init; } = 30;

        public object[] Allowances { get; init; } = [new { basis = "weeklyHours", reachedAt = 0, cents = 45000 }];

        public long? MaxAllowanceCents { get; init; }

        public long? UsualAllowanceCents { get; init; }

        public string[] ToVerify { get; init; } = ["act"];
    }

    private async Task<JsonObject[]> Marche() => [.. (await As(Role.Educator).Get("internship-rule-sets?region=Marche&kind=extracurricular").Expect(200)).Items.Select(item => item!.AsObject())];

    private async Task<Guid> Version(Written written) => (await As(Role.Administrator).Post("internship-rule-sets", written).Expect(201)).Id;

    [Test]
    public async Task Add_WhenTheMaximumIsMissing_SaysOnlyThat()
    {
        var refused = await As(Role.Administrator).Post("internship-rule-sets", new Written { MaxMonths = null }).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("maxMonths"), Is.EqualTo(new[] { "field.required" }));
        Assert.That(refused.CodesOf("minMonths"), Is.Empty);
    }

    [Test]
    public async Task Preview_WhenTheYearIsMistyped_NamesTheDay([Values("0001-01-01", "0026-01-01", "9999-12-31")] string validFrom)
    {
        var refused = await As(Role.Administrator).Post("internship-rule-sets/preview", new Written { ValidFrom = validFrom }).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("validFrom"), Is.EqualTo(new[] { "field.out-of-range" }));
    }

    [Test]
    public async Task Add_WhenNoInternshipCouldKeepItsAllowances_IsRefusedAtTheField()
    {
        async Task<Reply> Refused(Written written) => await As(Role.Administrator).Post("internship-rule-sets", written).Expect(422, "validation.failed");

        Assert.That((await Refused(new() { MaxAllowanceCents = 449_99 })).CodesOf("maxAllowanceCents"), Is.EqualTo(new[] { "rule-set.allowance-above-maximum" }));
        Assert.That((await Refused(new() { MaxAllowanceCents = 450_00, UsualAllowanceCents = 450_01 })).CodesOf("usualAllowanceCents"), Is.EqualTo(new[] { "rule-set.usual-above-maximum" }));
        await As(Role.Administrator).Post("internship-rule-sets", new Written { Allowances = [null!] }).Expect(422, "request.field-form");
        await Version(new() { MaxAllowanceCents = 450_00, UsualAllowanceCents = 450_00 });
    }

    [Test]
    public async Task Add_WhenItBeginsLater_TheOneBeforeStaysAsItWasAndEndsTheDayBefore()
    {
        var before = (await Marche()).Single();
        await Version(new());

        var after = await Marche();

        Assert.That(after.Select(set => set["standing"]!.ToString()), Is.EqualTo(new[] { "inForce", "future" }));
        Assert.That(after[0]["validTo"]!.ToString(), Is.EqualTo("2026-12-31"));
        Assert.That(after[0]["act"]!.ToString(), Is.EqualTo(before["act"]!.ToString()));
        Assert.That((long)after[1]["allowances"]![0]!["cents"]!, Is.EqualTo(45000));
    }

    [Test]
    public async Task Add_WhenAnInternshipStartsUnderIt_ItsFiguresDecide()
    {
        await Version(new());
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());

        var check = await As(Role.Educator).Post("internships/rule-check", new { caseId = forCase, companyId = company, kind = "extracurricular", startsOn = "2027-01-11", endsOn = "2027-06-10", weeklyHours = 25, region = "Marche" }).Expect(200);
        var sooner = await As(Role.Educator).Post("internships/rule-check", new { caseId = forCase, companyId = company, kind = "extracurricular", startsOn = "2026-12-14", endsOn = "2027-06-10", weeklyHours = 25, region = "Marche" }).Expect(200);

        Assert.That((long)check["suggestedAllowanceCents"]!, Is.EqualTo(45000));
        Assert.That((long)sooner["suggestedAllowanceCents"]!, Is.EqualTo(40000));
    }

    [TestCase("2026-11-23")]
    [TestCase("2020-01-01")]
    public async Task Add_WhenItWouldRewriteThePast_IsRefused(string day)
    {
        var refused = await As(Role.Administrator).Post("internship-rule-sets", new Written { ValidFrom = day }).Expect(422, "rule-set.from-the-past");

        Assert.That(refused["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo(new[] { "validFrom" }));
        Assert.That(await Marche(), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Add_WhenFiguresAreWrong_NamesThem()
    {
        var refused = await As(Role.Administrator).Post("internship-rule-sets", new Written
        {
            Region = "Marche", Act = "", MaxMonths = 0, MaxMonthsDisability = -1, QuotaPercent = 101, ToVerify = ["inventato"],
            Allowances = [new { basis = "weeklyHours", reachedAt = 0, cents = 1 }, new { basis = "monthlyHours", reachedAt = 10, cents = 2 }],
        }).Expect(422, "validation.failed");

        Assert.That(refused["errors"]!.AsObject().Select(error => error.Key), Is.SupersetOf(new[] { "act", "maxMonths", "maxMonthsDisability", "quotaPercent", "toVerify", "allowances" }));
        await As(Role.Administrator).Post("internship-rule-sets", new Written { Region = "Atlantide" }).Expect(422, "rule-set.region-wrong");
    }

    [Test]
    public async Task Add_WhenThatDayIsTaken_IsRefused()
    {
        await Version(new());

        await As(Role.Administrator).Post("internship-rule-sets", new Written { Act = "Un altro atto" }).Expect(409, "rule-set.day-taken");
    }

    [TestCase(Role.Coordinator)]
    [TestCase(Role.Educator)]
    public async Task Add_WhenNotTheAdministrator_IsRefused(Role role) => await As(role).Post("internship-rule-sets", new Written()).Expect(403);

    [Test]
    public async Task Change_WhenItHasNotBegun_IsCorrectedAndAStaleCorrectionIsRefused()
    {
        var id = await Version(new());

        await As(Role.Administrator).Put($"internship-rule-sets/{id}", new Written { MaxMonths = 9, ValidFrom = "2027-02-01" }, 1).Expect(204);
        await As(Role.Administrator).Put($"internship-rule-sets/{id}", new Written { MaxMonths = 10 }, 1).Expect(412, "record.stale");
        await As(Role.Administrator).Put($"internship-rule-sets/{id}", new Written { Region = "Puglia" }, 2).Expect(422, "rule-set.fixed");

        var read = await As(Role.Educator).Get($"internship-rule-sets/{id}").Expect(200);
        Assert.That((int)read["maxMonths"]!, Is.EqualTo(9));
        Assert.That((await Marche())[0]["validTo"]!.ToString(), Is.EqualTo("2027-01-31"));
    }

    [Test]
    public async Task Change_WhenItIsInForce_IsRefusedAndItCannotBeTakenAway()
    {
        var inForce = (await Marche()).Single();
        var (id, version) = (inForce["id"]!.ToString(), (int)inForce["version"]!);

        await As(Role.Administrator).Put($"internship-rule-sets/{id}", new Written { ValidFrom = "2027-01-01" }, version).Expect(409, "rule-set.in-force");
        await (await SignIn(Role.Administrator)).Delete($"internship-rule-sets/{id}", ("If-Match", $"\"{version}\"")).Expect(409, "rule-set.in-force");
    }

    [Test]
    public async Task Delete_WhenItHasNotBegun_TheOneBeforeGoesOn()
    {
        var id = await Version(new());

        await (await SignIn(Role.Administrator)).Delete($"internship-rule-sets/{id}", ("If-Match", "\"1\"")).Expect(204);

        Assert.That((await Marche()).Single()["validTo"], Is.Null);
    }

    [Test]
    public async Task Verify_WhenAFigureWasComparedWithItsAct_LosesItsMarkAndKeepsItsValue()
    {
        var before = (await Marche()).Single();
        var path = $"internship-rule-sets/{before["id"]}/verification";

        await As(Role.Administrator).Post(path, new { figures = new[] { "act" } }, ("If-Match", $"\"{before["version"]}\"")).Expect(204);
        await As(Role.Administrator).Post(path, new { figures = new[] { "act" } }, ("If-Match", $"\"{(int)before["version"]! + 1}\"")).Expect(422, "rule-set.not-to-verify");

        var after = (await Marche()).Single();
        Assert.That(after["toVerify"]!.AsArray().Select(mark => mark!.ToString()), Has.None.EqualTo("act").And.Contains("maxWeeklyHours"));
        Assert.That((int)after["maxMonths"]!, Is.EqualTo((int)before["maxMonths"]!));
    }

    [Test]
    public async Task Preview_WhenTheMaximumShrinks_SaysHowManyWouldBeBeyondItAndNamesNobodyToTheAdministrator()
    {
        await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        await Given.Proposal(await Given.CaseOf(), await Given.Host(), proposal => proposal with { StartsOn = "2027-01-11", EndsOn = "2027-07-10" });

        var effects = await As(Role.Administrator).Post("internship-rule-sets/preview", new Written { MaxMonths = 3, MaxMonthsDisability = null }).Expect(200);

        Assert.That(((int)effects["toStart"]!, (int)effects["running"]!), Is.EqualTo((1, 1)));
        var maximum = effects["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.maximum-duration")!;
        Assert.That((int)maximum["breaks"]!, Is.EqualTo(1), "who runs keeps the figures of the own first day");
        Assert.That(effects["internships"]!.AsArray(), Is.Empty);
        Assert.That((int)effects["others"]!, Is.EqualTo(1));
        Assert.That(await Marche(), Has.Length.EqualTo(1), "nothing is kept");
    }

    [Test]
    public async Task Preview_WhenTheAnswerDependsOnThePersonsSituation_SaysSoWithoutLookingAtIt()
    {
        await Given.Proposal(await Given.CaseOf(), await Given.Host(), proposal => proposal with { StartsOn = "2027-01-11", EndsOn = "2027-07-10" });

        var effects = await As(Role.Administrator).Post("internship-rule-sets/preview", new Written { MaxMonths = 3 }).Expect(200);

        var maximum = effects["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.maximum-duration")!;
        Assert.That(((int)maximum["breaks"]!, (int)maximum["depends"]!), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Effects_WhenAVersionIsWrittenDown_WhoFollowsThePersonSeesWhichInternship()
    {
        var mine = await Given.Proposal(await Given.CaseOf(), await Given.Host(staff: 14), proposal => proposal with { StartsOn = "2027-01-11", EndsOn = "2027-07-10" });
        var id = await Version(new() { MaxWeeklyHours = 20 });

        var effects = await As(Role.Educator).Get($"internship-rule-sets/{id}/effects").Expect(200);

        var affected = effects["internships"]!.AsArray().Single()!;
        Assert.That(affected["id"]!.ToString(), Is.EqualTo(mine.ToString()));
        Assert.That(affected["rules"]!.AsArray().Select(rule => rule!["code"]!.ToString()), Has.Member("internship.weekly-hours"));
        await As(Role.CompanyOperator).Get($"internship-rule-sets/{id}/effects").Expect(403);
    }

    [Test]
    public async Task Preview_WhenTheQuotaShrinks_CountsTheHostsInterns()
    {
        var company = await Given.Host(staff: 14);
        await Given.ActiveInternship(await Given.CaseOf(), company);
        await Given.Proposal(await Given.CaseOf(), company, proposal => proposal with { HostTutor = "Altra", StartsOn = "2027-01-11", EndsOn = "2027-07-10" });

        var effects = await As(Role.Administrator).Post("internship-rule-sets/preview", new Written { QuotaMedium = 1, DisabilityOutsideQuota = false }).Expect(200);

        Assert.That((int)effects["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.host-quota")!["breaks"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Preview_WhenAnInternshipRuns_SaysWhatTheChecksSayAfterwards()
    {
        var (company, forCase) = (await Given.Host(), await Given.CaseOf());
        var running = await Given.ActiveInternship(forCase, company);
        var toStart = await Given.Proposal(await Given.CaseOf(), await Given.Host(), proposal => proposal with { StartsOn = "2027-01-11", EndsOn = "2027-07-10" });
        async Task<string> Weekly(Guid id) => (await As(Role.Educator).Post($"internships/{id}/rule-check", new { }).Expect(200))["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.weekly-hours")!["outcome"]!.ToString();

        var effects = await As(Role.Administrator).Post("internship-rule-sets/preview", new Written { MaxWeeklyHours = 20 }).Expect(200);
        Assert.That(((int)effects["toStart"]!, (int)effects["running"]!, (int)effects["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.weekly-hours")!["breaks"]!), Is.EqualTo((1, 1, 1)));
        await Version(new() { MaxWeeklyHours = 20 });
        Clock.Now = new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);

        Assert.That((await Weekly(running), await Weekly(toStart)), Is.EqualTo(("ok", "blocks")));
        var version = (await As(Role.Educator).Get($"internships/{running}").Expect(200)).Version;
        await As(Role.Educator).Post($"internships/{running}/extensions", new { endsOn = "2027-07-29", reason = "Serve più tempo" }, ("If-Match", $"\"{version}\"")).Expect(204);
        Assert.That(await Weekly(running), Is.EqualTo("ok"), "extended, it keeps the figures of its first day");
    }

    [Test]
    public async Task RuleSet_WhenItIsSentBackAsItWasRead_StaysAsItIs()
    {
        var shipped = (await As(Role.Administrator).Get("internship-rule-sets").Expect(200)).Items.Select(item => item!.AsObject()).ToArray();
        Assert.That(shipped, Has.Length.GreaterThan(5));
        foreach (var (read, place) in shipped.Select((one, place) => ((JsonObject)one.DeepClone(), place)))
        {
            // What is in force is not rewritten: the same figures, from a day that is still to come.
            read["validFrom"] = new DateOnly(2027, 2, 1).AddDays(place).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            var id = (await As(Role.Administrator).Post("internship-rule-sets", read).Expect(201)).Id;
            var written = await As(Role.Administrator).Get($"internship-rule-sets/{id}").Expect(200);
            Assert.That(Figures(written.Json.AsObject()), Is.EqualTo(Figures(read)), $"{read["region"]}, {read["kind"]}");

            await As(Role.Administrator).Put($"internship-rule-sets/{id}", written.Json, written.Version).Expect(204);

            var again = await As(Role.Administrator).Get($"internship-rule-sets/{id}").Expect(200);
            Assert.That(Figures(again.Json.AsObject()), Is.EqualTo(Figures(written.Json.AsObject())), $"{read["region"]}, {read["kind"]}");
        }

        static string Figures(JsonObject set)
        {
            var figures = (JsonObject)set.DeepClone();
            foreach (var name in new[] { "id", "version", "validTo", "standing" })
            {
                figures.Remove(name);
            }

            return figures.ToJsonString();
        }
    }
}
