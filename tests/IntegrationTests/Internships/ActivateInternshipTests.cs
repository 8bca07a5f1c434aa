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
        Assert.That(read["history"]!.AsArray().Select(moment => moment!["kind"]!.ToString()), Is.EqualTo(new[] { "activated", "proposed" }));
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
        await As(Role.Educator).Put($"internships/{id}/documents", new { communicationProtocol = "78", communicationSentOn = "2026-11-23" }, running.Version + 1).Expect(409, "internship.wrong-state");
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
