namespace InclusionPlatform.IntegrationTests.CompanyNetwork.CallList;

[TestFixtureSource(typeof(Engines))]
internal sealed class HostingTests(Engine engine) : SliceTests(engine)
{
    private async Task<(int Hosted, int Running, int Hired, int? Quota)> Read(Guid company)
    {
        var hosting = await As(Role.CompanyOperator).Get($"companies/{company}/hosting").Expect(200);
        return (hosting["hosted"]!.GetValue<int>(), hosting["running"]!.GetValue<int>(), hosting["hired"]!.GetValue<int>(), hosting["quota"]?.GetValue<int>());
    }

    [Test]
    public async Task GetHosting_WhenInternshipsRunAndEnd_CountsThemAndTellsNothingOfWhom()
    {
        var company = await Given.Host(staff: 14);
        Assert.That(await Read(company), Is.EqualTo((0, 0, 0, (int?)2)));
        await Given.Proposal(await Given.CaseOf("Valmarina"), company);
        Assert.That((await Read(company)).Hosted, Is.Zero, "a proposal has hosted nobody yet");

        var internship = await Given.ActiveInternship(await Given.CaseOf("Campoverde"), company);
        Assert.That(await Read(company), Is.EqualTo((1, 1, 0, (int?)2)));
        Clock.Now = new(2027, 5, 31, 8, 0, 0, TimeSpan.Zero);
        await As(Role.Educator).Post($"internships/{internship}/termination", new { endedOn = "2027-05-29", outcome = "hiredByHost", contract = "fixedTerm", hiredOn = "2027-06-01" }).Expect(200);

        Assert.That(await Read(company), Is.EqualTo((1, 0, 1, (int?)2)));
        Assert.That((await As(Role.CompanyOperator).Get($"companies/{company}/hosting")).Text, Does.Not.Contain("Campoverde").And.Not.Contain(internship.ToString()));
    }

    [Test]
    public async Task GetHosting_WhenStaffIsUnknown_TellsNoQuota() => Assert.That((await Read(await Given.Host(staff: null))).Quota, Is.Null);

    [Test]
    public async Task GetHosting_WhenCompanyIsUnknownOrRightIsMissing_IsRefused()
    {
        await As(Role.CompanyOperator).Get($"companies/{Guid.NewGuid()}/hosting").Expect(404);
        await As(Role.Administrator).Get($"companies/{await Given.Company()}/hosting").Expect(403);
    }
}
