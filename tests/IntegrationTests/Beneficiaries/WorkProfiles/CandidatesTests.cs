namespace InclusionPlatform.IntegrationTests.Beneficiaries.WorkProfiles;

[TestFixtureSource(typeof(Engines))]
internal sealed class CandidatesTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Candidates_OfAnOpening_AreOnesOwnRankedWithReasons()
    {
        var opening = await Opening();
        var (suits, suitsCase) = await Given.Case();
        await Profile(suitsCase, new { context = "productive", weeklyHours = 20, means = new[] { "publicTransport" } });
        var (other, _) = await Given.Case();
        var (barred, barredCase) = await Given.Case();
        await Profile(barredCase, new { context = "protected" });

        var reply = await As(Role.Educator).Post($"availabilities/{opening}/candidates", new { }).Expect(200);

        Assert.That(People(reply, "items"), Is.EqualTo(new[] { suits, other }));
        Assert.That(reply.Items[0]!["profile"]!.ToString(), Is.EqualTo("used"));
        Assert.That(reply.Items[1]!["profile"]!.ToString(), Is.EqualTo("missing"));
        Assert.That(reply.Items[0]!["reasons"]!.AsArray().Select(reason => reason!["code"]!.ToString()), Does.Contain("context.fit").And.Contain("hours.fit").And.Contain("sector.wished"));
        Assert.That(People(reply, "excluded"), Is.EqualTo(new[] { barred }));
        Assert.That(reply["excluded"]![0]!["bars"]![0]!["code"]!.ToString(), Is.EqualTo("match.context"));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where purpose = 'opening-candidates'"), Is.EqualTo(3), "each reading is logged");
    }

    [TestCase("objection", "everything")]
    [TestCase("objection", "companyMatching")]
    [TestCase("restriction", null)]
    public async Task Candidates_WhenThePersonObjectsOrRestricts_LeaveThemOutUntilTheMarkEnds(string kind, string? scope)
    {
        var opening = await Opening();
        var (person, caseId) = await Given.Case();
        var mark = await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind, scope, fromOn = "2026-11-01" }).Expect(201);

        Assert.That(People(await As(Role.Educator).Post($"availabilities/{opening}/candidates", new { }).Expect(200), "items"), Is.Empty);
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/work-profile").Expect(200))["isBarred"]!.GetValue<bool>(), Is.True);

        await As(Role.Educator).Delete($"beneficiaries/{person}/marks/{mark.Id}").Expect(204);
        Assert.That(People(await As(Role.Educator).Post($"availabilities/{opening}/candidates", new { }).Expect(200), "items"), Is.EqualTo(new[] { person }));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/work-profile").Expect(200))["isBarred"]!.GetValue<bool>(), Is.False);
    }

    [TestCase("statistics")]
    [TestCase("directContacts")]
    [TestCase("partnerBodies")]
    [TestCase("other")]
    public async Task Candidates_WhenThePersonObjectsToSomethingElse_AreStillProposed(string scope)
    {
        var opening = await Opening();
        var (person, caseId) = await Given.Case();
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "objection", scope, fromOn = "2026-11-01", note = "Come ha scritto" }).Expect(201);

        Assert.That(People(await As(Role.Educator).Post($"availabilities/{opening}/candidates", new { }).Expect(200), "items"), Is.EqualTo(new[] { person }));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/work-profile").Expect(200))["isBarred"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public async Task Candidates_WhenPapersMustBeKept_AreStillProposed()
    {
        var opening = await Opening();
        var (person, _) = await Given.Case();
        await As(Role.Educator).Post($"beneficiaries/{person}/marks", new { kind = "hold", fromOn = "2026-11-01", untilOn = "2032-12-31" }).Expect(201);

        Assert.That(People(await As(Role.Educator).Post($"availabilities/{opening}/candidates", new { }).Expect(200), "items"), Is.EqualTo(new[] { person }));
    }

    [Test]
    public async Task Candidates_WhenEducatorIsOnNoTeam_AreNone()
    {
        var opening = await Opening();
        await Given.Case();

        var reply = await (await AnotherPerson(Role.Educator)).Post($"availabilities/{opening}/candidates", new { }).Expect(200);

        Assert.That(reply.Items, Is.Empty);
        Assert.That(reply["excludedCount"]!.GetValue<int>(), Is.Zero);
    }

    [Test]
    public async Task Candidates_WhenCoordinator_AreTheUnrestrictedByTheRegistryOnly()
    {
        var opening = await Opening();
        var (seen, seenCase) = await Given.Case();
        await Profile(seenCase, new { context = "protected", effort = "low" });
        var (restricted, _) = await Given.Case(bodyKind: "addictionService");

        var reply = await As(Role.Coordinator).Post($"availabilities/{opening}/candidates", new { }).Expect(200);

        Assert.That(People(reply, "items"), Is.EqualTo(new[] { seen }), "the profile is the team's: it neither excludes nor ranks");
        Assert.That(reply.Items[0]!["profile"]!.ToString(), Is.EqualTo("teamOnly"));
        Assert.That(reply.Text, Does.Not.Contain(restricted.ToString()).And.Not.Contain("context."));
    }

    [Test]
    public async Task Candidates_WhenAskedFromTheCompanySide_AreRefused()
    {
        var opening = await Opening();
        await Given.Case();

        await As(Role.CompanyOperator).Post($"availabilities/{opening}/candidates", new { }).Expect(403);
        await As(Role.Administrator).Post($"availabilities/{opening}/candidates", new { }).Expect(403);
        await As(Role.Educator).Post($"availabilities/{Guid.NewGuid()}/candidates", new { }).Expect(404, "availability.not-found");
    }

    [Test]
    public async Task Candidates_WhenAnInternshipRuns_AreExcludedWithTheReason()
    {
        var opening = await Opening();
        await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());

        var reply = await As(Role.Educator).Post($"availabilities/{opening}/candidates", new { }).Expect(200);

        Assert.That(reply["excluded"]![0]!["bars"]![0]!["code"]!.ToString(), Is.EqualTo("match.in-internship"));
    }

    private async Task<Guid> Opening()
    {
        var company = await Given.Company(permanentStaff: 14);
        return (await As(Role.CompanyOperator).Post($"companies/{company}/availabilities", new { places = 1, context = "productive", duties = "Aiuto in cucina", weeklyHours = 20 }).Expect(201)).Id;
    }

    private Task<Reply> Profile(Guid caseId, object profile) => As(Role.Educator).Put($"cases/{caseId}/work-profile", profile, 0).Expect(204);

    private static Guid[] People(Reply reply, string list) => [.. reply[list]!.AsArray().Select(candidate => candidate!["beneficiaryId"]!.GetValue<Guid>())];
}
