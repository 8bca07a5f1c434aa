namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class ActivateInternshipTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Activate_WhenEverythingIsThere_Runs()
    {
        var id = await Given.ReadyInternship(await Given.CaseOf(), await Given.Host(staff: 14));

        var check = await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200);
        Assert.That((bool)check["canStart"]!, () => check.Text);
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);

        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That(read["state"]!.ToString(), Is.EqualTo("active"));
        Assert.That(read["history"]!.AsArray().Select(moment => moment!["kind"]!.ToString()), Is.EqualTo(new[] { "activated", "signatureRecorded", "signatureRecorded", "signatureRecorded", "proposed" }));
    }

    [Test]
    public async Task RuleCheck_WhenItAsksOtherModules_IsOneReadingInTheAccessLogUnderItsOwnName()
    {
        var forCase = await Given.CaseOf();
        var id = await Given.ReadyInternship(forCase, await Given.Host(staff: 14));
        var person = await Scalar<Guid>("select beneficiary_id from internships_internship where id = @id", new { id });
        const string count = "select count(*) from shared_audit_entry where kind = 'read' and record_id = @Of and request = @Request";
        var before = await Scalar<int>(count, new { Of = person, Request = "FindCase" });

        await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200);

        Assert.Multiple(async () =>
        {
            Assert.That(await Scalar<int>(count, new { Of = id, Request = "CheckRules" }), Is.EqualTo(1));
            Assert.That(await Scalar<int>(count, new { Of = person, Request = "CheckRules" }), Is.EqualTo(1));
            Assert.That(await Scalar<int>(count, new { Of = person, Request = "FindCase" }), Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Activate_WhenPapersAreMissing_SaysEachRuleWithItsActAndChangesNothing()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());

        var refused = await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start");

        Assert.That(refused.Rules, Is.EquivalentTo(new[]
        {
            "internship.convention", "internship.project-signed", "internship.communication", "internship.inail-cover", "internship.liability-cover", "internship.host-declaration",
        }));
        Assert.That(refused["rules"]!.AsArray().Select(rule => rule!["act"]!.ToString()), Has.None.Empty);
        Assert.That((await As(Role.Educator).Get($"internships/{id}"))["state"]!.ToString(), Is.EqualTo("proposed"));
    }

    [Test]
    public async Task Activate_WhenAskedInEnglish_AnswersInEnglish()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());

        var refused = await As(Role.Educator).Post($"internships/{id}/activation", null, ("Accept-Language", "en")).Expect(422);

        Assert.That(refused["rules"]!.AsArray().Select(rule => rule!["message"]!.ToString()), Has.Some.Contains("The training project lacks the signature of: person, host, service"));
    }

    [TestCase("weeklyHours", "internship.weekly-hours")]
    [TestCase("endsTooLate", "internship.maximum-duration")]
    [TestCase("endsTooSoon", "internship.minimum-duration")]
    [TestCase("allowance", "internship.allowance-minimum")]
    public async Task Activate_WhenOneFigureIsWrong_OnlyThatRuleSaysNo(string what, string code)
    {
        var id = await Given.ReadyInternship(await Given.CaseOf(), await Given.Host(), proposal => what switch
        {
            "weeklyHours" => proposal with { WeeklyHours = 41, AllowanceCents = 50000 },
            "endsTooLate" => proposal with { EndsOn = "2027-11-30" },
            "endsTooSoon" => proposal with { EndsOn = "2027-01-28" },
            _ => proposal with { AllowanceCents = 39999 },
        });

        var refused = await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start");

        Assert.That(refused.Rules, Is.EqualTo(new[] { code }));
    }

    [Test]
    public async Task Activate_WhenCommunicationIsOfTheFirstDay_IsRefused()
    {
        var company = await Given.Host();
        var id = await Given.Proposal(await Given.CaseOf(), company, proposal => proposal with { StartsOn = "2026-11-23" });
        await Given.Papers(id, company);

        var refused = await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.communication" }));
    }

    [Test]
    public async Task Documents_WhenAYearIsMistyped_AreRefusedAtTheirFields()
    {
        var company = await Given.Host();
        var id = await Given.Proposal(await Given.CaseOf(), company);
        var papers = new Papers(await Given.Convention(company));
        async Task<Reply> Record(Papers written) => await As(Role.Educator).Put($"internships/{id}/documents", written, 1).Expect(422);

        Assert.That((await Record(papers with { CommunicationSentOn = "0026-11-23" })).CodesOf("communicationSentOn"), Is.EqualTo(new[] { "internship.paper-year" }), "it would have come in time");
        Assert.That((await Record(papers with { SignedByPersonOn = "0202-11-20" })).CodesOf("signedByPersonOn"), Is.EqualTo(new[] { "internship.paper-year" }));
        foreach (var (field, written) in new (string, Papers)[]
        {
            ("communicationSentOn", papers with { CommunicationSentOn = "2016-11-23" }), ("signedByHostOn", papers with { SignedByHostOn = "2025-11-20" }), ("hostDeclaredOn", papers with { HostDeclaredOn = "2016-11-19" }),
        })
        {
            Assert.That((await Record(written)).CodesOf(field), Is.EqualTo(new[] { "internship.paper-too-early" }));
        }

        await As(Role.Educator).Put($"internships/{id}/documents", papers, 1).Expect(204);
    }

    [Test]
    public async Task Activate_WhenHostIsPublic_CommunicationMayFollowAndIsRecordedWhileItRuns()
    {
        var company = await Given.Host();
        var id = await Given.Proposal(await Given.CaseOf(), company, proposal => proposal with { HostType = "publicAdministration" });
        await Given.Papers(id, company, papers => papers with { CommunicationProtocol = null, CommunicationSentOn = null });
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
        var running = await As(Role.Educator).Get($"internships/{id}").Expect(200);

        await As(Role.Educator).Put($"internships/{id}/documents", new { communicationProtocol = "77", communicationSentOn = "2026-11-23" }, running.Version).Expect(204);

        var documents = (await As(Role.Educator).Get($"internships/{id}"))["documents"]!;
        Assert.That(documents["communicationProtocol"]!.ToString(), Is.EqualTo("77"));
        Assert.That(documents["signedByPersonOn"]!.ToString(), Is.EqualTo("2026-11-20"), "what was signed stays");

        // A number that was mistyped would stay wrong for ever: it is corrected, and what stood before stays in the history.
        await As(Role.Educator).Put($"internships/{id}/documents", new { communicationProtocol = "78", communicationSentOn = "2026-11-23" }, running.Version + 1).Expect(204);
        Assert.That((await As(Role.Educator).Get($"internships/{id}"))["documents"]!["communicationProtocol"]!.ToString(), Is.EqualTo("78"));
    }

    [Test]
    public async Task Communication_WhenItWasMistypedAndTheInternshipRuns_IsCorrectedAndWhatStoodBeforeStays()
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        var (before, day) = (read["documents"]!["communicationProtocol"]!.ToString(), read["documents"]!["communicationSentOn"]!.ToString());
        Task<Reply> Record(string? protocol, string? sentOn, int version) =>
            As(Role.Educator).Put($"internships/{id}/documents", new { communicationProtocol = protocol, communicationSentOn = sentOn }, version);

        await Record("CO-99", day, read.Version - 1).Expect(412, "record.stale");
        await Record(null, null, read.Version).Expect(422, "internship.communication-stays");
        Clock.Now = new(2026, 12, 2, 9, 0, 0, TimeSpan.Zero);
        await Record("CO-99", "2026-12-01", read.Version).Expect(422, "internship.communication-too-late");
        await Record("CO-99", null, read.Version).Expect(422, "validation.failed");
        await Record(" CO-99 ", day, read.Version).Expect(204);

        var after = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That((after["documents"]!["communicationProtocol"]!.ToString(), after["documents"]!["signedByPersonOn"]!.ToString()), Is.EqualTo(("CO-99", read["documents"]!["signedByPersonOn"]!.ToString())));
        var moment = after["history"]!.AsArray().Single(one => one!["kind"]!.ToString() == "communicationCorrected")!;
        Assert.That((moment["subject"]!.ToString(), moment["day"]!.ToString()), Is.EqualTo((before, day)));
        await Record("CO-99", day, after.Version).Expect(204);
        Assert.That((await As(Role.Educator).Get($"internships/{id}"))["history"]!.AsArray().Count(one => one!["kind"]!.ToString() == "communicationCorrected"), Is.EqualTo(1), "nothing changed");
    }

    [TestCase("2027-05-29", "completedNoJob", "ended")]
    [TestCase("2027-03-31", "interruptedByHost", "endedEarly")]
    public async Task Communication_WhenTheInternshipIsOver_IsStillCorrectedAndWhatStoodBeforeStays(string endedOn, string outcome, string state)
    {
        var id = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = new(2027, 5, 31, 9, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{id}/termination", new { endedOn, outcome, reason = outcome == "completedNoJob" ? null : "L'azienda si è ritirata" }).Expect(200);
        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That(read["state"]!.ToString(), Is.EqualTo(state));
        var (before, day) = (read["documents"]!["communicationProtocol"]!.ToString(), read["documents"]!["communicationSentOn"]!.ToString());
        Task<Reply> Record(Role role, string? protocol, string? sentOn, int version) =>
            As(role).Put($"internships/{id}/documents", new { communicationProtocol = protocol, communicationSentOn = sentOn, signedByPersonOn = (string?)null }, version);

        await Record(Role.Auditor, "CO-99", day, read.Version).Expect(403);
        await Record(Role.Educator, "CO-99", day, read.Version - 1).Expect(412, "record.stale");
        await Record(Role.Educator, null, null, read.Version).Expect(422, "internship.communication-stays");
        await Record(Role.Educator, "CO-99", "2027-05-30", read.Version).Expect(422, "internship.communication-too-late");
        await Record(Role.Educator, "CO-99", day, read.Version).Expect(204);

        var after = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That((after["documents"]!["communicationProtocol"]!.ToString(), after["documents"]!["signedByPersonOn"]!.ToString()), Is.EqualTo(("CO-99", read["documents"]!["signedByPersonOn"]!.ToString())));
        Assert.That((after["state"]!.ToString(), after["endedOn"]!.ToString()), Is.EqualTo((state, endedOn)));
        var moment = after["history"]!.AsArray().Single(one => one!["kind"]!.ToString() == "communicationCorrected")!;
        Assert.That((moment["subject"]!.ToString(), moment["day"]!.ToString()), Is.EqualTo((before, day)));
    }

    [Test]
    public async Task Communication_WhenTheInternshipWasCancelled_IsNotWritten()
    {
        var id = await Given.ReadyInternship(await Given.CaseOf(), await Given.Host());
        await As(Role.Educator).Post($"internships/{id}/cancellation", new { reason = "L'azienda si è ritirata" }).Expect(204);
        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);

        await As(Role.Educator).Put($"internships/{id}/documents", new { communicationProtocol = "CO-99", communicationSentOn = "2026-11-23" }, read.Version).Expect(409, "internship.wrong-state");
    }

    [Test]
    public async Task Activate_WhenHostIsPublicAndTheLastDayForTheCommunicationIsOver_IsRefusedAndAnActiveOneIsRemindedUntilItIsRecorded()
    {
        var company = await Given.Host();
        async Task<Guid> Public(string startsOn, string endsOn)
        {
            var id = await Given.Proposal(await Given.CaseOf(), company, proposal => proposal with { HostType = "publicAdministration", StartsOn = startsOn, EndsOn = endsOn });
            await Given.Papers(id, company, papers => papers with { CommunicationProtocol = null, CommunicationSentOn = null });
            return id;
        }

        async Task<string[]> Missing(Guid id) => [.. (await As(Role.Educator).Get($"internships/{id}").Expect(200))["missingDocuments"]!.AsArray().Select(paper => paper!.ToString())];
        var running = await Public("2026-11-30", "2027-05-29");
        var waiting = await Public("2026-11-30", "2027-05-29");
        Assert.That(await Missing(waiting), Is.Empty, "it may still follow");
        await As(Role.Educator).Post($"internships/{running}/activation").Expect(200);
        Assert.That(await Missing(running), Is.EqualTo(new[] { "communication" }));

        Clock.Now = new(2026, 12, 21, 9, 0, 0, TimeSpan.Zero);
        var refused = await As(Role.Educator).Post($"internships/{waiting}/activation").Expect(422, "internship.cannot-start");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.communication" }));
        Assert.That(await Missing(waiting), Is.EqualTo(new[] { "communication" }));
        var today = await As(Role.Educator).Get("today").Expect(200);
        var counter = today["counters"]!.AsArray().Single(one => one!["kind"]!.ToString() == "internshipCommunicationMissing")!;
        Assert.That(((int)counter["count"]!, counter["urgency"]!.ToString()), Is.EqualTo((1, "late")));
        Assert.That((await As(Role.Educator).Get(counter["link"]!.ToString().TrimStart('/')).Expect(200)).Ids, Is.EqualTo(new[] { running }));
        var board = await As(Role.Educator).Get("internships/board").Expect(200);
        Assert.That(board["columns"]!.AsArray().SelectMany(column => column!["cards"]!.AsArray()).Single(card => card!["id"]!.GetValue<Guid>() == running)!["blocks"]!.AsArray().Select(block => block!.ToString()), Does.Contain("communication"));

        await As(Role.Educator).Put($"internships/{running}/documents", new { communicationProtocol = "77", communicationSentOn = "2026-12-21" }, (await As(Role.Educator).Get($"internships/{running}")).Version).Expect(204);
        Assert.That(await Missing(running), Is.Empty);
        Assert.That((await As(Role.Educator).Get("today").Expect(200)).Text, Does.Not.Contain("internshipCommunicationMissing"));
    }

    [Test]
    public async Task Activate_WhenInclusionIsRepeatedAtAnotherHost_NeedsTheAttestation()
    {
        var forCase = await Given.CaseOf();
        var first = await Given.ActiveInternship(forCase, await Given.Host(), proposal => proposal with { Kind = "socialInclusion" });
        Clock.Now = new(2027, 5, 31, 9, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{first}/termination", new { endedOn = "2027-05-29", outcome = "completedNoJob" }).Expect(200);
        var company = await Given.Host();
        var again = await Given.ReadyInternship(forCase, company, proposal => proposal with { Kind = "socialInclusion", StartsOn = "2027-06-07", EndsOn = "2027-12-06" });

        var refused = await As(Role.Educator).Post($"internships/{again}/activation").Expect(422, "internship.cannot-start");
        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.inclusion-repeated" }));
        Assert.That(refused["rules"]![0]!["act"]!.ToString(), Is.EqualTo("Accordo 22-1-2015, rep. 7/CSR"));

        await Given.Papers(again, company, papers => papers with { AttestedBy = "SerD di prova", AttestedOn = "2027-05-20" });
        await As(Role.Educator).Post($"internships/{again}/activation").Expect(200);
    }

    [Test]
    public async Task Change_WhenTheStartMoves_CommunicationAndDeclarationFallAndTheHistoryTells()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var id = await Given.ReadyInternship(forCase, company);
        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { StartsOn = "2026-12-07", EndsOn = "2027-06-06" }, 2).Expect(204);

        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);

        Assert.That((read["documents"]!["communicationProtocol"], read["documents"]!["communicationSentOn"], read["documents"]!["hostDeclaredOn"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
        Assert.That(read["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.SupersetOf(new[] { "communication", "hostDeclaration" }));
        var fell = read["history"]!.AsArray().Single(moment => moment!["kind"]!.ToString() == "communicationFell")!;
        Assert.That((fell["subject"]!.ToString(), fell["day"]!.ToString(), fell["by"] is null), Is.EqualTo(("0001234", "2026-11-23", false)));
        Assert.That(read["history"]!.AsArray().Select(moment => moment!["kind"]!.ToString()), Is.SupersetOf(new[] { "declarationFell", "signaturesFell" }));
        var check = await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200);
        Assert.That(check["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.communication")!["outcome"]!.ToString(), Is.EqualTo("blocks"));
    }

    [TestCase("weeklyHours", false)]
    [TestCase("kind", false)]
    [TestCase("endsOn", false)]
    [TestCase("objectives", true)]
    public async Task Change_WhenTheStartStays_OnlyWhatWasCommunicatedFalls(string what, bool stays)
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var id = await Given.ReadyInternship(forCase, company);
        var plan = new Proposal(forCase, company);
        await As(Role.Educator).Put($"internships/{id}", what switch
        {
            "weeklyHours" => plan with { WeeklyHours = 20 },
            "kind" => plan with { Kind = "socialInclusion" },
            "endsOn" => plan with { EndsOn = "2027-04-29" },
            _ => plan with { Objectives = "Altro" },
        }, 2).Expect(204);

        var documents = (await As(Role.Educator).Get($"internships/{id}").Expect(200))["documents"]!;

        Assert.That(documents["communicationProtocol"] is not null, Is.EqualTo(stays));
        Assert.That(documents["hostDeclaredOn"]!.ToString(), Is.EqualTo("2026-11-19"), "it was given for this start");
    }

    [Test]
    public async Task Activate_WhenStaffIsUnknown_SaysWhatToDo()
    {
        var id = await Given.ReadyInternship(await Given.CaseOf(), await Given.Host(staff: null));

        var refused = await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.host-quota" }));
    }

    [Test]
    public async Task Activate_WhenHostIsFull_IsRefusedForExtracurricularAndAllowedForSocialInclusion()
    {
        var company = await Given.Host(staff: 5);
        await Given.ActiveInternship(await Given.CaseOf(), company);
        var second = await Given.ReadyInternship(await Given.CaseOf(), company);
        var inclusion = await Given.ReadyInternship(await Given.CaseOf(), company, proposal => proposal with { Kind = "socialInclusion" });

        var refused = await As(Role.Educator).Post($"internships/{second}/activation").Expect(422, "internship.cannot-start");
        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.host-quota" }));
        await As(Role.Educator).Post($"internships/{inclusion}/activation").Expect(200);
    }

    [Test]
    public async Task Activate_WhenManyAtOnceForTheLastPlaces_NeverMoreThanThereAre()
    {
        var company = await Given.Host(staff: 14);
        var waiting = new List<Guid>();
        foreach (var tutor in new[] { "Uno", "Due", "Tre", "Quattro", "Cinque", "Sei" })
        {
            waiting.Add(await Given.ReadyInternship(await Given.CaseOf(), company, proposal => proposal with { HostTutor = tutor }));
        }

        var educator = await SignIn(Role.Educator);
        var replies = await Task.WhenAll(waiting.Select(id => Task.Run(() => educator.Post($"internships/{id}/activation"))));

        Assert.That(replies.Count(reply => reply.Status == 200), Is.EqualTo(2));
        Assert.That(replies.Where(reply => reply.Status != 200).Select(reply => reply.Rules), Has.All.Contains("internship.host-quota"));
        Assert.That(await Scalar<int>("select count(*) from internships_internship where state = 'active'"), Is.EqualTo(2));
    }

    [Test]
    public async Task Activate_WhenTwoOfOnePersonAtOnce_OnlyOneRuns()
    {
        var forCase = await Given.CaseOf();
        Guid[] two = [await Given.ReadyInternship(forCase, await Given.Host()), await Given.ReadyInternship(forCase, await Given.Host())];

        var educator = await SignIn(Role.Educator);
        var replies = await Task.WhenAll(two.Select(id => Task.Run(() => educator.Post($"internships/{id}/activation"))));

        Assert.That(replies.Select(reply => reply.Status), Is.EquivalentTo(new[] { 200, 422 }));
        Assert.That(replies.Single(reply => reply.Status == 422).Rules, Is.EqualTo(new[] { "internship.person-overlap" }));
    }

    [Test]
    public async Task Activate_WhenSentTwice_SecondIsRefusedByStateOrRepeatedByKey()
    {
        var id = await Given.ReadyInternship(await Given.CaseOf(), await Given.Host());

        await As(Role.Educator).Post($"internships/{id}/activation", null, ("Idempotency-Key", "avvio")).Expect(200);
        await As(Role.Educator).Post($"internships/{id}/activation", null, ("Idempotency-Key", "avvio")).Expect(200);
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(409, "internship.wrong-state");
    }

    [Test]
    public async Task Activate_WhenSamePersonWasThere_IsRefused()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var first = await Given.ActiveInternship(forCase, company);
        Clock.Now = new(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{first}/termination", new { endedOn = "2027-01-29", outcome = "interruptedByHost", reason = "Chiusura del laboratorio" }).Expect(200);
        var again = await Given.ReadyInternship(forCase, company, proposal => proposal with { StartsOn = "2027-02-08", EndsOn = "2027-08-07" });

        var refused = await As(Role.Educator).Post($"internships/{again}/activation").Expect(422, "internship.cannot-start");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.same-host-again" }));
    }

    [Test]
    public async Task Preview_WhenProposalIsNotSaved_LooksAtTheRulesAndSuggestsTheAllowance()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host(staff: 14));

        var check = await As(Role.Educator).Post("internships/rule-check", new { caseId = forCase, companyId = company, kind = "extracurricular", startsOn = "2026-11-30", endsOn = "2027-05-29", weeklyHours = 30, region = "Marche" }).Expect(200);

        Assert.That((long)check["suggestedAllowanceCents"]!, Is.EqualTo(50000));
        var quota = check["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.host-quota")!;
        Assert.That((int)quota["numbers"]!["staff"]!, Is.EqualTo(14));
        Assert.That((int)quota["numbers"]!["allowed"]!, Is.EqualTo(2));
        Assert.That((int)quota["numbers"]!["running"]!, Is.Zero);
        Assert.That(await Scalar<int>("select count(*) from internships_internship"), Is.Zero);
    }
}
