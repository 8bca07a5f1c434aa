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

    [Test]
    public async Task DeclareAvailability_WhenAllIsSaid_IsReadBackWhole()
    {
        var company = await Given.Company();
        var id = (await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", new
        {
            places = 1, context = "protected", duties = "Confezionamento", skills = "Nessuna in particolare", weeklyHours = 18, trend = "drop", drivingLicence = false, shifts = true,
            physicalEffort = "low", interruptions = "some", constraintNote = "Scarpe chiuse",
            slots = new[] { new { day = "friday", part = "evening" }, new { day = "monday", part = "morning" }, new { day = "monday", part = "morning" } },
        }).Expect(201)).Id;

        var read = (await As(Role.Educator).Get($"companies/{company}/availabilities").Expect(200)).Items.Single()!;

        Assert.That(read["slots"]!.ToJsonString(), Is.EqualTo("""[{"day":"monday","part":"morning"},{"day":"friday","part":"evening"}]"""));
        Assert.That(new[] { "skills", "physicalEffort", "interruptions", "constraintNote", "trend" }.Select(field => read[field]!.ToString()), Is.EqualTo(new[] { "Nessuna in particolare", "low", "some", "Scarpe chiuse", "drop" }));
        Assert.That((read["drivingLicence"]!.GetValue<bool>(), read["shifts"]!.GetValue<bool>(), read["countsUntil"]!.ToString()), Is.EqualTo((false, true, "2027-01-22")));

        var changed = new { places = 3, context = "protected", duties = "Confezionamento", from = "2026-11-23" };
        await As(Role.CompanyOperator).Put($"companies/{company}/availabilities/{id}", changed, 1).Expect(204);
        await As(Role.CompanyOperator).Put($"companies/{company}/availabilities/{id}", changed, 1).Expect(412, "record.stale");
        await As(Role.Educator).Put($"companies/{company}/availabilities/{id}", changed, 2).Expect(403);
        Assert.That((await As(Role.Educator).Get($"companies/{company}"))["availablePlaces"]!.GetValue<int>(), Is.EqualTo(3));
    }

    [TestCase("constraintNote", "Solo persone senza misure penali", "availability.speaks-of-penal-facts")]
    [TestCase("constraintNote", "No tossicodipendenti", "availability.speaks-of-health")]
    [TestCase("duties", "Magazzino, niente pregiudicati", "availability.speaks-of-penal-facts")]
    [TestCase("skills", "Fedina pulita", "availability.speaks-of-penal-facts")]
    public async Task DeclareAvailability_WhenItSpeaksOfPeopleInsteadOfTheDuty_SaysWhichConstraintToAskFor(string field, string text, string code)
    {
        var company = await Given.Company();
        var offer = new Dictionary<string, object?> { ["places"] = 1, ["context"] = "job", ["duties"] = "Magazzino", [field] = text };

        var refused = await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", offer).Expect(422);

        Assert.That(refused.CodesOf(field), Does.Contain(code));
        Assert.That(refused.Text, Does.Contain("turni").And.Contain("tolleranza per le interruzioni"));
    }

    [Test]
    public async Task ChangeAvailability_WhenPlacesFallBelowThoseKept_IsRefused()
    {
        var company = await Given.Company();
        var availability = await Given.Availability(company, places: 2);
        await Given.Referral(availability);
        await Given.Referral(availability);

        var refused = await As(Role.CompanyOperator).Put($"companies/{company}/availabilities/{availability}", Offer(1), 1).Expect(422);
        Assert.That(refused.CodesOf("places"), Does.Contain("availability.places-taken"));
        Assert.That((await As(Role.CompanyOperator).Post($"companies/{company}/availabilities/{availability}/verification", new { places = 1 }).Expect(422)).CodesOf("places"), Does.Contain("availability.places-taken"));
        await As(Role.CompanyOperator).Delete($"companies/{company}/availabilities/{availability}").Expect(204);
        await As(Role.CompanyOperator).Put($"companies/{company}/availabilities/{availability}", Offer(), 2).Expect(409, "availability.ended");
    }

    [Test]
    public async Task Declare_WhenItEndsBeforeItBegins_SaysSoInPlainItalian()
    {
        var company = await Given.Company();

        var refused = await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", new { places = 1, context = "job", duties = "Sala", from = "2026-12-10", to = "2026-12-01" }).Expect(422);

        Assert.That(refused["errors"]!["to"]![0]!["message"]!.ToString(), Is.EqualTo("La disponibilità non può finire prima di cominciare: controllare le due date."));
        var far = await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", new { places = 1, context = "job", duties = "Sala", to = "2150-01-01" }).Expect(422);
        Assert.That(far["errors"]!["to"]![0]!["message"]!.ToString(), Is.EqualTo("«Al» non può essere più di 31/12/2100."), "by the module's own name of the field, though a lesson calls it «Alle»");
    }
}
