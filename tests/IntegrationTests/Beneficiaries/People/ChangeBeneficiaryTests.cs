namespace InclusionPlatform.IntegrationTests.Beneficiaries.People;

[TestFixtureSource(typeof(Engines))]
internal sealed class ChangeBeneficiaryTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Change_WhenSensitiveGroupsAreLeftOut_KeepsThem()
    {
        var person = Given.Person();
        var id = await Given.Beneficiary(person: person);
        foreach (var group in new[] { "identifiers", "contacts", "addresses" })
        {
            person.Remove(group);
        }

        person["minorChildren"] = 2;
        await As(Role.Educator).Put($"beneficiaries/{id}", person, 1).Expect(204);

        var opened = await As(Role.Educator).Post($"beneficiaries/{id}/disclosures", new { group = "contacts", purpose = "contactPerson" }).Expect(200);
        Assert.That(opened["contacts"]!["email"]!.ToString(), Is.EqualTo("persona@example.test"));
        var record = await As(Role.Educator).Get($"beneficiaries/{id}").Expect(200);
        Assert.That(record.Version, Is.EqualTo(2));
        Assert.That(record["minorChildren"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(record["domicileName"]!.ToString(), Does.StartWith("San Benedetto"));
    }

    [Test]
    public async Task Change_WhenVersionIsStale_ChangesNothing()
    {
        var person = Given.Person();
        var id = await Given.Beneficiary(person: person);
        await As(Role.Educator).Put($"beneficiaries/{id}", person, 1).Expect(204);
        person["preferredName"] = "Stella";

        await As(Role.Educator).Put($"beneficiaries/{id}", person, 1).Expect(412, "record.stale");
        await As(Role.Educator).Put($"beneficiaries/{id}", person).Expect(428);

        Assert.That((await As(Role.Educator).Get($"beneficiaries/{id}").Expect(200))["preferredName"], Is.Null);
    }

    [Test]
    public async Task Change_WhenNameNoLongerFitsTheKeptTaxCode_SaysSoAtTheField()
    {
        var person = Given.Person("Querciola", "Elena");
        var id = await Given.Beneficiary(person: person);
        person.Remove("identifiers");
        person["surname"] = "Zampino";

        var refused = await As(Role.Educator).Put($"beneficiaries/{id}", person, 1).Expect(422);

        Assert.That(refused.CodesOf("identifiers.taxCode"), Is.EqualTo(new[] { "tax-code.surname-mismatch" }));
    }

    [Test]
    public async Task Disclose_WhenMember_IsLoggedWithGroupAndPurpose()
    {
        var id = await Given.Beneficiary();

        await As(Role.Educator).Post($"beneficiaries/{id}/disclosures", new { group = "identifiers", purpose = "fillDocument" }).Expect(200);

        var log = await As(Role.Educator).Get($"beneficiaries/{id}/access-log").Expect(200);
        Assert.That(log.Items.Select(entry => entry!["purpose"]?.ToString()), Does.Contain("disclose-identifiers:fillDocument"));
        Assert.That(log.Items.Select(entry => entry!["who"]?.ToString()), Is.All.EqualTo("Prova Educator"));
        Assert.That(await Scalar<int>("select count(*) from shared_idempotency_key"), Is.Zero, "clear values are never kept for replays");
    }

    [Test]
    public async Task Disclose_WhenSentTwiceWithOneKey_KeepsNoClearAnswer()
    {
        var id = await Given.Beneficiary();

        await As(Role.Educator).Post($"beneficiaries/{id}/disclosures", new { group = "contacts", purpose = "contactPerson" }, ("Idempotency-Key", "una-sola")).Expect(200);

        Assert.That(await Scalar<int>("select count(*) from shared_idempotency_key where response is not null"), Is.Zero);
    }
}
