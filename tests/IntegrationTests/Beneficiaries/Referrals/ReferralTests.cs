namespace InclusionPlatform.IntegrationTests.Beneficiaries.Referrals;

[TestFixtureSource(typeof(Engines))]
internal sealed class ReferralTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Receive_WhenWritten_IsListedOpenedLoggedAndAtRestUnreadable()
    {
        var body = await Given.ReferringBody();
        var received = await As(Role.Educator).Post("referrals", Given.ReferralOf(body, Given.Person("Segnalata"))).Expect(201);

        Assert.That(received["answerDueOn"]!.ToString(), Is.EqualTo("2026-12-23"), "thirty days by default");
        var list = await As(Role.Coordinator).Get("referrals?state=toAnswer&total=true").Expect(200);
        Assert.That(list.Items.Single()!["displayName"]!.ToString(), Is.EqualTo("Segnalata Gioiosa"));
        var record = await As(Role.Coordinator).Get($"referrals/{received.Id}").Expect(200);
        Assert.That(record["referral"]!["reasonText"]!.ToString(), Does.Contain("riservatissima"));
        Assert.That(record["referral"]!["referringBodyId"]!.GetValue<Guid>(), Is.EqualTo(body));
        Assert.That(record["story"]!.AsArray().Single()!["kind"]!.ToString(), Is.EqualTo("received"));
        var raw = await Scalar<string>("select concat(content_cipher, referring_body_cipher, referring_body_hash) from beneficiaries_referral where id = @Id", new { received.Id });
        Assert.That(raw, Does.Not.Contain("Segnalata").And.Not.Contain("riservatissima").And.Not.Contain(body.ToString()));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'referral' and record_id = @Id and purpose = 'open-referral'", new { received.Id }), Is.EqualTo(1));
        Assert.That(Platform.Logged, Has.None.Contains("Segnalata").And.None.Contains("riservatissima"));
    }

    [Test]
    public async Task Receive_WhenDataIsWrong_NamesTheFieldsAndSavesNothing()
    {
        var empty = await As(Role.Educator).Post("referrals", new { }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "referringBodyId", "referrer", "person", "reason", "reasonText", "urgency", "consentOn", "consentKind" }));
        Assert.That(empty.CodesOf("consentOn"), Is.EqualTo(new[] { "referral.consent-required" }));

        var person = Given.Person();
        person["surname"] = "Diversissimo";
        var body = await Given.ReferringBody();
        var mismatch = await As(Role.Educator).Post("referrals", Given.ReferralOf(body, person)).Expect(422);
        Assert.That(mismatch.CodesOf("person.identifiers.taxCode"), Is.Not.Empty);
        var nested = Given.ReferralOf(body);
        nested["referrer"] = new { name = "", email = "non una mail" };
        nested["consentOn"] = "2027-01-01";
        nested["receivedOn"] = "2027-01-01";
        var wrong = await As(Role.Educator).Post("referrals", nested).Expect(422);
        Assert.That(wrong["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "referrer.name", "referrer.email", "consentOn", "receivedOn" }));
        var old = Given.ReferralOf(body);
        old["consentOn"] = "2024-11-22";
        Assert.That((await As(Role.Educator).Post("referrals", old).Expect(422)).CodesOf("consentOn"), Is.EqualTo(new[] { "referral.consent-too-old" }));
        old["consentOn"] = "1950-01-01";
        Assert.That((await As(Role.Educator).Post("referrals", old).Expect(422)).CodesOf("consentOn"), Does.Contain("referral.consent-before-birth"));
        var unknown = await As(Role.Educator).Post("referrals", Given.ReferralOf(Guid.NewGuid())).Expect(422, "referral.unknown-body");
        Assert.That(unknown.CodesOf("referringBodyId"), Is.Not.Empty);
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_referral"), Is.Zero);
    }

    [Test]
    public async Task Receive_WhenTheSameBodyRefersTheSamePersonTwice_IsRefusedWhileTheFirstIsOpen()
    {
        var body = await Given.ReferringBody();
        var person = Given.Person();
        var first = await As(Role.Educator).Post("referrals", Given.ReferralOf(body, person)).Expect(201);

        await As(Role.Educator).Post("referrals", Given.ReferralOf(body, person)).Expect(409, "referral.already-open");
        await As(Role.Educator).Post("referrals", Given.ReferralOf(await Given.ReferringBody(), person)).Expect(201);
        await (await AnotherPerson(Role.Educator)).Post("referrals", Given.ReferralOf(body, person)).Expect(201);

        await As(Role.Educator).Post($"referrals/{first.Id}/withdrawal", new { reason = "Ha trovato lavoro" }).Expect(204);
        await As(Role.Educator).Post("referrals", Given.ReferralOf(body, person)).Expect(201);
    }

    [Test]
    public async Task Receive_WhenRepeatedWithTheSameKey_MakesOne()
    {
        var referral = Given.ReferralOf(await Given.ReferringBody());
        var first = await As(Role.Educator).Post("referrals", referral, ("Idempotency-Key", "doppio-clic")).Expect(201);
        var second = await As(Role.Educator).Post("referrals", referral, ("Idempotency-Key", "doppio-clic")).Expect(201);

        Assert.That(second.Id, Is.EqualTo(first.Id));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_referral"), Is.EqualTo(1));
    }

    [Test]
    public async Task Change_WhenReceived_IsSavedAndAStaleEditIsRefused()
    {
        var id = await Given.Referral();
        var record = await As(Role.Educator).Get($"referrals/{id}").Expect(200);
        var changed = Given.ReferralOf(record["referral"]!["referringBodyId"]!.GetValue<Guid>(), urgency: "urgent", receivedOn: "2026-11-10");

        await As(Role.Educator).Put($"referrals/{id}", changed).Expect(428, "request.if-match-required");
        await As(Role.Educator).Put($"referrals/{id}", changed, record.Version).Expect(204);
        await As(Role.Coordinator).Put($"referrals/{id}", changed, record.Version).Expect(412, "record.stale");

        var after = await As(Role.Educator).Get($"referrals/{id}").Expect(200);
        Assert.That(after["referral"]!["urgency"]!.ToString(), Is.EqualTo("urgent"));
        Assert.That(after["answerDueOn"]!.ToString(), Is.EqualTo("2026-12-10"));
        await Given.Reading([id]);
        await As(Role.Educator).Put($"referrals/{id}", changed, after.Version + 1).Expect(422, "referral.not-changeable");
    }

    [Test]
    public async Task Withdraw_WhenOnAnAgenda_LeavesItAndCannotBeDoneTwice()
    {
        var id = await Given.Referral();
        var reading = await Given.Reading([id]);

        await As(Role.Educator).Post($"referrals/{id}/withdrawal", new { reason = "" }).Expect(422);
        await As(Role.Educator).Post($"referrals/{id}/withdrawal", new { reason = "La persona si è trasferita" }).Expect(204);
        await As(Role.Educator).Post($"referrals/{id}/withdrawal", new { reason = "Di nuovo" }).Expect(422, "referral.answered");

        Assert.That((await As(Role.Coordinator).Get($"case-readings/{reading}").Expect(200))["agenda"]!.AsArray(), Is.Empty);
        var counts = await As(Role.Coordinator).Get("referrals/counts").Expect(200);
        Assert.That(counts["withdrawn"]!.GetValue<int>(), Is.EqualTo(1));
    }

    [Test]
    public async Task List_WhenFilteredAndPaged_ShowsTheNearestAnswersFirst()
    {
        var late = await Given.Referral(receivedOn: "2026-10-01");
        var soon = await Given.Referral(receivedOn: "2026-10-28", urgency: "urgent");
        var later = await Given.Referral(receivedOn: "2026-11-20");

        var first = await As(Role.Coordinator).Get("referrals?state=toAnswer&limit=2&total=true").Expect(200);
        Assert.That(first.Ids, Is.EqualTo(new[] { late, soon }));
        Assert.That(first["total"]!.GetValue<int>(), Is.EqualTo(3));
        Assert.That((await As(Role.Coordinator).Get($"referrals?state=toAnswer&limit=2&cursor={first["nextCursor"]}").Expect(200)).Ids, Is.EqualTo(new[] { later }));
        Assert.That((await As(Role.Coordinator).Get("referrals?due=late").Expect(200)).Ids, Is.EqualTo(new[] { late }));
        Assert.That((await As(Role.Coordinator).Get("referrals?due=soon").Expect(200)).Ids, Is.EqualTo(new[] { late, soon }));
        Assert.That((await As(Role.Coordinator).Get("referrals?urgency=urgent").Expect(200)).Ids, Is.EqualTo(new[] { soon }));
        Assert.That((await As(Role.Coordinator).Get("referrals").Expect(200)).Ids, Is.EqualTo(new[] { later, soon, late }));
        Assert.That((await As(Role.Coordinator).Get("referrals/counts").Expect(200))["late"]!.GetValue<int>(), Is.EqualTo(1));
        await As(Role.Coordinator).Get("referrals?state=boh").Expect(422);
        await As(Role.Coordinator).Get("referrals?cursor=boh").Expect(422);
    }

    [Test]
    public async Task Today_WhenAnAnswerIsNearOrLate_CoordinatorsAreToldAndEducatorsAreNot()
    {
        var late = await Given.Referral(receivedOn: "2026-10-01");
        var soon = await Given.Referral(receivedOn: "2026-10-28");
        var later = await Given.Referral(receivedOn: "2026-11-20");

        var due = await As(Role.Coordinator).Get("today").Expect(200);
        var links = due["tasks"]!.AsArray().Select(task => task!["link"]!.ToString()).ToArray();
        Assert.That(links, Does.Contain($"/beneficiaries/referrals/{late}").And.Contain($"/beneficiaries/referrals/{soon}").And.Not.Contain($"/beneficiaries/referrals/{later}"));
        Assert.That(due["counters"]!.AsArray().Single(counter => counter!["kind"]!.ToString() == "referral.answer-due")!["count"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain(late.ToString()));
    }
}
