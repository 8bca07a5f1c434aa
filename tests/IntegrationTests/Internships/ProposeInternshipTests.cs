namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class ProposeInternshipTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Propose_WhenComplete_IsAProposalWithNamesAndWhatIsMissing()
    {
        var company = await Given.Host(staff: 14);
        var forCase = await Given.CaseOf();

        var id = await Given.Proposal(forCase, company);

        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That(read["state"]!.ToString(), Is.EqualTo("proposed"));
        Assert.That(read["personName"]!.ToString(), Is.Not.Empty);
        Assert.That(read["companyName"]!.ToString(), Is.Not.Empty);
        Assert.That(read["promoterTutorName"]!.ToString(), Is.EqualTo("Prova Educator"));
        Assert.That(read["missingDocuments"]!.AsArray().Select(paper => paper!.ToString()), Is.EqualTo(new[] { "convention", "project", "communication", "inail", "liability", "hostDeclaration" }));
        Assert.That(read.Headers.ETag!.Tag, Is.EqualTo("\"1\""));
    }

    [Test]
    public async Task Propose_WhenKindIsNotChosen_HasNoDefault()
    {
        var refused = await As(Role.Educator).Post("internships", new Proposal(await Given.CaseOf(), await Given.Host()) { Kind = null }).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("kind"), Is.Not.Empty);
        Assert.That(await Scalar<int>("select count(*) from internships_internship"), Is.Zero);
    }

    [Test]
    public async Task Propose_WhenFieldsAreWrong_NamesEach()
    {
        var refused = await As(Role.Educator).Post("internships", new Proposal(null, null)
        {
            EndsOn = "2026-11-29", WeeklyHours = 0, Duties = " ", Objectives = null, HostTutor = "", AllowanceCents = -1,
        }).Expect(422, "validation.failed");

        Assert.That(refused["errors"]!.AsObject().Select(error => error.Key), Is.SupersetOf(new[] { "caseId", "companyId", "endsOn", "weeklyHours", "duties", "objectives", "hostTutor", "allowanceCents" }));
        Assert.That(refused.CodesOf("endsOn"), Does.Contain("internship.ends-before-start"));
    }

    [Test]
    public async Task Propose_WhenEnumerationIsMadeUp_IsRefusedAtItsField()
    {
        var refused = await As(Role.Educator).Post("internships", new Proposal(await Given.CaseOf(), await Given.Host()) { Kind = "volunteering" }).Expect(422);

        Assert.That(refused.CodesOf("kind"), Is.Not.Empty);
    }

    [Test]
    public async Task Propose_WhenRegionIsMadeUp_IsRefusedAtItsField()
    {
        await As(Role.Educator).Post("internships", new Proposal(await Given.CaseOf(), await Given.Host()) { Region = "Padania" }).Expect(422, "internship.region-wrong");
    }

    [Test]
    public async Task Propose_WhenTutorOrConventionIsNotThere_IsRefusedAtItsField()
    {
        var (forCase, host) = (await Given.CaseOf(), await Given.Host());
        async Task Refused(Proposal proposal, string field, string code) =>
            Assert.That((await As(Role.Educator).Post("internships", proposal).Expect(422, code)).CodesOf(field), Is.EqualTo(new[] { code }));

        await Refused(new(forCase, host) { PromoterTutorId = Guid.NewGuid() }, "promoterTutorId", "internship.promoter-tutor-unknown");
        await Refused(new(forCase, host) { ConventionId = Guid.NewGuid() }, "conventionId", "internship.convention-of-another-host");
        await Refused(new(forCase, host) { ConventionId = await Given.Convention(await Given.Host()) }, "conventionId", "internship.convention-of-another-host");
        Assert.That(await Scalar<int>("select count(*) from internships_internship"), Is.Zero);
    }

    [Test]
    public async Task Propose_WhenTheAllowanceIsTooMuch_SaysSoInEuro()
    {
        var refused = await As(Role.Educator).Post("internships", new Proposal(await Given.CaseOf(), await Given.Host()) { AllowanceCents = 40_000_00 }).Expect(422, "validation.failed");

        Assert.That(refused["errors"]!["allowanceCents"]![0]!["message"]!.ToString(), Is.EqualTo("«Indennità mensile» va da 0,00 a 10.000,00 €."));
    }

    [Test]
    public async Task Propose_WhenCaseMayNotBeSeen_LooksAsIfThereWereNone()
    {
        var forCase = await Given.CaseOf();
        var stranger = await AnotherPerson(Role.Educator);

        await stranger.Post("internships", new Proposal(forCase, await Given.Host())).Expect(404, "case.not-found");
    }

    [Test]
    public async Task Propose_WhenCompanyIsUnknown_IsNotFound()
    {
        await As(Role.Educator).Post("internships", new Proposal(await Given.CaseOf(), Guid.NewGuid())).Expect(404);
    }

    [TestCase(Role.CompanyOperator)]
    [TestCase(Role.Administrator)]
    [TestCase(Role.Auditor)]
    public async Task Propose_WhenRoleIsNotOfCasework_IsRefused(Role role)
    {
        await As(role).Post("internships", new Proposal(Guid.NewGuid(), Guid.NewGuid())).Expect(403);
        await As(role).Get("internships").Expect(403);
    }

    [Test]
    public async Task Propose_WhenSentTwiceWithOneKey_IsOneProposal()
    {
        var proposal = new Proposal(await Given.CaseOf(), await Given.Host());

        var first = await As(Role.Educator).Post("internships", proposal, ("Idempotency-Key", "una-volta-sola")).Expect(201);
        var second = await As(Role.Educator).Post("internships", proposal, ("Idempotency-Key", "una-volta-sola")).Expect(201);

        Assert.That(second.Id, Is.EqualTo(first.Id));
        Assert.That(await Scalar<int>("select count(*) from internships_internship"), Is.EqualTo(1));
    }

    [Test]
    public async Task Change_WhenDraft_KeepsTheNewPlan()
    {
        var (company, forCase) = (await Given.Host(), await Given.CaseOf());
        var id = await Given.Proposal(forCase, company);

        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { WeeklyHours = 30, AllowanceCents = 50000 }, 1).Expect(204);

        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That((int)read["weeklyHours"]!, Is.EqualTo(30));
        Assert.That(read.Version, Is.EqualTo(2));
    }

    [Test]
    public async Task Change_WhenSomebodyElseWasFirst_IsRefusedAndNothingIsOverwritten()
    {
        var (company, forCase) = (await Given.Host(), await Given.CaseOf());
        var id = await Given.Proposal(forCase, company);
        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { WeeklyHours = 30 }, 1).Expect(204);

        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { WeeklyHours = 10 }, 1).Expect(412, "record.stale");
        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { WeeklyHours = 10 }).Expect(428);

        Assert.That((int)(await As(Role.Educator).Get($"internships/{id}"))["weeklyHours"]!, Is.EqualTo(30));
    }

    [Test]
    public async Task Change_WhenCompanyIsAnother_FormerPapersDoNotHoldAnyMore()
    {
        var (first, second, forCase) = (await Given.Host(), await Given.Host(), await Given.CaseOf());
        var id = await Given.ReadyInternship(forCase, first);

        var former = (await As(Role.Educator).Get($"internships/{id}"))["documents"]!["conventionId"]!.GetValue<Guid>();
        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, second) { ConventionId = await Given.Convention(first) }, 2).Expect(422, "internship.convention-of-another-host");
        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, second) { ConventionId = former }, 2).Expect(204);

        var documents = (await As(Role.Educator).Get($"internships/{id}"))["documents"]!;
        Assert.That(documents["conventionId"], Is.Null);
        Assert.That(documents["signedByPersonOn"], Is.Null);
    }

    [Test]
    public async Task Change_WhenPersonIsAnother_IsRefused()
    {
        var (company, forCase) = (await Given.Host(), await Given.CaseOf());
        var id = await Given.Proposal(forCase, company);

        await As(Role.Educator).Put($"internships/{id}", new Proposal(await Given.CaseOf(), company), 1).Expect(422, "internship.case-fixed");
    }
}
