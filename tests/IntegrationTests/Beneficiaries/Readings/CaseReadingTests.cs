namespace InclusionPlatform.IntegrationTests.Beneficiaries.Readings;

[TestFixtureSource(typeof(Engines))]
internal sealed class CaseReadingTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Decision_WhenTheDeciderNamesThemself_IsRefusedIfAnotherCoordinatorCouldDecideAndToldOtherwise()
    {
        var me = new { caseManagerId = await Given.IdOf(await SignIn(Role.Coordinator)) };
        var (first, second) = (await Given.Referral(), await Given.Referral());
        var reading = await Given.Reading([first, second]);
        await SignIn(Role.Administrator);

        var alone = await Given.Decision(reading, first, "takenOn", takingOn: me);
        Assert.That((await As(Role.Administrator).Get("notifications").Expect(200)).Text, Does.Contain("referral.own-case"));
        var person = (await As(Role.Coordinator).Get($"cases/{alone["caseId"]}").Expect(200))["beneficiaryId"]!.ToString();
        Assert.That((await As(Role.Coordinator).Get($"beneficiaries/{person}/access-log").Expect(200)).Text, Does.Contain("own-decision"));

        await AnotherPerson(Role.Coordinator);
        await Given.Decision(reading, second, "takenOn", 403, me, code: "case.not-to-oneself");
        await Given.Decision(reading, second, "takenOn", takingOn: new { caseManagerId = await Given.IdOf(await SignIn(Role.Educator)) });
    }

    [Test]
    public async Task TakingOn_WhenDecided_RegistersThePersonOpensTheCaseAndLinksTheReferral()
    {
        var manager = await AnotherPerson(Role.Educator);
        var id = await Given.Referral(bodyKind: "addictionService", person: Given.Person("Accolta"));
        var reading = await Given.Reading([id]);

        var decided = await Given.Decision(reading, id, "takenOn", takingOn: new { caseManagerId = await Given.IdOf(manager), programme = "GOL" });

        Assert.That(decided["state"]!.ToString(), Is.EqualTo("takenOn"));
        var opened = await manager.Get($"cases/{decided["caseId"]}").Expect(200);
        Assert.That(opened["displayName"]!.ToString(), Is.EqualTo("Accolta Gioiosa"));
        Assert.That(opened["restricted"]!.GetValue<bool>(), Is.True, "referred by an addiction service");
        Assert.That(opened["openedOn"]!.ToString(), Is.EqualTo("2026-11-23"));
        Assert.That(opened["members"]!.AsArray().Single()!["role"]!.ToString(), Is.EqualTo("caseManager"));
        var record = await manager.Get($"referrals/{id}").Expect(200);
        Assert.That(record["caseId"]!.ToString(), Is.EqualTo(decided["caseId"]!.ToString()));
        Assert.That(record["story"]![0]!["note"]!.ToString(), Is.EqualTo("Deciso insieme"));
        await As(Role.Coordinator).Get($"beneficiaries/{record["beneficiaryId"]}").Expect(404);
    }

    [Test]
    public async Task TakingOn_WhenThePersonIsKnown_MustBeLinkedAndIsNotRegisteredTwice()
    {
        var person = Given.Person();
        var (known, caseId) = await Given.Case(person: person);
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-19", outcome = "droppedOut" }).Expect(204);
        var id = await Given.Referral(person: person);
        var reading = await Given.Reading([id]);
        var caseManagerId = await Given.IdOf(await SignIn(Role.Educator));

        var record = await As(Role.Coordinator).Get($"referrals/{id}").Expect(200);
        Assert.That(record["matches"]!.AsArray().Single()!["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(known));
        await Given.Decision(reading, id, "takenOn", 409, new { caseManagerId }, code: "referral.person-known");
        await Given.Decision(reading, id, "takenOn", 409, new { caseManagerId, isAnotherPerson = true }, code: "referral.person-known");
        await Given.Decision(reading, id, "takenOn", 422, new { caseManagerId, beneficiaryId = Guid.NewGuid() }, code: "referral.not-the-person");
        Assert.That((await As(Role.Coordinator).Get($"referrals/{id}").Expect(200))["state"]!.ToString(), Is.EqualTo("inReading"), "a refusal changes nothing");

        var decided = await Given.Decision(reading, id, "takenOn", takingOn: new { caseManagerId, beneficiaryId = known });
        Assert.That((await As(Role.Educator).Get($"cases/{decided["caseId"]}").Expect(200))["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(known));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person"), Is.EqualTo(1));
    }

    [Test]
    public async Task TakingOn_WhenAHomonymOfTheSameDay_CanBeSomebodyElse()
    {
        var one = Given.Person("Omonima", birthDate: new DateOnly(1990, 5, 5));
        await Given.Beneficiary(person: one);
        var other = Given.Person("Omonima", birthDate: new DateOnly(1990, 5, 5));
        other["identifiers"] = null;
        var id = await Given.Referral(person: other);
        var reading = await Given.Reading([id]);
        var caseManagerId = await Given.IdOf(await SignIn(Role.Educator));

        await Given.Decision(reading, id, "takenOn", 409, new { caseManagerId }, code: "referral.person-known");
        await Given.Decision(reading, id, "takenOn", takingOn: new { caseManagerId, isAnotherPerson = true });
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person"), Is.EqualTo(2));
    }

    [Test]
    public async Task TakingOn_WhenTheCaseIsOpenAlready_IsRefusedWhole()
    {
        var person = Given.Person();
        var (known, _) = await Given.Case(person: person);
        var id = await Given.Referral(person: person);
        var reading = await Given.Reading([id]);

        await Given.Decision(reading, id, "takenOn", 409, new { caseManagerId = await Given.IdOf(await SignIn(Role.Educator)), beneficiaryId = known }, code: "case.already-open");

        Assert.That((await As(Role.Coordinator).Get($"referrals/{id}").Expect(200))["state"]!.ToString(), Is.EqualTo("inReading"));
        await Given.Decision(reading, id, "declined", declineReason: "alreadyFollowed");
    }

    [Test]
    public async Task Decision_WhenTwoAreTakenAtOnce_OneWinsAndOneIsTold()
    {
        var id = await Given.Referral();
        var reading = await Given.Reading([id]);
        var (one, other) = (await SignIn(Role.Coordinator), await AnotherPerson(Role.Coordinator));
        var takingOn = new { caseManagerId = await Given.IdOf(await SignIn(Role.Educator)) };

        var replies = await Task.WhenAll(
            one.Post($"case-readings/{reading}/agenda/{id}/decision", new { decision = "takenOn", reason = "Sì", takingOn }),
            other.Post($"case-readings/{reading}/agenda/{id}/decision", new { decision = "declined", reason = "No", declineReason = "noCapacity" }));

        Assert.That(replies.Select(reply => reply.Status), Is.EquivalentTo(new[] { 200, 409 }));
        Assert.That(replies.Single(reply => reply.Status == 409).Code, Is.EqualTo("referral.already-decided"));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_case"), Is.EqualTo(replies[0].Status == 200 ? 1 : 0));
    }

    [Test]
    public async Task Decision_WhenIncompleteOrOfAnotherMeetingOrTooEarly_IsRefused()
    {
        var id = await Given.Referral();
        var reading = await Given.Reading([id]);
        var elsewhere = await Given.Reading([]);

        var empty = await As(Role.Coordinator).Post($"case-readings/{reading}/agenda/{id}/decision", new { }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "decision", "reason" }));
        var declined = await As(Role.Coordinator).Post($"case-readings/{reading}/agenda/{id}/decision", new { decision = "declined", reason = "x" }).Expect(422);
        Assert.That(declined.CodesOf("declineReason"), Is.Not.Empty);
        var taken = await As(Role.Coordinator).Post($"case-readings/{reading}/agenda/{id}/decision", new { decision = "takenOn", reason = "x", takingOn = new { } }).Expect(422);
        Assert.That(taken.CodesOf("takingOn.caseManagerId"), Is.Not.Empty);
        var trainer = await Given.IdOf(await SignIn(Role.Trainer));
        Assert.That((await Given.Decision(reading, id, "takenOn", 422, new { caseManagerId = trainer }, code: "member.unknown")).CodesOf("takingOn.caseManagerId"), Is.Not.Empty);
        await Given.Decision(elsewhere, id, "declined", 404, code: "referral.not-found");
        await Given.Decision(Guid.NewGuid(), id, "declined", 404, code: "reading.not-found");
        await As(Role.Educator).Post($"case-readings/{reading}/agenda/{id}/decision", new { decision = "waitingList", reason = "x" }).Expect(403);

        foreach (var heldOn in new[] { "0026-11-23", "9999-12-31" })
        {
            var mistyped = await As(Role.Coordinator).Post("case-readings", new { heldOn, startsAt = "09:30", members = new[] { new { name = "Dott.ssa Esterna" } } }).Expect(422);
            Assert.That(mistyped.CodesOf("heldOn"), Is.Not.Empty);
        }

        var form = Given.ReferralOf(await Given.ReferringBody(), receivedOn: "0001-01-01");
        Assert.That((await As(Role.Educator).Post("referrals", form).Expect(422, "validation.failed")).CodesOf("receivedOn"), Is.Not.Empty);
        var later = await Given.Referral();
        var tomorrow = await Given.Reading([later], heldOn: "2026-11-24");
        await Given.Decision(tomorrow, later, "waitingList", 422, code: "reading.not-held-yet");
    }

    private Task<Reply> TakenBack(Guid reading, Guid referral, string? reason = "Registrata sulla segnalazione sbagliata", Role role = Role.Coordinator) =>
        As(role).Post($"case-readings/{reading}/agenda/{referral}/decision/withdrawal", new { reason });

    [TestCase("declined")]
    [TestCase("waitingList")]
    [TestCase("moreInformation")]
    public async Task Decision_WhenTakenBackBeforeTheMinutesClose_IsToBeDecidedAgainAndItsStoryTells(string decision)
    {
        var id = await Given.Referral();
        var reading = await Given.Reading([id]);
        await Given.Decision(reading, id, decision);

        await TakenBack(reading, id).Expect(204);

        var record = await As(Role.Coordinator).Get($"referrals/{id}").Expect(200);
        Assert.That(record["state"]!.ToString(), Is.EqualTo("inReading"));
        Assert.That(record["story"]!.AsArray().Take(2).Select(line => $"{line!["kind"]}: {line["note"]}"), Is.EqualTo(new[]
        {
            "decisionTakenBack: Registrata sulla segnalazione sbagliata",
            (decision switch { "declined" => "declined", "waitingList" => "putOnWaitingList", _ => "informationAsked" }) + ": Deciso insieme",
        }));
        var item = (await As(Role.Coordinator).Get($"case-readings/{reading}").Expect(200))["agenda"]!.AsArray().Single()!;
        Assert.That((item["decision"], item["reason"], item["declineReason"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_referral where answered_on is null and waiting_since is null and information_asked = 0"), Is.EqualTo(1));
        await TakenBack(reading, id).Expect(409, "referral.not-decided");
        await Given.Decision(reading, id, "declined");
        await Given.CloseMinutes(reading);
        await TakenBack(reading, id).Expect(422, "reading.closed");
    }

    [Test]
    public async Task Decision_WhenOfSomebodyWhoWaitedAlready_IsTakenBackToTheirPlaceInTheList()
    {
        var id = await Given.Waiting();
        Clock.Advance(TimeSpan.FromDays(10));
        var again = await Given.Reading([id], heldOn: "2026-12-03");
        await Given.Decision(again, id, "declined");

        await TakenBack(again, id).Expect(204);
        await As(Role.Coordinator).Delete($"case-readings/{again}/agenda/{id}").Expect(204);

        Assert.That((await As(Role.Coordinator).Get($"referrals/{id}").Expect(200))["state"]!.ToString(), Is.EqualTo("waitingList"));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_referral where waiting_since = @day and answered_on = @day", new { day = new DateOnly(2026, 11, 23) }), Is.EqualTo(1));
    }

    [Test]
    public async Task Decision_WhenItOpenedACaseInWhichNothingWasRecorded_IsTakenBackAndTheCaseEndsAsAMistake()
    {
        var manager = await AnotherPerson(Role.Educator);
        var id = await Given.Referral(person: Given.Person("Scambiata"));
        var reading = await Given.Reading([id]);
        var caseManagerId = await Given.IdOf(manager);
        var decided = await Given.Decision(reading, id, "takenOn", takingOn: new { caseManagerId });
        var person = (await manager.Get($"cases/{decided["caseId"]}").Expect(200))["beneficiaryId"]!.GetValue<Guid>();

        await TakenBack(reading, id).Expect(204);

        var ended = await manager.Get($"cases/{decided["caseId"]}").Expect(200);
        Assert.That((ended["closedOn"]!.ToString(), ended["outcome"]), Is.EqualTo(("2026-11-23", (object?)null)), "kept in the history, and no end that counts");
        Assert.That(ended["closingNote"]!.ToString(), Does.StartWith("Aperta per errore").And.Contain("Registrata sulla segnalazione sbagliata"));
        Assert.That((await manager.Get("notifications").Expect(200)).Text, Does.Contain("referral.case-taken-back"));
        Assert.That((await manager.Get("follow-ups").Expect(200)).Items, Is.Empty);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person where retention_from = @day", new { day = new DateOnly(2026, 11, 23) }), Is.EqualTo(1));
        var record = await As(Role.Coordinator).Get($"referrals/{id}").Expect(200);
        Assert.That((record["state"]!.ToString(), record["caseId"], record["beneficiaryId"]), Is.EqualTo(("inReading", (object?)null, (object?)null)));
        Assert.That(record["story"]!.AsArray().Take(2).Select(line => line!["kind"]!.ToString()), Is.EqualTo(new[] { "decisionTakenBack", "takenOn" }));

        var again = await Given.Decision(reading, id, "takenOn", takingOn: new { caseManagerId, beneficiaryId = person });
        Assert.That((await manager.Get($"cases/{again["caseId"]}").Expect(200))["openedOn"]!.ToString(), Is.EqualTo("2026-11-23"), "the same person is taken on anew, the same day");
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person"), Is.EqualTo(1));
    }

    [TestCase("diary")]
    [TestCase("appointment")]
    [TestCase("member")]
    [TestCase("closure")]
    [TestCase("internship")]
    public async Task Decision_WhenSomethingWasRecordedInItsCase_IsNotTakenBackAndSaysWhatToDo(string what)
    {
        var id = await Given.Referral();
        var reading = await Given.Reading([id]);
        var educator = await SignIn(Role.Educator);
        var me = await Given.IdOf(educator);
        var caseId = (await Given.Decision(reading, id, "takenOn", takingOn: new { caseManagerId = me }))["caseId"]!.GetValue<Guid>();
        switch (what)
        {
            case "diary":
                await educator.Post($"cases/{caseId}/diary-entries", new { kind = "note", on = "2026-11-23", text = "Sentita al telefono", draft = true }).Expect(201);
                break;
            case "appointment":
                await educator.Post($"cases/{caseId}/appointments", new { kind = "interview", on = "2026-11-25", at = "10:00", minutes = 30, userId = me }).Expect(201);
                break;
            case "member":
                await educator.Post($"cases/{caseId}/members", new { userId = await Given.IdOf(await SignIn(Role.Coordinator)), role = "coordinator", fromOn = "2026-11-23" }).Expect(201);
                break;
            case "closure":
                await educator.Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "droppedOut" }).Expect(204);
                break;
            default:
                await Given.Proposal(caseId, await Given.Host());
                break;
        }

        var refusal = await TakenBack(reading, id).Expect(422, "referral.case-opened");

        Assert.That(refusal["detail"]!.ToString(), Does.Contain("la si passa dalla scheda della persona a un collega").And.Contain("lo si scrive nel verbale"));
        Assert.That((await educator.Get($"referrals/{id}").Expect(200))["state"]!.ToString(), Is.EqualTo("takenOn"), "a refusal changes nothing");
    }

    [Test]
    public async Task Decision_WhenItMovedOnOrIsNotOnes_IsNotTakenBack()
    {
        var (taken, asked, other) = (await Given.Referral(), await Given.Referral(), await Given.Referral());
        var reading = await Given.Reading([taken, asked]);
        await Given.Decision(reading, taken, "takenOn", takingOn: new { caseManagerId = await Given.IdOf(await SignIn(Role.Educator)) });
        await Given.Decision(reading, asked, "moreInformation");

        await TakenBack(reading, asked, role: Role.Educator).Expect(403);
        await TakenBack(reading, other).Expect(404, "referral.not-found");
        await TakenBack(Guid.NewGuid(), asked).Expect(404, "reading.not-found");
        Assert.That((await TakenBack(reading, asked, reason: " ").Expect(422)).CodesOf("reason"), Is.Not.Empty);
        Assert.That((await TakenBack(reading, asked, reason: new string('x', 1001)).Expect(422)).CodesOf("reason"), Is.Not.Empty);
        await Given.Reading([asked]);
        await TakenBack(reading, asked).Expect(409, "referral.moved-on");
        Assert.That((await As(Role.Coordinator).Get($"case-readings/{reading}").Expect(200))["agenda"]!.AsArray().Select(item => item!["decision"]!.ToString()), Is.EqualTo(new[] { "takenOn", "moreInformation" }), "a refusal changes nothing");
    }

    [Test]
    public async Task Agenda_WhenAReferralIsElsewhereOrDecided_NothingIsAdded()
    {
        var (one, other) = (await Given.Referral(), await Given.Referral());
        var reading = await Given.Reading([one]);
        var second = await Given.Reading([]);

        await As(Role.Coordinator).Post($"case-readings/{second}/agenda", new { referralIds = new[] { other, one } }).Expect(409, "referral.not-readable");
        Assert.That((await As(Role.Coordinator).Get($"referrals/{other}").Expect(200))["state"]!.ToString(), Is.EqualTo("received"));
        await As(Role.Coordinator).Post($"case-readings/{second}/agenda", new { referralIds = Array.Empty<Guid>() }).Expect(422);
        await As(Role.Coordinator).Post($"case-readings/{second}/agenda", new { referralIds = new[] { Guid.NewGuid() } }).Expect(404, "referral.not-found");

        await As(Role.Coordinator).Delete($"case-readings/{reading}/agenda/{one}").Expect(204);
        Assert.That((await As(Role.Coordinator).Get($"referrals/{one}").Expect(200))["state"]!.ToString(), Is.EqualTo("received"));
        await As(Role.Coordinator).Delete($"case-readings/{reading}/agenda/{one}").Expect(409, "referral.already-decided");
    }

    [Test]
    public async Task Minutes_WhenClosed_AreFrozen()
    {
        var (one, other) = (await Given.Referral(), await Given.Referral());
        var reading = await Given.Reading([one, other]);
        await Given.Decision(reading, one, "waitingList");
        var record = await As(Role.Coordinator).Get($"case-readings/{reading}").Expect(200);
        var present = record["members"]!.AsArray().Select(member => member!["id"]!.GetValue<Guid>()).Take(1).ToArray();
        var ifMatch = ("If-Match", $"\"{record.Version}\"");

        await As(Role.Coordinator).Post($"case-readings/{reading}/minutes", new { minutes = "", presentMemberIds = present }, ifMatch).Expect(422, "reading.undecided");
        await As(Role.Coordinator).Delete($"case-readings/{reading}/agenda/{other}").Expect(204);
        await As(Role.Coordinator).Post($"case-readings/{reading}/minutes", new { minutes = "", presentMemberIds = Array.Empty<Guid>() }, ifMatch).Expect(422);
        await As(Role.Coordinator).Post($"case-readings/{reading}/minutes", new { minutes = "", presentMemberIds = new[] { Guid.NewGuid() } }, ifMatch).Expect(422, "reading.nobody-present");
        await As(Role.Coordinator).Post($"case-readings/{reading}/minutes", new { minutes = "Detto e deciso", presentMemberIds = present }, ("If-Match", "\"9\"")).Expect(412, "record.stale");
        await As(Role.Coordinator).Post($"case-readings/{reading}/minutes", new { minutes = "Detto e deciso", presentMemberIds = present }, ifMatch).Expect(204);

        var closed = await As(Role.Coordinator).Get($"case-readings/{reading}").Expect(200);
        Assert.That(closed["members"]!.AsArray().Select(member => member!["present"]!.GetValue<bool>()), Is.EquivalentTo(new[] { true, false }));
        await As(Role.Coordinator).Post($"case-readings/{reading}/minutes", new { minutes = "Altro", presentMemberIds = present }, ("If-Match", $"\"{closed.Version}\"")).Expect(422, "reading.closed");
        await As(Role.Coordinator).Post($"case-readings/{reading}/agenda", new { referralIds = new[] { other } }).Expect(422, "reading.closed");
        await Given.Decision(reading, one, "declined", 422, code: "reading.closed");
        await As(Role.Coordinator).Put($"case-readings/{reading}", new { heldOn = "2026-12-01", members = new[] { new { name = "Chi" } } }, closed.Version).Expect(422, "reading.closed");
    }

    [Test]
    public async Task Meeting_WhenPlannedOrChanged_NamesItsTeamAndRefusesWrongOnes()
    {
        var educator = await Given.IdOf(await SignIn(Role.Educator));
        var trainer = await Given.IdOf(await SignIn(Role.Trainer));
        var empty = await As(Role.Coordinator).Post("case-readings", new { startsAt = "25:00" }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "heldOn", "startsAt", "members" }));
        await As(Role.Coordinator).Post("case-readings", new { heldOn = "2026-12-01", members = new[] { new { userId = trainer } } }).Expect(422, "member.unknown");
        await As(Role.Coordinator).Post("case-readings", new { heldOn = "2026-12-01", members = new[] { new { userId = educator }, new { userId = educator } } }).Expect(422);
        await As(Role.Coordinator).Post("case-readings", new { heldOn = "2026-12-01", members = new[] { new { name = "Esterna", bodyId = Guid.NewGuid() } } }).Expect(422, "reading.unknown-body");
        await As(Role.Educator).Post("case-readings", new { heldOn = "2026-12-01", members = new[] { new { userId = educator } } }).Expect(403);

        var reading = (await As(Role.Coordinator).Post("case-readings", new { heldOn = "2026-11-26", members = new[] { new { userId = educator } } }).Expect(201)).Id;
        var today = await As(Role.Educator).Get("today").Expect(200);
        Assert.That(today["tasks"]!.AsArray().Select(task => task!["link"]!.ToString()), Does.Contain($"/beneficiaries/readings/{reading}"));

        await As(Role.Coordinator).Put($"case-readings/{reading}", new { heldOn = "2026-11-27", members = new[] { new { name = "Assistente sociale del Comune" } } }, 1).Expect(204);
        await As(Role.Coordinator).Put($"case-readings/{reading}", new { heldOn = "2026-11-28", members = new[] { new { name = "Altra" } } }, 1).Expect(412, "record.stale");
        await As(Role.Educator).Get($"case-readings/{reading}").Expect(404, "reading.not-found");
        Clock.Advance(TimeSpan.FromDays(6));
        Assert.That((await As(Role.Coordinator).Get("today").Expect(200))["tasks"]!.AsArray().Select(task => task!["kind"]!.ToString()), Does.Contain("reading.minutes"));
    }
}
