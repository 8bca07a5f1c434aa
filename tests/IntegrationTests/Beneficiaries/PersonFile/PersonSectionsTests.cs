namespace InclusionPlatform.IntegrationTests.Beneficiaries.PersonFile;

[TestFixtureSource(typeof(Engines))]
internal sealed class PersonSectionsTests(Engine engine) : SliceTests(engine)
{
    private const string Iban = "IT60X0542811101000000123456";

    private async Task<Reply> Disclose(Guid person, string group, string purpose = "assessNeeds") =>
        await As(Role.Educator).Post($"beneficiaries/{person}/disclosures", new { group, purpose }).Expect(200);

    [Test]
    public async Task Section_WhenWritten_IsEncryptedAndClosedUntilItIsOpenedWithAPurpose()
    {
        var person = await Given.Beneficiary();

        await As(Role.Educator).Put($"beneficiaries/{person}/household", new { householdSize = 3, otherDependants = 1, housing = "nightShelter" }, 0).Expect(204);

        var record = await As(Role.Educator).Get($"beneficiaries/{person}").Expect(200);
        Assert.That(record.Text, Does.Not.Contain("nightShelter"));
        var written = record["known"]!["sections"]!.AsArray().Single()!;
        Assert.That((written["section"]!.ToString(), written["version"]!.GetValue<int>()), Is.EqualTo(("household", 1)));
        Assert.That(await Scalar<string>("select details_cipher from beneficiaries_person_section"), Does.Not.Contain("ousehold"));
        var opened = await Disclose(person, "household");
        Assert.That(opened["sectionVersion"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(opened["household"]!["housing"]!.ToString(), Is.EqualTo("nightShelter"));
        Assert.That(opened["household"]!["housingExclusion"]!.GetValue<bool>(), Is.True);
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @Id and purpose = 'disclose-household:assessNeeds'", new { Id = person }), Is.EqualTo(1));
    }

    [Test]
    public async Task Section_WhenEditIsStale_IsRefusedAndOtherSectionsAreNotInTheWay()
    {
        var person = await Given.Beneficiary();
        await As(Role.Educator).Put($"beneficiaries/{person}/benefits", new { benefits = new[] { new { kind = "adi", fromOn = "2026-01-01", monthlyCents = 50000 } } }, 0).Expect(204);

        await As(Role.Educator).Put($"beneficiaries/{person}/benefits", new { benefits = Array.Empty<object>() }, 0).Expect(409, "person-section.taken");
        await As(Role.Educator).Put($"beneficiaries/{person}/household", new { householdSize = 1 }, 0).Expect(204);
        await As(Role.Educator).Put($"beneficiaries/{person}/benefits", new { benefits = Array.Empty<object>() }, 1).Expect(204);
        await As(Role.Educator).Put($"beneficiaries/{person}/benefits", new { benefits = Array.Empty<object>() }, 1).Expect(412, "record.stale");
        await As(Role.Educator).Put($"beneficiaries/{person}/benefits", new { benefits = Array.Empty<object>() }).Expect(428);

        Assert.That((await Disclose(person, "benefits"))["benefits"]!["benefits"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task BankAccount_WhenOneDigitIsWrong_SaysSoAtTheFieldAndRepeatsNothing()
    {
        var person = await Given.Beneficiary();

        var wrong = await As(Role.Educator).Put($"beneficiaries/{person}/bank-account", new { iban = "IT60X0542811101000000123457", holder = "person" }, 0).Expect(422);
        var nobody = await As(Role.Educator).Put($"beneficiaries/{person}/bank-account", new { iban = Iban, holder = "guardian" }, 0).Expect(422);
        await As(Role.Educator).Put($"beneficiaries/{person}/bank-account", new { iban = "it60 x054 2811 1010 0000 0123 456", holder = "guardian", holderName = "Tutrice Prova" }, 0).Expect(204);

        Assert.That(wrong.CodesOf("iban"), Is.EqualTo(new[] { "iban.check-digits" }));
        Assert.That(wrong.Text, Does.Contain("una sola cifra sbagliata").And.Not.Contain("0542811101"));
        Assert.That(nobody.CodesOf("holderName"), Is.EqualTo(new[] { "bank-account.holder-name" }));
        var opened = await Disclose(person, "bankAccount", "payAllowance");
        Assert.That(opened["bankAccount"]!["iban"]!.ToString(), Is.EqualTo(Iban));
        Assert.That(opened["bankAccount"]!["holderName"]!.ToString(), Is.EqualTo("Tutrice Prova"));
    }

    [Test]
    public async Task LabourServices_WhenHalfWrittenOrInTheFuture_NamesTheFields()
    {
        var person = await Given.Beneficiary();

        var refused = await As(Role.Educator).Put(
            $"beneficiaries/{person}/labour-services", new { targetedPlacementOn = "2027-01-01", golPath = "9", golPathOn = "2026-01-01" }, 0).Expect(422);
        await As(Role.Educator).Put(
            $"beneficiaries/{person}/labour-services",
            new { targetedPlacement = "enrolled", targetedPlacementOn = "2026-03-01", targetedPlacementOffice = "CPI di Fermo", golPath = "4", golPathOn = "2026-04-01" }, 0).Expect(204);

        Assert.That(refused["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "targetedPlacement", "targetedPlacementOn", "golPath" }));
        Assert.That((await Disclose(person, "labourServices"))["labourServices"]!["golPath"]!.ToString(), Is.EqualTo("4"));
    }

    [Test]
    public async Task Benefits_WhenWrong_NameTheRow()
    {
        var person = await Given.Beneficiary();

        var refused = await As(Role.Educator).Put(
            $"beneficiaries/{person}/benefits", new { benefits = new[] { new { kind = (string?)"adi", fromOn = "2026-05-01", toOn = "2026-04-01" }, new { kind = (string?)null, fromOn = "2026-05-01", toOn = "2026-06-01" } } }, 0).Expect(422);

        Assert.That(refused["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "benefits[0].toOn", "benefits[1].kind" }));
    }

    [Test]
    public async Task LongTermUnemployment_WhenSixMonthsHavePassed_IsToldForGolAndNotYetForFse()
    {
        var person = Given.Person(birthDate: new(1980, 3, 1));
        person["unemployedSince"] = "2026-04-01";
        var id = await Given.Beneficiary(person: person);

        var standings = (await As(Role.Educator).Get($"beneficiaries/{id}").Expect(200))["longTermUnemployment"]!.AsArray();

        Assert.That(standings.Select(one => (one!["scheme"]!.ToString(), one["longTerm"]!.GetValue<bool>())), Is.EqualTo(new[] { ("gol", true), ("fsePlus", false) }));
        Assert.That(standings[1]!["toVerify"]!.GetValue<bool>(), Is.True);
        Assert.That(standings[1]!["fromOn"]!.ToString(), Is.EqualTo("2027-04-01"));
    }

    [Test]
    public async Task UnemploymentTerms_WhenTheAdministratorDeclaresOne_ItCountsFromItsDayAndTheOthersStay()
    {
        var person = Given.Person(birthDate: new(1980, 3, 1));
        person["unemployedSince"] = "2026-04-01";
        var id = await Given.Beneficiary(person: person);
        async Task<string[]> States() => [.. (await As(Role.Administrator).Get("unemployment-terms").Expect(200)).Json.AsArray().Where(one => one!["scheme"]!.ToString() == "gol").Select(one => $"{one!["months"]} {one["state"]}")];
        object Term(string validFrom, int months, string source = "Decreto di prova") => new { scheme = "gol", validFrom, months, source, toVerify = true };

        var empty = await As(Role.Administrator).Post("unemployment-terms", new { youngUnder = 25 }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "scheme", "validFrom", "months", "youngMonths", "source" }));
        await As(Role.Administrator).Post("unemployment-terms", Term("2099-01-01", 3)).Expect(422);
        await As(Role.Coordinator).Post("unemployment-terms", Term("2026-11-01", 9)).Expect(403);
        await As(Role.Trainer).Get("unemployment-terms").Expect(403);
        await As(Role.Administrator).Post("unemployment-terms", Term("2026-11-01", 9)).Expect(201);
        await As(Role.Administrator).Post("unemployment-terms", Term("2027-01-01", 3)).Expect(201);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await As(Role.Administrator).Post("unemployment-terms", Term("2026-11-01", 10, "Rettifica")).Expect(201);

        Assert.That(await States(), Is.EqualTo(new[] { "3 future", "10 inForce", "9 replaced", "6 past" }));
        var gol = (await As(Role.Educator).Get($"beneficiaries/{id}").Expect(200))["longTermUnemployment"]!.AsArray()[0]!;
        Assert.That((gol["longTerm"]!.GetValue<bool>(), gol["months"]!.GetValue<int>(), gol["source"]!.ToString()), Is.EqualTo((false, 10, "Rettifica")));
        Clock.Advance(TimeSpan.FromDays(60));
        Assert.That(await States(), Is.EqualTo(new[] { "3 inForce", "10 past", "9 replaced", "6 past" }));
    }

    [Test]
    public async Task Curriculum_WhenWritten_IsReadWithExperiencesLatestFirst()
    {
        var person = await Given.Beneficiary();
        await As(Role.Educator).Put(
            $"beneficiaries/{person}/curriculum",
            new { languages = new[] { new { code = "fr", level = "b1" }, new { code = "wo", level = "motherTongue" } }, licences = new[] { "forklift", "b" } }, 0).Expect(204);
        await As(Role.Educator).Post($"beneficiaries/{person}/work-experiences", new { employer = "Officina Riservata", duties = "Saldatura", contract = "fixedTerm", fromOn = "2019-01-01", toOn = "2020-02-01" }).Expect(201);
        var second = await As(Role.Educator).Post($"beneficiaries/{person}/work-experiences", new { employer = "Trattoria", duties = "Cucina", sector = "catering", fromOn = "2024-01-01" }).Expect(201);

        await As(Role.Educator).Put($"beneficiaries/{person}/work-experiences/{second.Id}", new { employer = "Trattoria del Porto", duties = "Cucina", fromOn = "2024-01-01", toOn = "2025-01-01" }, 1).Expect(204);
        await As(Role.Educator).Put($"beneficiaries/{person}/work-experiences/{second.Id}", new { employer = "Altro", duties = "Cucina", fromOn = "2024-01-01" }, 1).Expect(412);

        var mistyped = await As(Role.Educator).Post($"beneficiaries/{person}/work-experiences", new { employer = "Altro", duties = "Cucina", fromOn = "0026-01-01" }).Expect(422, "validation.failed");
        Assert.That(mistyped.CodesOf("fromOn"), Is.Not.Empty);

        var curriculum = await As(Role.Educator).Get($"beneficiaries/{person}/curriculum").Expect(200);
        Assert.That(curriculum["languages"]!.AsArray().Select(one => one!["code"]!.ToString()), Is.EqualTo(new[] { "wo", "fr" }));
        Assert.That(curriculum["licences"]!.AsArray().Select(one => one!.ToString()), Is.EqualTo(new[] { "b", "forklift" }));
        Assert.That(curriculum["experiences"]!.AsArray().Select(one => one!["employer"]!.ToString()), Is.EqualTo(new[] { "Trattoria del Porto", "Officina Riservata" }));
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_work_experience where details_cipher like '%fficina%'"), Is.Zero);
        await As(Role.Educator).Delete($"beneficiaries/{person}/work-experiences/{second.Id}").Expect(204);
        await As(Role.Educator).Delete($"beneficiaries/{person}/work-experiences/{second.Id}").Expect(404, "work-experience.not-found");
    }

    [Test]
    public async Task Curriculum_WhenWrong_NamesTheFields()
    {
        var person = await Given.Beneficiary();

        var twice = await As(Role.Educator).Put(
            $"beneficiaries/{person}/curriculum", new { languages = new[] { new { code = "fr", level = "b1" }, new { code = "FR", level = "c1" } } }, 0).Expect(422);
        var unknown = await As(Role.Educator).Put($"beneficiaries/{person}/curriculum", new { languages = new[] { new { code = "klingon", level = "b1" } }, licences = new[] { "astronave" } }, 0).Expect(422);
        var experience = await As(Role.Educator).Post($"beneficiaries/{person}/work-experiences", new { duties = "Cucina", fromOn = "2024-01-01", toOn = "2023-01-01" }).Expect(422);

        Assert.That(twice.CodesOf("languages"), Is.EqualTo(new[] { "curriculum.language-twice" }));
        Assert.That(unknown["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "languages[0].code", "licences[0]" }));
        Assert.That(experience["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "employer", "toOn" }));
    }
}
