namespace InclusionPlatform.IntegrationTests.Beneficiaries.JobSearch;

[TestFixtureSource(typeof(Engines))]
internal sealed class JobPathTests(Engine engine) : SliceTests(engine)
{
    private static (string, string) Match(int version) => ("If-Match", $"\"{version}\"");

    [Test]
    public async Task Path_WhenOpened_TellsWhatIsNextAndIsEncrypted()
    {
        var (person, caseId, path) = await Given.JobSearch();
        await As(Role.Educator).Post("job-search-paths", Given.JobPath(caseId, await Given.IdOf(await SignIn(Role.Educator)))).Expect(409, "job-search-path.open-already");

        var opened = await As(Role.Educator).Get($"job-search-paths/{path}").Expect(200);

        Assert.That(opened["target"]!["duties"]!.ToString(), Is.EqualTo("Aiuto cuoco riservatissimo"));
        Assert.That(opened["places"]![0]!["name"]!.ToString(), Does.Contain("(AP)"));
        Assert.That(opened["next"]!["step"]!.ToString(), Is.EqualTo("writeCv"));
        Assert.That(opened["team"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(await Scalar<string>("select content_cipher from beneficiaries_job_path"), Does.StartWith($"p1.{person:N}."));
        Assert.That((await As(Role.Educator).Get("job-search-paths?total=true").Expect(200)).Ids, Is.EqualTo(new[] { path }));
        Assert.That((await As(Role.Educator).Get($"job-search-paths?caseId={caseId}").Expect(200)).Ids, Is.EqualTo(new[] { path }));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @person and purpose = 'read-job-search'", new { person }), Is.GreaterThan(0));
    }

    [Test]
    public async Task Path_WhenOfSomebodyElsesCase_AnswersAsIfItWereNotThere()
    {
        var (_, caseId, path) = await Given.JobSearch();
        var session = await Given.JobSession(path);
        var stranger = await AnotherPerson(Role.Educator);

        await stranger.Get($"job-search-paths/{path}").Expect(404, "job-search-path.not-found");
        await stranger.Get($"job-search-paths/{Guid.NewGuid()}").Expect(404, "job-search-path.not-found");
        await stranger.Put($"job-search-paths/{path}", Given.JobPath(caseId, await Given.IdOf(stranger)), 1).Expect(404, "job-search-path.not-found");
        await stranger.Post($"job-search-paths/{path}/sessions/{session}/outcome", new { outcome = "held" }, Match(1)).Expect(404, "job-search-path.not-found");
        await stranger.Post("job-search-paths", Given.JobPath(caseId, await Given.IdOf(stranger))).Expect(404, "case.not-found");
        await stranger.Get($"job-search-paths?caseId={caseId}").Expect(404, "case.not-found");
        Assert.That((await stranger.Get("job-search-paths?everybody=true&total=true").Expect(200))["total"]!.GetValue<int>(), Is.Zero);
        await As(Role.Coordinator).Get($"job-search-paths/{path}").Expect(403, "beneficiary.team-only");
        await As(Role.CompanyOperator).Get($"job-search-paths/{path}").Expect(403);
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where kind = 'refusal'"), Is.GreaterThan(3), "the attempts are logged");
    }

    [Test]
    public async Task Path_WhenWrittenBadly_SaysAtWhichField()
    {
        var (_, caseId, path) = await Given.JobSearch();
        var body = Given.JobPath(caseId, await Given.IdOf(await SignIn(Role.Educator)));
        body["target"] = new { municipalities = new[] { "999999" }, provinces = new[] { "ZZ" }, sectors = new[] { "astronautics" }, weeklyHours = 80 };
        body["sessions"] = 0;
        var wrong = await As(Role.Educator).Put($"job-search-paths/{path}", body, 1).Expect(422);
        Assert.That(wrong["errors"]!.AsObject().Select(one => one.Key), Is.EquivalentTo(new[] { "target.municipalities[0]", "target.provinces[0]", "target.sectors[0]", "target.weeklyHours", "sessions" }));

        body = Given.JobPath(caseId, Guid.NewGuid());
        Assert.That((await As(Role.Educator).Put($"job-search-paths/{path}", body, 1).Expect(422)).CodesOf("userId"), Is.EqualTo(new[] { "job-search.not-member" }));
        body = Given.JobPath(caseId, await Given.IdOf(await SignIn(Role.Educator)));
        body["openedOn"] = "2026-11-01";
        await As(Role.Educator).Put($"job-search-paths/{path}", body, 1).Expect(422, "job-search.before-case");
        body["openedOn"] = "2026-11-12";
        await As(Role.Educator).Put($"job-search-paths/{path}", body, 1).Expect(204);
        await As(Role.Educator).Put($"job-search-paths/{path}", body, 1).Expect(412, "record.stale");
    }

    [Test]
    public async Task Session_WhenHeldMissedOrTakenBack_CountsAndIsDueUntilThen()
    {
        var (person, _, path) = await Given.JobSearch();
        var session = await Given.JobSession(path);
        var later = await Given.JobSession(path, "2026-11-30", "09:30", "videoCall");
        Assert.That(await Scalar<string>("select details_cipher from beneficiaries_job_session where id = @session", new { session }), Does.StartWith($"p1.{person:N}."));
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Contain("job-search.session-to-record").And.Not.Contain("segretissimo"));
        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}").Expect(200))["next"]!["step"]!.ToString(), Is.EqualTo("recordSession"));

        await As(Role.Educator).Post($"job-search-paths/{path}/sessions/{later}/outcome", new { outcome = "held" }, Match(1)).Expect(422, "job-session.not-begun");
        await As(Role.Educator).Post($"job-search-paths/{path}/sessions/{session}/outcome", new { outcome = "planned" }, Match(1)).Expect(422);
        await As(Role.Educator).Post($"job-search-paths/{path}/sessions/{session}/outcome", new { outcome = "held", minutes = 75, note = "Scritta la prima lettera" }, Match(1)).Expect(204);
        await As(Role.Educator).Post($"job-search-paths/{path}/sessions/{session}/outcome", new { outcome = "held" }, Match(2)).Expect(422, "job-session.recorded");

        var read = await As(Role.Educator).Get($"job-search-paths/{path}").Expect(200);
        Assert.That($"{read["figures"]!["held"]} {read["figures"]!["minutes"]}", Is.EqualTo("1 75"));
        Assert.That(read["meetings"]!.AsArray().Select(one => one!["at"]!.ToString()), Is.EqualTo(new[] { "09:30", "10:00" }));
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("job-search.session-to-record"));
        await (await SignIn(Role.Educator)).Delete($"job-search-paths/{path}/sessions/{session}/outcome", Match(1)).Expect(412);
        await (await SignIn(Role.Educator)).Delete($"job-search-paths/{path}/sessions/{session}/outcome", Match(2)).Expect(204);
        await As(Role.Educator).Post($"job-search-paths/{path}/sessions/{session}/outcome", new { outcome = "missed" }, Match(3)).Expect(204);
        Assert.That((await As(Role.Educator).Get($"job-search-paths/{path}").Expect(200))["figures"]!["missed"]!.GetValue<int>(), Is.EqualTo(1));
        var wrong = await As(Role.Educator).Post($"job-search-paths/{path}/sessions", new { way = "inPerson", on = "2026-11-20", at = "25:00", minutes = 1 }).Expect(422);
        Assert.That(wrong["errors"]!.AsObject().Select(one => one.Key), Is.EquivalentTo(new[] { "at", "minutes", "userId" }));
        await As(Role.Educator).Post($"job-search-paths/{Guid.NewGuid()}/sessions", new { way = "call", on = "2026-11-20", at = "10:00", minutes = 30, userId = Guid.NewGuid() }).Expect(404);
    }

    [Test]
    public async Task Path_WhenClosed_StaysAsItIsUntilReopenedAndTellsThePlan()
    {
        var (_, caseId, path) = await Given.JobSearch();
        var session = await Given.JobSession(path, "2026-12-01");
        var draft = new
        {
            reviewOn = "2027-01-15",
            needs = new[] { new { area = "work", text = "Un lavoro", objectives = new[] { new { text = "Trovarlo", measure = "Contratto", dueOn = "2027-05-31", actions = new[] { new { kind = "jobSearch", text = "Cercare insieme", by = "person", dueOn = "2027-03-31" } } } } } },
        };
        var plan = await Given.Plan(caseId, draft);
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/plans/{plan}").Expect(200))["steps"]![0]!["state"]!.ToString(), Is.EqualTo("running"));

        await As(Role.Educator).Post($"job-search-paths/{path}/closure", new { closedOn = "2026-11-24", outcome = "hired" }, Match(1)).Expect(422);
        await As(Role.Educator).Post($"job-search-paths/{path}/closure", new { closedOn = "2026-11-09", outcome = "hired" }, Match(1)).Expect(422, "job-search.closed-before");
        await As(Role.Educator).Post($"job-search-paths/{path}/closure", new { closedOn = "2026-11-23", outcome = "interrupted" }, Match(1)).Expect(422);
        await As(Role.Educator).Post($"job-search-paths/{path}/closure", new { closedOn = "2026-11-23", outcome = "hired", note = "Assunta in cucina" }, Match(1)).Expect(204);

        var closed = await As(Role.Educator).Get($"job-search-paths/{path}").Expect(200);
        Assert.That($"{closed["state"]} {closed["outcome"]} {closed["closingNote"]} {closed["next"]!["step"]}", Is.EqualTo("closed hired Assunta in cucina none"));
        Assert.That(closed["meetings"]![0]!["state"]!.ToString(), Is.EqualTo("cancelled"));
        var step = (await As(Role.Educator).Get($"cases/{caseId}/plans/{plan}").Expect(200))["steps"]![0]!;
        Assert.That($"{step["state"]} {step["source"]} {step["on"]}", Is.EqualTo("done jobSearch 2026-11-23"));
        await As(Role.Educator).Put($"job-search-paths/{path}/sessions/{session}", new { way = "call", on = "2026-12-02", at = "10:00", minutes = 30, userId = Guid.NewGuid() }, 2).Expect(422, "job-search-path.closed");
        Assert.That((await As(Role.Educator).Get("job-search-paths?state=open").Expect(200)).Ids, Is.Empty);

        var educator = await SignIn(Role.Educator);
        await educator.Delete($"job-search-paths/{path}/closure", Match(2)).Expect(204);
        await educator.Delete($"job-search-paths/{path}/closure", Match(3)).Expect(422, "job-search-path.open");
        await educator.Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);
        Assert.That((await educator.Get($"job-search-paths/{path}").Expect(200))["state"]!.ToString(), Is.EqualTo("closed"), "a path ends with its case");
        await educator.Post("job-search-paths", Given.JobPath(caseId, await Given.IdOf(educator))).Expect(422, "case.is-closed");
    }
}
