using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Outcomes;

[TestFixtureSource(typeof(Engines))]
internal sealed class OutcomeTests(Engine engine) : SliceTests(engine)
{
    private static object Job(string? employer = "Cooperativa Esempio") =>
        new { contract = "fixedTerm", startsOn = "2026-11-16", endsOn = "2027-05-15", weeklyHours = 24, sector = "catering", employer };

    [Test]
    public async Task Close_WhenEmployed_KeepsTheJobWithTheEmployerEncryptedAndSchedulesTwoContacts()
    {
        var (person, caseId) = await Given.Case();

        await Close(caseId, "employed", Job());

        var closure = await Current(caseId);
        Assert.That(closure["details"]!["employer"]!.ToString(), Is.EqualTo("Cooperativa Esempio"));
        Assert.That(closure["details"]!["contract"]!.ToString(), Is.EqualTo("fixedTerm"));
        Assert.That(closure["months"]!.GetValue<int>(), Is.EqualTo(6));
        Assert.That(closure["followUps"]!.AsArray().Select(one => $"{one!["kind"]} {one["dueOn"]} {one["state"]}"), Is.EqualTo(new[] { "days28 2026-12-18 planned", "months6 2027-05-20 planned" }));
        Assert.That(await Scalar<string>("select details_cipher from beneficiaries_case_closure where case_id = @caseId", new { caseId }), Does.Not.Contain("Cooperativa"));
        Assert.That(await DueLinks(), Does.Not.Contain($"/beneficiaries/{person}#outcome"), "its week has not come");
    }

