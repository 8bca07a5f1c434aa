namespace InclusionPlatform.IntegrationTests.Beneficiaries.Cases;

[TestFixtureSource(typeof(Engines))]
internal sealed class CaseTests(Engine engine) : SliceTests(engine)
{
    [TestCase("addictionService", true)]
    [TestCase("penalExecution", true)]
    [TestCase("juvenileJustice", true)]
    [TestCase("employmentCentre", false)]
    public async Task Open_WhenBodyIsOfAKind_IsRestrictedByDefaultOrNot(string kind, bool restricted)
    {
        var (_, caseId) = await Given.Case(bodyKind: kind);

        Assert.That((await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["restricted"]!.GetValue<bool>(), Is.EqualTo(restricted));
    }

    [Test]
    public async Task Open_WhenReferredByTheAddictionService_NoColumnNamesTheBody()
    {
        var beneficiaryId = await Given.Beneficiary();
        var referringBodyId = await Given.ReferringBody("addictionService");
        var opened = await As(Role.Educator).Post("cases", new { beneficiaryId, referringBodyId, openedOn = "2026-11-02", reason = "other" }).Expect(201);

        var raw = await Scalar<string>("select concat(referring_body_hash, ' ', referring_body_cipher) from beneficiaries_case where id = @Id", new { opened.Id });
        Assert.That(raw, Does.Not.Contain(referringBodyId.ToString()).IgnoreCase.And.Not.Contain(referringBodyId.ToString("N")).IgnoreCase);
        Assert.That((await As(Role.Educator).Get($"cases/{opened.Id}").Expect(200))["referringBodyId"]!.GetValue<Guid>(), Is.EqualTo(referringBodyId));
    }

    [Test]
    public async Task Open_WhenOneIsOpenAlready_IsRefusedUntilItCloses()
    {
        var (beneficiaryId, caseId) = await Given.Case();
        var second = new { beneficiaryId, referringBodyId = await Given.ReferringBody(), openedOn = "2026-11-20", reason = "jobLoss" };

        await As(Role.Educator).Post("cases", second).Expect(409, "case.already-open");
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-19", outcome = "droppedOut", note = "Si è trasferita" }).Expect(204);
        await As(Role.Educator).Post("cases", second).Expect(201);

        var record = await As(Role.Educator).Get($"beneficiaries/{beneficiaryId}").Expect(200);
        Assert.That(record["cases"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["closingNote"]!.ToString(), Is.EqualTo("Si è trasferita"));
    }

    [Test]
    public async Task Open_WhenDataIsWrong_NamesTheFields()
    {
        var beneficiaryId = await Given.Beneficiary();

        var empty = await As(Role.Educator).Post("cases", new { }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "beneficiaryId", "referringBodyId", "openedOn", "reason" }));
        Assert.That(empty["errors"]!["openedOn"]![0]!["message"]!.ToString(), Does.StartWith("«").And.EndWith("è da compilare."));
        var unknown = await As(Role.Educator).Post("cases", new { beneficiaryId, referringBodyId = Guid.NewGuid(), openedOn = "2026-11-20", reason = "other" }).Expect(422, "case.unknown-body");
        Assert.That(unknown.CodesOf("referringBodyId"), Is.Not.Empty);
        var future = await As(Role.Educator).Post("cases", new { beneficiaryId, referringBodyId = Guid.NewGuid(), openedOn = "2027-01-01", reason = "other" }).Expect(422);
        Assert.That(future.CodesOf("openedOn"), Is.EqualTo(new[] { "case.opens-in-future" }));
        var referringBodyId = await Given.ReferringBody();
        Task<Reply> Open(Guid who, string on) => As(Role.Educator).Post("cases", new { beneficiaryId = who, referringBodyId, openedOn = on, reason = "other" });
        await Open(beneficiaryId, "1950-01-01").Expect(422, "case.opens-before-birth");
        Assert.That((await Open(beneficiaryId, "2016-11-22").Expect(422, "case.opens-too-early")).CodesOf("openedOn"), Is.Not.Empty);
        var (again, former) = await Given.Case();
        await As(Role.Educator).Post($"cases/{former}/closure", new { closedOn = "2026-11-20", outcome = "training" }).Expect(204);
        await Open(again, "2026-11-19").Expect(422, "case.opens-before-former-end");
        await Open(again, "2026-11-20").Expect(201);
    }

