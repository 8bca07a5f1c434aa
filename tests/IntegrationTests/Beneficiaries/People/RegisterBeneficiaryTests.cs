using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.People;

[TestFixtureSource(typeof(Engines))]
internal sealed class RegisterBeneficiaryTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Register_WhenDataIsRight_RecordOpensMaskedAndTheOpeningIsLogged()
    {
        var id = await Given.Beneficiary(person: Given.Person("Verdolina", "Serena"));

        var record = await As(Role.Educator).Get($"beneficiaries/{id}").Expect(200);

        Assert.That(record.Headers.ETag?.Tag, Is.EqualTo("\"1\""));
        Assert.That(record["known"]!["taxCode"]!.GetValue<bool>(), Is.True);
        Assert.That(record["birthplaceName"]!.ToString(), Is.EqualTo("San Benedetto del Tronto (AP)"));
        Assert.That(record.Text, Does.Not.Contain("persona@example.test").And.Not.Contain("1234567").And.Not.Contain("Gerani").And.Not.Contain("al mattino"));
        Assert.That(
            await Scalar<int>("select count(*) from shared_audit_entry where record = 'beneficiary' and record_id = @Id and kind = 'read' and purpose = 'open-record'", new { Id = id }),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Register_WhenSaved_SensitiveColumnsHoldNothingReadable()
    {
        var person = Given.Person("Violetta", "Aurora", birthDate: new(1990, 2, 3));
        var taxCode = TaxCode.Compute("Violetta", "Aurora", new(1990, 2, 3), Sex.Female, "H769").Value;
        var id = await Given.Beneficiary(person: person);

        var raw = await Scalar<string>(
            """
            select concat(identifiers_cipher, ' ', contacts_cipher, ' ', addresses_cipher, ' ', tax_code_hash, ' ', tax_code_family_hash, ' ', name_and_birth_hash)
            from beneficiaries_person where id = @Id
            """,
            new { Id = id });

        Assert.That(raw, Has.Length.GreaterThan(400));
        Assert.That(raw, Does.Not.Contain(taxCode).And.Not.Contain("1234567").And.Not.Contain("persona@").And.Not.Contain("Gerani").And.Not.Contain("mattino").And.Not.Contain("Violetta"));
    }

    [Test]
    public async Task Register_WhenTaxCodeDiffersFromTheData_SaysWhichPartAtTheField()
    {
        var person = Given.Person("Rossi", "Mario", "female", new(1985, 12, 11));
        person["identifiers"] = new { taxCode = "RSSMRA85T10A562S" };

        var refused = await As(Role.Educator).Post("beneficiaries", person).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("identifiers.taxCode"), Is.EquivalentTo(new[] { "tax-code.sex-mismatch", "tax-code.birth-date-mismatch", "tax-code.birthplace-mismatch" }));
        Assert.That(refused.Text, Does.Not.Contain("RSSMRA").And.Not.Contain("Rossi"));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person"), Is.Zero);
    }

    [Test]
    public async Task Register_WhenTaxCodeDiffersButIsConfirmed_IsSaved()
    {
        var person = Given.Person("Rossini", "Mario", "male", new(1985, 12, 10));
        person["birthplace"] = "A562";
        person["identifiers"] = new { taxCode = "rssmra85t10a562s", taxCodeConfirmed = true };
        person["surname"] = "Bianchi";

        await As(Role.Educator).Post("beneficiaries", person).Expect(201);
    }

    [Test]
    public async Task Register_WhenTaxCodeIsOfSomebodyElsesRestrictedPerson_AnswersTheSameAsForAnyOther()
    {
        var secret = Given.Person();
        var known = Given.Person();
        var other = await AnotherPerson(Role.Educator);
        await Given.Case(other, "addictionService", secret);
        await Given.Beneficiary(person: known);

        var hidden = await As(Role.Educator).Post("beneficiaries", secret).Expect(409, "beneficiary.already-followed");
        var seen = await As(Role.Educator).Post("beneficiaries", known).Expect(409, "beneficiary.already-followed");

        Assert.That(hidden["detail"]!.ToString(), Is.EqualTo(seen["detail"]!.ToString()));
    }

    [Test]
    public async Task Register_WhenNobodyHasACodeYet_ManyCanBeRegistered()
    {
        var first = Given.Person();
        var second = Given.Person();
        first["identifiers"] = null;
        second["identifiers"] = new { healthCode = "STP1234567890123" };

        await As(Role.Educator).Post("beneficiaries", first).Expect(201);
        await As(Role.Educator).Post("beneficiaries", second).Expect(201);
        var third = Given.Person();
        third["identifiers"] = null;
        await As(Role.Educator).Post("beneficiaries", third).Expect(201);
    }

    [Test]
    public async Task Register_WhenFieldsAreWrong_NamesEachAndSavesNothing()
    {
        var refused = await As(Role.Educator).Post("beneficiaries", new
        {
            surname = "",
            name = new string('a', 101),
            birthDate = "2020-01-01",
            birthplace = "X999",
            citizenship = "ZZ",
            identifiers = new { taxCode = "RSSMRA85T10A562X", healthCode = "STP12" },
            contacts = new { phone = "abc", email = "senza-chiocciola" },
            addresses = new { residence = new { postalCode = "630", municipality = "999999" } },
            education = "9",
            minorChildren = 21,
            wishedSectors = new[] { "pirateria" },
        }).Expect(422, "validation.failed");

        Assert.That(
            refused["errors"]!.AsObject().Select(field => field.Key),
            Is.EquivalentTo(new[]
            {
                "surname", "name", "sex", "birthDate", "birthplace", "citizenship", "identifiers.taxCode", "identifiers.healthCode", "contacts.phone", "contacts.email",
                "addresses.residence.postalCode", "addresses.residence.municipality", "education", "minorChildren", "wishedSectors[0]",
            }));
        Assert.That(refused.CodesOf("identifiers.taxCode"), Is.EqualTo(new[] { "tax-code.check-character" }));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_person"), Is.Zero);
    }

    [Test]
    public async Task ReadTaxCode_WhenValid_TellsSexDateAndPlace()
    {
        var reading = await As(Role.Educator).Post("beneficiaries/tax-code-reading", new { taxCode = "mrtmtt91d08f205j" }).Expect(200);

        Assert.That(reading["sex"]!.ToString(), Is.EqualTo("male"));
        Assert.That(reading["birthDate"]!.ToString(), Is.EqualTo("1991-04-08"));
        Assert.That(reading["birthplaceName"]!.ToString(), Is.EqualTo("Milano (MI)"));
    }
}
