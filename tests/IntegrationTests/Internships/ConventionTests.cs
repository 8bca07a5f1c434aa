namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class ConventionTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Create_WhenNumberIsTaken_IsRefused()
    {
        var company = await Given.Host();
        var convention = new { companyId = company, number = "41", signedOn = "2026-01-01", validFrom = "2026-01-01", validTo = "2028-12-31" };

        await As(Role.Educator).Post("conventions", convention).Expect(201);
        await As(Role.Coordinator).Post("conventions", convention).Expect(409, "convention.number-taken");
    }

    [Test]
    public async Task Create_WhenFieldsAreWrong_NamesThem()
    {
        var refused = await As(Role.Educator).Post("conventions", new { signedOn = "2026-12-01", validFrom = "2026-01-02", validTo = "2026-01-01" }).Expect(422, "validation.failed");

        Assert.That(refused["errors"]!.AsObject().Select(error => error.Key), Is.SupersetOf(new[] { "companyId", "number", "signedOn", "validTo" }));
        Assert.That(refused.CodesOf("validTo"), Is.EqualTo(new[] { "convention.ends-before-start" }));
    }

    [Test]
    public async Task List_WhenOfACompanyOnADay_ShowsThoseInForceWithTheirInternships()
    {
        var company = await Given.Host();
        await Given.Convention(company, "2024-01-01", "2025-12-31");
        await Given.ActiveInternship(await Given.CaseOf(), company);
        await Given.Convention(await Given.Host());

        var list = await As(Role.Educator).Get($"conventions?companyId={company}&validOn=2026-11-23&total=true").Expect(200);

        Assert.That((int)list["total"]!, Is.EqualTo(1));
        Assert.That((int)list.Items[0]!["internships"]!, Is.EqualTo(1));
        Assert.That(list.Items[0]!["companyName"]!.ToString(), Is.Not.Empty);
    }

    [Test]
    public async Task List_WhenPaged_GoesOnByCursor()
    {
        var company = await Given.Host();
        foreach (var year in new[] { 2027, 2028, 2029 })
        {
            await Given.Convention(company, validTo: $"{year}-12-31");
        }

        var first = await As(Role.Educator).Get("conventions?limit=2").Expect(200);
        var second = await As(Role.Educator).Get($"conventions?limit=2&cursor={first["nextCursor"]}").Expect(200);

        Assert.That(first.Items.Concat(second.Items).Select(item => item!["validTo"]!.ToString()), Is.EqualTo(new[] { "2027-12-31", "2028-12-31", "2029-12-31" }));
    }

    [Test]
    public async Task Documents_WhenConventionIsOfAnotherCompany_AreRefused()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());
        var foreign = await Given.Convention(await Given.Host());

        await As(Role.Educator).Put($"internships/{id}/documents", new { conventionId = foreign }, 1).Expect(422, "internship.convention-of-another-host");
    }

    [Test]
    public async Task Documents_WhenADayIsStillToComeOrHalfOfAPairIsMissing_AreRefused()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());

        var refused = await As(Role.Educator).Put($"internships/{id}/documents", new { signedByPersonOn = "2026-11-24", communicationProtocol = "1", attestedOn = "2026-11-01" }, 1).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("signedByPersonOn"), Is.EqualTo(new[] { "internship.paper-in-the-future" }));
        Assert.That(refused.CodesOf("communicationSentOn"), Is.Not.Empty);
        Assert.That(refused.CodesOf("attestedBy"), Is.Not.Empty);
    }

    [Test]
    public async Task Documents_WhenSomebodyElseWasFirst_AreRefused()
    {
        var company = await Given.Host();
        var id = await Given.ReadyInternship(await Given.CaseOf(), company);

        await As(Role.Educator).Put($"internships/{id}/documents", new { }, 1).Expect(412, "record.stale");
    }
}
