namespace InclusionPlatform.IntegrationTests.Reports;

[TestFixtureSource(typeof(Engines))]
internal sealed class AnnualReportTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task AnnualReport_WhenReadByASystem_HidesSmallCountsAndSaysWhich()
    {
        await Given.ActiveInternship(await Given.CaseOf("Campoverde"), await Given.Host(staff: 14));
        var year = Clock.Now.Year;
        var whole = await As(Role.Coordinator).Get($"reports/annual?year={year}").Expect(200);
        Assert.That(whole["internshipsActivated"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(whole["suppressed"]!.AsArray(), Is.Empty);

        var system = await System();
        var told = await system.Get($"reports/annual?year={year}").Expect(200);

        Assert.That(told["internshipsActivated"], Is.Null);
        Assert.That(told["internshipsBySector"]!.AsArray().Select(one => one!["count"]), Is.All.Null);
        Assert.That(told["suppressed"]!.AsArray().Select(one => one!.ToString()), Does.Contain("internshipsActivated").And.Contain("internshipsBySector.catering"));
        Assert.That(told["courses"]!.GetValue<int>(), Is.Zero);
    }

    [TestCase(Role.Coordinator, true)]
    [TestCase(Role.Educator, true)]
    [TestCase(Role.Administrator, false)]
    [TestCase(Role.Auditor, false)]
    [TestCase(Role.CompanyOperator, false)]
    [TestCase(Role.Trainer, false)]
    [TestCase(Role.BulletinEditor, false)]
    public async Task AnnualReport_WhenReadByAColleague_TellsSmallCountsOnlyToWhoWorksWithPeople(Role role, bool told)
    {
        await Given.ActiveInternship(await Given.CaseOf("Campoverde"), await Given.Host(staff: 14));

        var report = await As(role).Get($"reports/annual?year={Clock.Now.Year}").Expect(200);

        Assert.That(report["internshipsActivated"]?.GetValue<int>(), Is.EqualTo(told ? 1 : (int?)null));
        Assert.That(report["suppressed"]!.AsArray().Count == 0, Is.EqualTo(told));
    }

    [Test]
    public async Task AnnualReport_WhenAPersonObjectsToStatistics_CountsThemOnlyInWhatIsOwedToWhoPays()
    {
        var (person, caseId) = await Given.Case(bodyKind: "addictionService");
        await Given.ActiveInternship(caseId, await Given.Host(staff: 14));
        await Given.ActiveInternship((await Given.Case(bodyKind: "addictionService")).Case, await Given.Host(staff: 14));
        async Task<string> Counts()
        {
            var report = await As(Role.Coordinator).Get($"reports/annual?year={Clock.Now.Year}").Expect(200);
            var sectors = report["internshipsBySector"]!.AsArray().Sum(sector => sector!["count"]!.GetValue<int>());
            return $"{report["internshipsActivated"]} {report["internshipsForWomen"]} {report["internshipsFromAddictionServices"]} {report["internshipsLeftOut"]} {sectors}";
        }

        Assert.That(await Counts(), Is.EqualTo("2 2 2 0 2"));
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "objection", scope = "statistics", fromOn = "2026-11-20" }).Expect(201);

        Assert.That(await Counts(), Is.EqualTo("2 1 1 1 2"));
    }

    [Test]
    public async Task AnnualReport_WhenYearIsToCome_IsRefused()
    {
        var next = await As(Role.Coordinator).Get($"reports/annual?year={Clock.Now.Year + 1}").Expect(422, "validation.failed");

        Assert.That(next.CodesOf("year"), Is.EqualTo(new[] { "report.year-to-come" }));
    }

    private async Task<ApiUser> System()
    {
        var made = await As(Role.Administrator).Post("api-clients", new { name = "Centro di prova", scopes = new[] { "reports:read" } }).Expect(201);
        var token = await Anonymous.Send(HttpMethod.Post, "auth/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = made["clientId"]!.ToString(), ["client_secret"] = made["clientSecret"]!.ToString(),
        })).Expect(200);
        var http = Platform.CreateDefaultClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token["access_token"]!.ToString());
        return new(http);
    }
}
