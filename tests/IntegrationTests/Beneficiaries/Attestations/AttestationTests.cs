namespace InclusionPlatform.IntegrationTests.Beneficiaries.Attestations;

[TestFixtureSource(typeof(Engines))]
internal sealed class AttestationTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Add_WhenRecorded_IsListedAndNothingOfItIsReadableInTheDatabase()
    {
        var (person, _) = await Given.Case();
        var bodyId = await Given.ReferringBody("addictionService");

        var added = await As(Role.Educator).Post(
            $"beneficiaries/{person}/attestations", new { category = "l381-drug-dependence", bodyId, number = "SERD-2026-77", validFrom = "2026-01-10", validTo = "2027-01-09" }).Expect(201);

        var listed = (await As(Role.Educator).Get($"beneficiaries/{person}/attestations").Expect(200)).Json.AsArray().Single()!;
        Assert.That(listed["categoryName"]!.ToString(), Is.EqualTo("Tossicodipendenza"));
        Assert.That(listed["inForce"]!.GetValue<bool>(), Is.True);
        var raw = await Scalar<string>("select details_cipher from beneficiaries_attestation where id = @Id", new { added.Id });
        Assert.That(raw, Does.Not.Contain("l381").And.Not.Contain("SERD").And.Not.Contain(bodyId.ToString()).IgnoreCase);
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @Id and purpose = 'read-attestations'", new { Id = person }), Is.EqualTo(1));
    }

    [TestCase("l381-drug-dependence", true)]
    [TestCase("l381-alcohol-dependence", true)]
    [TestCase("l381-alternative-measure", true)]
    [TestCase("l381-detainee", true)]
    [TestCase("l381-invalidity", false)]
    [TestCase("eu651-over-50", false)]
    public async Task Add_WhenTheCategoryIsOfADependenceOrASentence_OnlyTheTeamSeesThePersonFromThenOn(string category, bool restricts)
    {
        var (person, caseId) = await Given.Case();
        await As(Role.Coordinator).Get($"beneficiaries/{person}").Expect(200);

        var added = await As(Role.Educator).Post($"beneficiaries/{person}/attestations", new { category, bodyId = await Given.ReferringBody(), validFrom = "2026-01-10" }).Expect(201);

        Assert.That(added["restrictsNow"]!.GetValue<bool>(), Is.EqualTo(restricts));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}").Expect(200))["restricted"]!.GetValue<bool>(), Is.EqualTo(restricts));
        await As(Role.Coordinator).Get($"beneficiaries/{person}").Expect(restricts ? 404 : 200);
        await As(Role.Coordinator).Get($"cases/{caseId}").Expect(restricts ? 404 : 200);
    }

    [Test]
    public async Task End_WhenADayIsGiven_ItIsNoLongerInForce()
    {
        var (person, _) = await Given.Case();
        var added = await As(Role.Educator).Post(
            $"beneficiaries/{person}/attestations", new { category = "l68-targeted-placement", bodyId = await Given.ReferringBody(), validFrom = "2026-01-10" }).Expect(201);

        await As(Role.Educator).Post($"beneficiaries/{person}/attestations/{added.Id}/end", new { on = "2026-01-09" }).Expect(422, "attestation.ends-before-start");
        await As(Role.Educator).Post($"beneficiaries/{person}/attestations/{added.Id}/end", new { on = "2026-11-01" }).Expect(204);

        var listed = (await As(Role.Educator).Get($"beneficiaries/{person}/attestations").Expect(200)).Json.AsArray().Single()!;
        Assert.That(listed["inForce"]!.GetValue<bool>(), Is.False);
    }

    [Test]
    public async Task Add_WhenDataIsWrong_NamesTheFields()
    {
        var (person, _) = await Given.Case();

        var refused = await As(Role.Educator).Post(
            $"beneficiaries/{person}/attestations", new { category = "una-diagnosi", validFrom = "2026-01-10", validTo = "2025-01-10" }).Expect(422);

        Assert.That(refused["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "category", "bodyId", "validTo" }));
    }

    [Test]
    public async Task Today_WhenAnAttestationRunsOutWithinThirtyDays_TheCaseManagerKnows()
    {
        var (person, _) = await Given.Case();
        var bodyId = await Given.ReferringBody();
        await As(Role.Educator).Post($"beneficiaries/{person}/attestations", new { category = "l68-targeted-placement", bodyId, validFrom = "2026-01-10", validTo = "2026-12-10" }).Expect(201);

        var due = await As(Role.Educator).Get("today").Expect(200);

        var task = due["tasks"]!.AsArray().Single(found => found!["kind"]!.ToString() == "beneficiary.attestation-expiring")!;
        Assert.That(task["dueOn"]!.ToString(), Is.EqualTo("2026-12-10"));
        Assert.That(task.ToJsonString(), Does.Not.Contain("l68"), "the home does not say which");
    }
}
