namespace InclusionPlatform.IntegrationTests.Beneficiaries.WorkProfiles;

[TestFixtureSource(typeof(Engines))]
internal sealed class WorkProfileTests(Engine engine) : SliceTests(engine)
{
    private static readonly object Written = new
    {
        skills = new[] { "cucina" }, means = new[] { "onFoot", "needsLift" }, reachKm = 8, weeklyHours = 20, context = "protected", effort = "low", needsInterruptions = true, drivingLicence = false,
        unavailable = new[] { new { day = "tuesday", from = "09:00:00", to = "10:30:00" } },
    };

    [Test]
    public async Task WorkProfile_WhenNotWritten_IsEmptyAndTakesWishesFromTheRegistry()
    {
        var (_, caseId) = await Given.Case();

        var profile = await As(Role.Educator).Get($"cases/{caseId}/work-profile").Expect(200);

        Assert.That(profile.Version, Is.Zero);
        Assert.That(profile["criteria"]!["means"]!.AsArray().Select(one => one!.ToString()), Is.EqualTo(new[] { "bicycle" }));
        Assert.That(profile["criteria"]!["sectors"]!.AsArray().Select(one => one!.ToString()), Is.EquivalentTo(new[] { "agriculture", "catering" }));
        Assert.That(profile["criteria"]!["municipality"]!.ToString(), Is.EqualTo(Given.Place.SanBenedetto));
    }

    [Test]
    public async Task WorkProfile_WhenWritten_IsKeptEncryptedAndItsCriteriaAreAccepted()
    {
        var (_, caseId) = await Given.Case();

        await As(Role.Educator).Put($"cases/{caseId}/work-profile", Written, 0).Expect(204);

        var profile = await As(Role.Educator).Get($"cases/{caseId}/work-profile").Expect(200);
        Assert.That(profile.Version, Is.EqualTo(1));
        Assert.That(profile["details"]!["unavailable"]![0]!["day"]!.ToString(), Is.EqualTo("tuesday"));
        Assert.That(profile["details"]!["effort"]!.ToString(), Is.EqualTo("low"));
        Assert.That(await Scalar<string>("select details_cipher from beneficiaries_work_profile"), Is.Not.Null.And.Not.Contain("cucina").And.Not.Contain("rotected"));
        await As(Role.Educator).Post("company-matches", profile["criteria"]!.DeepClone()).Expect(200);
    }

    [Test]
    public async Task WorkProfile_WhenEditIsStale_IsRefused()
    {
        var (_, caseId) = await Given.Case();
        await As(Role.Educator).Put($"cases/{caseId}/work-profile", Written, 0).Expect(204);

        await As(Role.Educator).Put($"cases/{caseId}/work-profile", new { weeklyHours = 30 }, 0).Expect(412);
        await As(Role.Educator).Put($"cases/{caseId}/work-profile", new { weeklyHours = 30 }, 1).Expect(204);
    }

    [Test]
    public async Task WorkProfile_WhenWrong_IsRefusedAtItsFields()
    {
        var (_, caseId) = await Given.Case();

        var reply = await As(Role.Educator).Put($"cases/{caseId}/work-profile", new { weeklyHours = 60, reachMinutes = 1, unavailable = new[] { new { day = "monday", from = "12:00:00", to = "09:00:00" } } }, 0).Expect(422);
        var skill = await As(Role.Educator).Put($"cases/{caseId}/work-profile", new { skills = new[] { "in terapia al SerD" } }, 0).Expect(422, "work-profile.skill-unknown");

        Assert.That(new[] { "weeklyHours", "reachMinutes", "unavailable[0]" }.Where(field => reply.CodesOf(field).Count == 0), Is.Empty);
        Assert.That(skill.Text, Does.Not.Contain("SerD"), "what was written is not repeated");
    }

    [Test]
    public async Task WorkProfile_WhenNotOnTheTeam_IsNotSeen()
    {
        var (_, caseId) = await Given.Case();
        var stranger = await AnotherPerson(Role.Educator);

        await stranger.Get($"cases/{caseId}/work-profile").Expect(404);
        await stranger.Put($"cases/{caseId}/work-profile", Written, 0).Expect(404);
        await As(Role.Coordinator).Get($"cases/{caseId}/work-profile").Expect(403, "beneficiary.team-only");
        await As(Role.CompanyOperator).Get($"cases/{caseId}/work-profile").Expect(403);
    }
}
