namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Figures;

[TestFixtureSource(typeof(Engines))]
internal sealed class PortfolioFiguresTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task GetPortfolioFigures_WhenTheBankIsAlive_CountsWhatItsListsShow()
    {
        var (reached, silent) = (await Given.Company(), await Given.Company());
        await As(Role.CompanyOperator).Post($"companies/{reached}/contacts", new { channel = "call", outcome = "available" }).Expect(201);
        await As(Role.CompanyOperator).Post($"companies/{silent}/contacts", new { channel = "call", outcome = "noAnswer" }).Expect(201);
        await As(Role.CompanyOperator).Post($"companies/{reached}/availabilities", new { places = 3, context = "productive", duties = "sala" }).Expect(201);
        await As(Role.CompanyOperator).Post($"companies/{silent}/availabilities", new { places = 2, context = "productive", duties = "sala", verifiedOn = "2026-08-01" }).Expect(201);

        var figures = await As(Role.Coordinator).Get("companies/figures").Expect(200);

        int Of(string name) => figures[name]!.GetValue<int>();
        Assert.That(
            (Of("companies"), Of("reachedThisMonth"), Of("availabilityFresh"), Of("availabilityToVerify"), Of("placesOffered"), Of("placesFree"), Of("placesUsed")), Is.EqualTo((2, 1, 1, 1, 3, 3, 0)));
        Assert.That((await As(Role.Coordinator).Get("companies/call-list?reason=reachedThisMonth").Expect(200)).Ids, Is.EqualTo(new[] { reached }));
        Assert.That(figures["contactsThisMonth"]!.AsArray(), Has.Count.EqualTo(2));
        Clock.Advance(TimeSpan.FromDays(10));
        Assert.That((await As(Role.Coordinator).Get("companies/figures").Expect(200))["reachedThisMonth"]!.GetValue<int>(), Is.Zero, "a new month begins");
        await As(Role.Administrator).Get("companies/figures").Expect(403);
    }

    [Test]
    public async Task GetPortfolioFigures_WhenPlacesAreKeptAndUsed_TellsThemApart()
    {
        var company = await Given.Host();
        var availability = await Given.Availability(company, places: 3);
        var (accepted, declined) = (await Given.Referral(availability), await Given.Referral(availability));
        await As(Role.Educator).Post($"company-referrals/{accepted}/acceptance", new { }).Expect(204);
        await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());

        async Task<(int Offered, int Free, int Used, int Open)> Read(Role role)
        {
            var figures = await As(role).Get("companies/figures").Expect(200);
            return (figures["placesOffered"]!.GetValue<int>(), figures["placesFree"]!.GetValue<int>(), figures["placesUsed"]!.GetValue<int>(), figures["openReferrals"]!.GetValue<int>());
        }

        Assert.That(await Read(Role.CompanyOperator), Is.EqualTo((3, 1, 1, 2)));
        await As(Role.Educator).Post($"company-referrals/{declined}/decline", new { reason = "tooFar" }).Expect(204);
        Assert.That(await Read(Role.CompanyOperator), Is.EqualTo((3, 2, 1, 1)));
        Assert.That((await Read(Role.Educator)).Open, Is.EqualTo(1), "those addressed to them");
        Assert.That((await As(Role.Trainer).Get("companies/figures").Expect(200))["openReferrals"], Is.Null, "who may not see the board learns nothing of it");
        Clock.Advance(TimeSpan.FromDays(61));
        Assert.That((await Read(Role.Coordinator)).Offered, Is.Zero, "what was verified long ago is unknown");
    }
}
