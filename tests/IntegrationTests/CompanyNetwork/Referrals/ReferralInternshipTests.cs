namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Referrals;

[TestFixtureSource(typeof(Engines))]
internal sealed class ReferralInternshipTests(Engine engine) : SliceTests(engine)
{
    private async Task<Reply> Read(Guid referral, Role role = Role.Educator) => await As(role).Get($"company-referrals/{referral}").Expect(200);

    private async Task<int> FreePlaces(Guid company) => (await As(Role.Educator).Get($"companies/{company}/availabilities").Expect(200)).Items[0]!["freePlaces"]!.GetValue<int>();

    private async Task<Reply> Propose(Guid forCase, Guid company, Guid referral, int status) => await As(Role.Educator).Post("internships", new
    {
        caseId = forCase, companyId = company, referralId = referral, kind = "extracurricular", modulation = "supportToPlacement", startsOn = "2026-11-30", endsOn = "2027-05-29", weeklyHours = 25,
        duties = "Aiuto in cucina", objectives = "Riprendere un ritmo di lavoro", region = "Marche", hostTutor = "Paola Neri", allowanceCents = 40000,
        safetyRisk = "low", safetyGeneralHours = 4, safetySpecificHours = 4, safetyOn = "2020-01-15", safetyBy = "RSPP",
    }).Expect(status);

    [Test]
    public async Task Accept_WhenForAPerson_OnlyWhoMaySeeTheCaseLearnsOfIt()
    {
        var referral = await Given.Referral(await Given.Availability(await Given.Host()));
        var forCase = await Given.CaseOf("Bellavista");
        var another = await AnotherPerson(Role.Educator);
        var (_, foreign) = await Given.Case(another);

        Assert.That((await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { caseId = foreign }).Expect(422)).CodesOf("caseId"), Does.Contain("referral.case-not-open"));
        Assert.That((await Read(referral))["state"]!.ToString(), Is.EqualTo("proposed"), "a refusal changes nothing");
        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { caseId = forCase }).Expect(204);

        Assert.That((await Read(referral))["case"]!["displayName"]!.ToString(), Does.Contain("Bellavista"));
        Assert.That((await As(Role.Educator).Get("company-referrals")).Items[0]!["personName"]!.ToString(), Does.Contain("Bellavista"));
        var seenByOperator = await Read(referral, Role.CompanyOperator);
        Assert.That(seenByOperator["case"], Is.Null);
        Assert.That(seenByOperator.Text, Does.Not.Contain("Bellavista").And.Not.Contain(forCase.ToString()));
        Assert.That((await As(Role.CompanyOperator).Get("company-referrals")).Text, Does.Not.Contain("Bellavista"));
    }

    [Test]
    public async Task Internship_WhenProposedFromAReferral_UsesThePlaceUntilItEnds()
    {
        var company = await Given.Host();
        var referral = await Given.Referral(await Given.Availability(company));
        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(204);
        var forCase = await Given.CaseOf("Campoverde");

        var internship = (await Propose(forCase, company, referral, 201)).Id;
        Assert.That(((await Read(referral))["state"]!.ToString(), (await Read(referral))["internshipId"]!.GetValue<Guid>(), await FreePlaces(company)), Is.EqualTo(("internship", internship, 0)));
        Assert.That((await Read(referral, Role.CompanyOperator))["internshipId"], Is.Null);
        Assert.That((await Propose(forCase, company, referral, 409)).Code, Is.EqualTo("referral.is-internship"));
        await As(Role.Educator).Post($"company-referrals/{referral}/decline", new { reason = "tooFar" }).Expect(409, "referral.is-internship");
        await As(Role.CompanyOperator).Post($"company-referrals/{referral}/withdrawal").Expect(409, "referral.is-internship");

        await Given.Papers(internship, company);
        await As(Role.Educator).Post($"internships/{internship}/activation").Expect(200);
        Clock.Advance(TimeSpan.FromDays(14));
        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2026-12-04", outcome = "interruptedByHost", reason = "Chiusura" }).Expect(200);

        Assert.That(await FreePlaces(company), Is.EqualTo(1));
        Assert.That(
            (await Read(referral, Role.CompanyOperator))["history"]!.AsArray().Select(moment => moment!["kind"]!.ToString()),
            Is.EqualTo(new[] { "placeFree", "internshipEnded", "internshipStarted", "internshipProposed", "accepted", "proposed" }));
    }

    [Test]
    public async Task Internship_WhenItEndsAfterTheAvailability_ThePlaceIsNotFree()
    {
        var company = await Given.Host();
        var referral = await Given.Referral(await Given.Availability(company, to: "2026-12-01"));
        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(204);
        var internship = (await Propose(await Given.CaseOf(), company, referral, 201)).Id;
        await Given.Papers(internship, company);
        await As(Role.Educator).Post($"internships/{internship}/activation").Expect(200);
        Clock.Advance(TimeSpan.FromDays(14));

        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2026-12-04", outcome = "interruptedByHost", reason = "Chiusura" }).Expect(200);

        Assert.That((await Read(referral))["history"]![0]!["kind"]!.ToString(), Is.EqualTo("internshipEnded"));
        Assert.That((await As(Role.Educator).Get("placement-openings")).Items, Is.Empty);
    }

    [Test]
    public async Task Internship_WhenCancelled_LeavesTheReferralAccepted()
    {
        var company = await Given.Host();
        var referral = await Given.Referral(await Given.Availability(company));
        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(204);
        var internship = (await Propose(await Given.CaseOf(), company, referral, 201)).Id;

        await As(Role.Educator).Post($"internships/{internship}/cancellation", new { reason = "Ci si è ripensato" }).Expect(204);

        Assert.That(((await Read(referral))["state"]!.ToString(), await FreePlaces(company)), Is.EqualTo(("accepted", 0)));
    }

    [Test]
    public async Task Internship_WhenReferralIsNotAcceptedOrElsewhere_IsNotProposed()
    {
        var (company, elsewhere) = (await Given.Host(), await Given.Host());
        var referral = await Given.Referral(await Given.Availability(company));
        var forCase = await Given.CaseOf();

        Assert.That((await Propose(forCase, company, referral, 409)).Code, Is.EqualTo("referral.not-accepted"));
        await As(Role.Educator).Post($"company-referrals/{referral}/acceptance", new { }).Expect(204);
        Assert.That((await Propose(forCase, elsewhere, referral, 422)).CodesOf("companyId"), Does.Contain("referral.another-company"));
        await Propose(forCase, company, Guid.NewGuid(), 404);
        Assert.That(await Scalar<int>("select count(*) from internships_internship"), Is.Zero, "all or nothing");
    }
}
