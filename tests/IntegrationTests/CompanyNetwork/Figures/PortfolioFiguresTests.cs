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
            (Of("companies"), Of("reachedThisMonth"), Of("availabilityFresh"), Of("availabilityToVerify"), Of("placesOffered"), Of("placesUsed")), Is.EqualTo((2, 1, 1, 1, 3, 0)));
        Assert.That((await As(Role.Coordinator).Get("companies/call-list?reason=reachedThisMonth").Expect(200)).Ids, Is.EqualTo(new[] { reached }));
        Assert.That(figures["contactsThisMonth"]!.AsArray(), Has.Count.EqualTo(2));
        Clock.Advance(TimeSpan.FromDays(10));
        Assert.That((await As(Role.Coordinator).Get("companies/figures").Expect(200))["reachedThisMonth"]!.GetValue<int>(), Is.Zero, "a new month begins");
        await As(Role.Administrator).Get("companies/figures").Expect(403);
    }
}