    [Test]
    public async Task Close_WhenDetailsDoNotFitTheOutcome_NamesTheFieldsAndNothingChanges()
    {
        var (_, caseId) = await Given.Case();

        var reply = await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "employed", details = new { contract = "fixedTerm", training = "school", weeklyHours = 99 } }).Expect(422);
        Assert.That(reply.CodesOf("details.employer"), Is.EqualTo(new[] { "outcome.needed" }));
        Assert.That(reply.CodesOf("details.endsOn"), Is.EqualTo(new[] { "outcome.needed" }));
        Assert.That(reply.CodesOf("details.training"), Is.EqualTo(new[] { "outcome.not-here" }));
        Assert.That(reply.CodesOf("details.weeklyHours"), Is.EqualTo(new[] { "outcome.hours" }));
        var body = await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "transferred", details = new { bodyId = Guid.NewGuid(), agreed = true } }).Expect(422, "outcome.unknown-body");
        Assert.That(body.CodesOf("details.bodyId"), Is.Not.Empty);
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "transferred", details = new { bodyId = Guid.NewGuid(), agreed = false } }).Expect(422);
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/outcomes").Expect(200))["closures"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Close_WhenAClientOfBeforeSendsNoDetails_ClosesAndTheyAreAddedLater()
    {
        var (_, caseId) = await Given.Case();
        await Close(caseId, "employed", null);
        var closure = await Current(caseId);
        Assert.That(closure["details"], Is.Null);

        await As(Role.Educator).Put($"cases/{caseId}/closure", new { outcome = "employed", note = "Assunta", details = Job() }, 1).Expect(204);
        await As(Role.Educator).Put($"cases/{caseId}/closure", new { outcome = "droppedOut", details = new { dropOutReason = "movedAway" } }, 1).Expect(412);
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["closingNote"]!.ToString(), Is.EqualTo("Assunta"));
        Assert.That((await Current(caseId))["details"]!["sector"]!.ToString(), Is.EqualTo("catering"));
        var (_, open) = await Given.Case();
        await As(Role.Educator).Put($"cases/{open}/closure", new { outcome = "training", details = new { training = "school" } }, 1).Expect(422, "case.not-closed");
    }

    [Test]
    public async Task Close_WhenTransferredToAService_NamesItToTheTeamOnly()
    {
        var (_, caseId) = await Given.Case();
        var body = await Given.ReferringBody("municipality");

        await Close(caseId, "transferred", new { bodyId = body, agreed = true });

        Assert.That((await Current(caseId))["bodyName"]!.ToString(), Does.StartWith("Ente di prova"));
        await As(Role.Coordinator).Get($"cases/{caseId}/outcomes").Expect(403, "beneficiary.team-only");
        await (await AnotherPerson(Role.Educator)).Get($"cases/{caseId}/outcomes").Expect(404);
    }

    [Test]
    public async Task Close_WhenTwoCloseAtOnce_OneWinsAndOneClosureIsKept()
    {
        var (_, caseId) = await Given.Case();
        await As(Role.Educator).Get($"cases/{caseId}").Expect(200);

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "training" })));

        Assert.That(replies.Count(reply => reply.Status == 204), Is.EqualTo(1));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_follow_up where case_id = @caseId", new { caseId }), Is.EqualTo(2));
    }

    [Test]
    public async Task FollowUp_WhenItsDayComes_IsDueUntilThePersonIsHeard()
    {
        var (person, caseId) = await Given.Case();
        await Close(caseId, "training", new { training = "vocationalCourse", trainingTitle = "Cucina" });
        var link = $"/beneficiaries/{person}#outcome";
        Clock.Advance(TimeSpan.FromDays(26)); // 19 December, a day after it was due
        var educator = await Again(Role.Educator);

        Assert.That(await DueLinks(), Does.Contain(link));
        Assert.That((await educator.Get("follow-ups?total=true").Expect(200))["total"]!.GetValue<int>(), Is.EqualTo(1));
        var first = (await Current(caseId))["followUps"]![0]!;
        var path = $"cases/{caseId}/follow-ups/{first["id"]}/outcome";
        await educator.Post(path, new { outcome = "noAnswer", contactedOn = "2026-12-19", note = "Non risponde" }, ("If-Match", "\"1\"")).Expect(204);
        Assert.That(await DueLinks(), Does.Contain(link), "a week's notice of the next try");
        Assert.That((await educator.Get("follow-ups").Expect(200)).Items, Is.Empty);
        Assert.That((await educator.Get("follow-ups?show=planned").Expect(200)).Items.Select(one => one!["nextTryOn"]!.ToString()), Is.EqualTo(new[] { "2026-12-26", "2027-05-20" }));

        await educator.Post(path, new { outcome = "reached", contactedOn = "2026-12-19" }, ("If-Match", "\"2\"")).Expect(422);
        await educator.Post(path, new { outcome = "reached", contactedOn = "2026-12-19", situation = "jobSearching", improved = false, note = "Ha lasciato il corso" }, ("If-Match", "\"1\"")).Expect(412);
        await educator.Post(path, new { outcome = "reached", contactedOn = "2026-12-19", situation = "jobSearching", improved = false, note = "Ha lasciato il corso" }, ("If-Match", "\"2\"")).Expect(204);
        await educator.Post(path, new { outcome = "declined", contactedOn = "2026-12-19" }, ("If-Match", "\"3\"")).Expect(422, "follow-up.recorded");
        Assert.That(await DueLinks(), Does.Not.Contain(link));
        var recorded = (await educator.Get("follow-ups?show=recorded").Expect(200)).Items.Single()!;
        Assert.That($"{recorded["situation"]} {recorded["attempts"]}", Is.EqualTo("jobSearching 2"));
        Assert.That(await Scalar<string>("select note_cipher from beneficiaries_follow_up where id = @Id", new { Id = Guid.Parse(first["id"]!.ToString()) }), Does.Not.Contain("corso"));
    }

    [Test]
    public async Task FollowUp_WhenTooEarlyOrOfAnotherCaseOrForWhoHasNoNeedToKnow_IsRefused()
    {
        var (_, caseId) = await Given.Case();
        await Close(caseId, "training", new { training = "school" });
        var (_, other) = await Given.Case();
        var second = (await Current(caseId))["followUps"]![1]!["id"]!.ToString();
        var body = new { outcome = "unreachable", contactedOn = "2026-11-23" };

        await As(Role.Educator).Post($"cases/{caseId}/follow-ups/{second}/outcome", body, ("If-Match", "\"1\"")).Expect(422, "follow-up.too-early");
        await As(Role.Educator).Post($"cases/{other}/follow-ups/{second}/outcome", body, ("If-Match", "\"1\"")).Expect(404);
        await (await AnotherPerson(Role.Educator)).Post($"cases/{caseId}/follow-ups/{second}/outcome", body, ("If-Match", "\"1\"")).Expect(404);
        Assert.That((await (await AnotherPerson(Role.Educator)).Get("follow-ups?show=planned&everybody=true&total=true").Expect(200))["total"]!.GetValue<int>(), Is.Zero);
    }

    [Test]
    public async Task Reopen_WhenClosed_GoesOnAndKeepsHowItHadEnded()
    {
        var (person, caseId) = await Given.Case();
        await As(Role.Educator).Post($"cases/{caseId}/reopening", new { reopenedOn = "2026-11-23", reason = "cameBack" }).Expect(422, "case.not-closed");
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "employed", note = "Assunta da poco", details = Job() }).Expect(204);
        await As(Role.Educator).Post($"cases/{caseId}/reopening", new { reopenedOn = "2026-11-19", reason = "jobEnded" }).Expect(422, "case.reopens-before-closing");

        await As(Role.Educator).Post($"cases/{caseId}/reopening", new { reopenedOn = "2026-11-22", reason = "jobEnded", note = "Periodo di prova non superato" }).Expect(204);

        var record = await As(Role.Educator).Get($"cases/{caseId}").Expect(200);
        Assert.That(record["closedOn"], Is.Null);
        Assert.That(record["closingNote"], Is.Null);
        var closure = await Current(caseId);
        Assert.That($"{closure["note"]} / {closure["reopeningNote"]} / {closure["reopenedOn"]}", Is.EqualTo("Assunta da poco / Periodo di prova non superato / 2026-11-22"));
        Assert.That(closure["followUps"]!.AsArray().Select(one => one!["state"]!.ToString()), Is.All.EqualTo("cancelled"));
        await Close(caseId, "droppedOut", new { dropOutReason = "noContact" }, "2026-11-23");
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/outcomes").Expect(200))["closures"]!.AsArray(), Has.Count.EqualTo(2));

        var referringBodyId = await Given.ReferringBody();
        await As(Role.Educator).Post("cases", new { beneficiaryId = person, referringBodyId, openedOn = "2026-11-23", reason = "other" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/reopening", new { reopenedOn = "2026-11-23", reason = "cameBack" }).Expect(409, "case.already-open");
    }

    [Test]
    public async Task Transfer_WhenToAColleague_TheyAnswerAndAreToldAndTheFormerLeaves()
    {
        var (person, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        var userId = (await colleague.Get("auth/me").Expect(200)).Id;
        var me = (await As(Role.Educator).Get("auth/me").Expect(200)).Id;
        await As(Role.Educator).Post($"cases/{caseId}/members", new { userId, role = "tutor", fromOn = "2026-11-10" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/transfers", new { userId = me, reason = "workload" }).Expect(422, "transfer.same");
        await As(Role.Educator).Post($"cases/{caseId}/transfers", new { userId = Guid.NewGuid(), reason = "workload" }).Expect(422, "member.unknown");

        await As(Role.Educator).Post($"cases/{caseId}/transfers", new { userId, reason = "territory", leaves = true, note = "Sentire la madre" }).Expect(204);

        var record = await colleague.Get($"cases/{caseId}").Expect(200);
        Assert.That(record["managerId"]!.GetValue<Guid>(), Is.EqualTo(userId));
        Assert.That(record["members"]!.AsArray().Count(member => member!["role"]!.ToString() == "caseManager"), Is.EqualTo(1));
        var transfer = (await colleague.Get($"cases/{caseId}/outcomes").Expect(200))["transfers"]![0]!;
        Assert.That($"{transfer["reason"]} {transfer["note"]}", Is.EqualTo("territory Sentire la madre"));
        Assert.That((await colleague.Get("notifications").Expect(200)).Text, Does.Contain("case.transferred").And.Not.Contain("madre"));
        await As(Role.Educator).Post($"cases/{caseId}/transfers", new { userId = me, reason = "workload" }).Expect(403, "case.manager-only");
        Clock.Advance(TimeSpan.FromDays(1));
        await (await Again(Role.Educator)).Get($"beneficiaries/{person}").Expect(404);
    }

    private async Task Close(Guid caseId, string outcome, object? details, string closedOn = "2026-11-20") =>
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn, outcome, details }).Expect(204);

    private async Task<JsonNode> Current(Guid caseId) => (await (await Again(Role.Educator)).Get($"cases/{caseId}/outcomes").Expect(200))["closures"]![0]!;

    private async Task<string[]> DueLinks() =>
        [.. (await (await Again(Role.Educator)).Get("today").Expect(200))["tasks"]!.AsArray().Select(task => task!["link"]!.ToString())];

    /// <summary>Signs in anew: sessions do not outlive the days that the clock jumps.</summary>
    private Task<ApiUser> Again(Role role) => Platform.SignedInAsync(role);
}
