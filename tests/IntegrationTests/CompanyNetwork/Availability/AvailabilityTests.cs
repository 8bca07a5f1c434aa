namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Availabilities;

[TestFixtureSource(typeof(Engines))]
internal sealed class AvailabilityTests(Engine engine) : SliceTests(engine)
{
    private static object Offer(int places = 2, string? to = null) => new { places, context = "productive", duties = "Aiuto cuoco", weeklyHours = 20, to, trend = "peak" };

    [Test]
    public async Task DeclareAvailability_WhenVerifiedTooLongAgo_CountsAsUnknown()
    {
        var company = await Given.Company();
        await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", Offer()).Expect(201);

        Assert.That((await As(Role.Educator).Get("companies?hasAvailability=true").Expect(200)).Ids, Is.EqualTo(new[] { company }));
        var record = await As(Role.Educator).Get($"companies/{company}").Expect(200);
        Assert.That((record["availabilityIsKnown"]!.GetValue<bool>(), record["availablePlaces"]!.GetValue<int>()), Is.EqualTo((true, 2)));

        Clock.Advance(TimeSpan.FromDays(61));

        Assert.That((await As(Role.Educator).Get("companies?hasAvailability=true").Expect(200)).Ids, Is.Empty);
        Assert.That((await As(Role.Educator).Get("companies?staleAvailability=true").Expect(200)).Ids, Is.EqualTo(new[] { company }));
        var list = await As(Role.Educator).Get($"companies/{company}/availabilities").Expect(200);
        Assert.That(list.Items.Single()!["state"]!.ToString(), Is.EqualTo("unknown"));
    }

    [Test]
    public async Task DeclareAvailability_WhenPeriodIsOver_CountsAsUnknown()
    {
        var company = await Given.Company();
        await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", Offer(to: "2026-11-30")).Expect(201);
        Clock.Advance(TimeSpan.FromDays(8));

        Assert.That((await As(Role.Educator).Get("companies?hasAvailability=true").Expect(200)).Ids, Is.Empty);
    }

    [Test]
    public async Task EndAvailability_WhenItDoesNotHoldAnyMore_IsKeptInTheStoryAndCountsNoLonger()
    {
        var company = await Given.Company();
        var offer = await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", Offer()).Expect(201);

        await As(Role.Educator).Delete($"companies/{company}/availabilities/{offer.Id}").Expect(403);
        await As(Role.CompanyOperator).Delete($"companies/{company}/availabilities/{Guid.NewGuid()}").Expect(404);
        await As(Role.CompanyOperator).Delete($"companies/{company}/availabilities/{offer.Id}").Expect(204);
        await As(Role.CompanyOperator).Delete($"companies/{company}/availabilities/{offer.Id}").Expect(204);

        var list = await As(Role.Educator).Get($"companies/{company}/availabilities").Expect(200);
        Assert.That(list.Items.Single()!["state"]!.ToString(), Is.EqualTo("ended"));
        Assert.That((await As(Role.Educator).Get("companies?hasAvailability=true").Expect(200)).Ids, Is.Empty);
    }

    [Test]
    public async Task DeclareAvailability_WhenShapeIsWrong_IsRefused()
    {
        var company = await Given.Company();

        var reply = await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", new { places = 0, context = "job", duties = "", to = "2026-01-01", verifiedOn = "2027-01-01", weeklyHours = 90 }).Expect(422);

        Assert.That(new[] { "places", "duties", "to", "verifiedOn", "weeklyHours" }.Where(field => reply.CodesOf(field).Count == 0), Is.Empty);
    }
}