    [Test]
    public async Task Close_WhenSomethingIsPlannedLater_IsSaidBeforeAndCancelledWithIt()
    {
        var (_, caseId) = await Given.Case();
        var userId = await Given.UserId(Role.Educator);
        await As(Role.Educator).Post($"cases/{caseId}/appointments", new { kind = "call", on = "2026-11-23", at = "20:00", minutes = 30, userId }).Expect(201);
        var later = (await As(Role.Educator).Post($"cases/{caseId}/appointments", new { kind = "interview", on = "2026-11-26", at = "10:00", minutes = 30, userId }).Expect(201)).Id;

        var ends = await As(Role.Educator).Get($"cases/{caseId}/open-ends").Expect(200);
        Assert.That(ends["appointments"]!.AsArray().Select(one => $"{one!["kind"]} {one["on"]} {one["at"]}"), Is.EqualTo(new[] { "call 2026-11-23 20:00", "interview 2026-11-26 10:00" }));
        Assert.That((await As(Role.Coordinator).Get($"cases/{caseId}/open-ends").Expect(200))["appointments"]!.AsArray(), Is.Empty);
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);

        Assert.That(await Scalar<string>("select state from beneficiaries_appointment where id = @later", new { later }), Is.EqualTo("cancelled"));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_appointment where state = 'planned'"), Is.EqualTo(1), "that of the last day goes on");
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/open-ends").Expect(200))["appointments"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Close_WhenDatesAreWrongOrClosedAlready_IsRefused()
    {
        var (_, caseId) = await Given.Case(openedOn: "2026-11-02");

        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-01", outcome = "employed" }).Expect(422, "case.closes-before-opening");
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-24", outcome = "employed" }).Expect(422, "case.closes-in-future");
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "call", on = "2026-11-18", text = "Sentito al telefono" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-17", outcome = "employed" }).Expect(422, "case.closes-before-last-entry");
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "employed" }).Expect(204);
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "training" }).Expect(422, "case.already-closed");
    }

    [Test]
    public async Task Team_WhenSomebodyTakesOver_FormerManagerStaysAsEducatorAndOneAnswers()
    {
        var (_, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        var userId = (await colleague.Get("auth/me").Expect(200)).Id;

        await As(Role.Coordinator).Post($"cases/{caseId}/members", new { userId, role = "caseManager", fromOn = "2026-11-23" }).Expect(201);

        var record = await colleague.Get($"cases/{caseId}").Expect(200);
        Assert.That(record["managerId"]!.GetValue<Guid>(), Is.EqualTo(userId));
        Assert.That(record["members"]!.AsArray().Select(member => member!["role"]!.ToString()), Is.EqualTo(new[] { "educator", "caseManager" }));
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-20", outcome = "employed" }).Expect(403, "case.manager-only");
    }

    [Test]
    public async Task Team_WhenSomebodyWouldTakeOverLater_IsRefusedAndTheManagerStays()
    {
        var (_, caseId) = await Given.Case();
        var me = (await As(Role.Educator).Get("auth/me").Expect(200)).Id;
        var colleague = await AnotherPerson(Role.Educator);
        var userId = await Given.IdOf(colleague);

        var refused = await As(Role.Educator).Post($"cases/{caseId}/members", new { userId, role = "caseManager", fromOn = "2026-11-24" }).Expect(422, "member.manager-begins-later");
        Assert.That(refused.CodesOf("fromOn"), Is.EqualTo(new[] { "member.manager-begins-later" }));
        var member = await As(Role.Educator).Post($"cases/{caseId}/members", new { userId, role = "tutor", fromOn = "2026-12-01" }).Expect(201);
        await As(Role.Educator).Put($"cases/{caseId}/members/{member.Id}", new { role = "caseManager", fromOn = "2026-12-01" }).Expect(422, "member.manager-begins-later");

        var record = await As(Role.Educator).Get($"cases/{caseId}").Expect(200);
        Assert.That((record["managerId"]!.GetValue<Guid>(), record["canManage"]!.GetValue<bool>()), Is.EqualTo((me, true)));
    }

    [Test]
    public async Task Open_WhenThePersonLeavesPrison_IsRestrictedWhoeverRefers()
    {
        var beneficiaryId = await Given.Beneficiary();

        var opened = await As(Role.Educator).Post("cases", new { beneficiaryId, referringBodyId = await Given.ReferringBody(), openedOn = "2026-11-02", reason = "leavingPrison" }).Expect(201);

        Assert.That(opened["restricted"]!.GetValue<bool>(), Is.True);
        await As(Role.Coordinator).Get($"beneficiaries/{beneficiaryId}").Expect(404);
    }

    [Test]
    public async Task Team_WhenMembershipOverlapsOrManagerWouldLeaveOrColleagueIsNoEducator_IsRefused()
    {
        var (_, caseId) = await Given.Case();
        var colleague = (await (await AnotherPerson(Role.Educator)).Get("auth/me").Expect(200)).Id;
        var trainer = (await As(Role.Trainer).Get("auth/me").Expect(200)).Id;
        await As(Role.Educator).Post($"cases/{caseId}/members", new { userId = colleague, role = "tutor", fromOn = "2026-11-10", toOn = "2026-11-20" }).Expect(201);

        await As(Role.Educator).Post($"cases/{caseId}/members", new { userId = colleague, role = "jobCoach", fromOn = "2026-11-20" }).Expect(422, "member.overlaps");
        await As(Role.Educator).Post($"cases/{caseId}/members", new { userId = colleague, role = "jobCoach", fromOn = "2026-11-21", toOn = "2026-11-20" }).Expect(422, "member.ends-before-start");
        await As(Role.Educator).Post($"cases/{caseId}/members", new { userId = trainer, role = "tutor", fromOn = "2026-11-21" }).Expect(422, "member.unknown");
        await As(Role.Educator).Post($"cases/{caseId}/members", new { userId = colleague, role = "jobCoach", fromOn = "2026-11-21" }).Expect(201);
        var manager = (await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["members"]!.AsArray().Single(member => member!["role"]!.ToString() == "caseManager")!["id"]!.GetValue<Guid>();
        await As(Role.Educator).Put($"cases/{caseId}/members/{manager}", new { role = "educator", fromOn = "2026-11-02", toOn = "2026-11-22" }).Expect(422, "case.needs-manager");
    }

    [Test]
    public async Task Restriction_WhenTheCaseManagerLiftsIt_CoordinatorsSeeTheCase()
    {
        var (person, caseId) = await Given.Case(bodyKind: "addictionService");

        await As(Role.Educator).Put($"cases/{caseId}/restriction", new { restricted = false }).Expect(204);
        await As(Role.Coordinator).Get($"beneficiaries/{person}").Expect(200);
        await As(Role.Educator).Put($"cases/{caseId}/restriction", new { restricted = true }).Expect(204);
        await As(Role.Coordinator).Get($"beneficiaries/{person}").Expect(404);
    }

    [Test]
    public async Task Diary_WhenWritten_IsEncryptedListedLatestFirstAndAmendedByANewNote()
    {
        var (_, caseId) = await Given.Case();
        var first = await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "interview", on = "2026-11-10", text = "Primo colloquio riservatissimo" }).Expect(201);
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-12", text = "Corregge la nota", amendsId = first.Id }).Expect(201);
        var elsewhere = await Given.Case();

        var list = await As(Role.Educator).Get($"cases/{caseId}/diary-entries?limit=1").Expect(200);
        Assert.That(list.Items.Single()!["amendsId"]!.GetValue<Guid>(), Is.EqualTo(first.Id));
        var older = await As(Role.Educator).Get($"cases/{caseId}/diary-entries?limit=1&cursor={list["nextCursor"]}").Expect(200);
        Assert.That(older.Items.Single()!["text"]!.ToString(), Is.EqualTo("Primo colloquio riservatissimo"));
        Assert.That(await Scalar<string>("select text_cipher from beneficiaries_diary_entry where id = @Id", new { first.Id }), Does.Not.Contain("riservatissimo"));
        await As(Role.Educator).Post($"cases/{elsewhere.Case}/diary-entries", new { kind = "note", on = "2026-11-12", text = "x", amendsId = first.Id }).Expect(422, "diary.unknown-amended");
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-12-12", text = " " }).Expect(422);
    }

    [Test]
    public async Task Today_WhenACaseHasHadNoNoteForThirtyDays_ItIsDueUntilANoteIsWritten()
    {
        var (person, caseId) = await Given.Case(openedOn: "2026-10-01");

        var due = await As(Role.Educator).Get("today").Expect(200);
        Assert.That(due["tasks"]!.AsArray().Select(task => task!["link"]!.ToString()), Does.Contain($"/beneficiaries/{person}"));
        Assert.That((await As(Role.Educator).Post("beneficiaries/search", new { state = "stalled" }).Expect(200)).Ids, Is.EqualTo(new[] { person }));

        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "call", on = "2026-11-20", text = "Sentita al telefono" }).Expect(201);

        Assert.That((await As(Role.Educator).Get("today").Expect(200))["tasks"]!.AsArray().Select(task => task!["link"]!.ToString()), Does.Not.Contain($"/beneficiaries/{person}"));
        Assert.That((await As(Role.Educator).Post("beneficiaries/search", new { state = "stalled" }).Expect(200)).Ids, Is.Empty);
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain(person.ToString()), "only who answers for the case is reminded");
    }
}
