namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Companies;

[TestFixtureSource(typeof(Engines))]
internal sealed class CompanyTests(Engine engine) : SliceTests(engine)
{
    private static object Whole => new
    {
        name = "Trattoria da Ciccì s.r.l.",
        vatNumber = "IT 12345678903",
        kind = "company",
        sector = "catering",
        atecoSection = "i",
        address = "Via del Porto 12",
        cap = "63066",
        municipality = Given.Place.Grottammare,
        permanentStaff = 7,
        phone = "0735 123456",
        email = "Info@Esempio.test",
        contactPerson = new { name = "Carla Verdi", role = "titolare", phone = "333 1234567", doNotCall = false },
        notes = "Cerca un aiuto cuoco in estate",
    };

    [Test]
    public async Task CreateCompany_WhenWhole_IsReadBackAsWrittenAndTidied()
    {
        var created = await As(Role.CompanyOperator).Post("companies", Whole).Expect(201);
        var company = await As(Role.Educator).Get($"companies/{created.Id}").Expect(200);

        Assert.Multiple(() =>
        {
            Assert.That(company.Headers.ETag!.Tag, Is.EqualTo("\"1\""));
            Assert.That(company["vatNumber"]!.ToString(), Is.EqualTo("12345678903"));
            Assert.That(company["email"]!.ToString(), Is.EqualTo("info@esempio.test"));
            Assert.That(company["municipalityName"]!.ToString(), Is.EqualTo("Grottammare"));
            Assert.That(company["region"]!.ToString(), Is.EqualTo("Marche"));
            Assert.That(company["contactPerson"]!["name"]!.ToString(), Is.EqualTo("Carla Verdi"));
            Assert.That(company["atecoSection"]!.ToString(), Is.EqualTo("I"));
            Assert.That(company["availabilityIsKnown"]!.GetValue<bool>(), Is.False);
        });
    }

    [Test]
    public async Task CreateCompany_WhenItsNameHasLineBreaks_KeepsItOnOneLine()
    {
        var created = await As(Role.CompanyOperator).Post("companies", new { name = "Trattoria\r\nda Gina ", tradeName = "Gina\u2028Mare", sector = "catering", notes = "due\nrighe" }).Expect(201);
        var company = await As(Role.Educator).Get($"companies/{created.Id}").Expect(200);

        Assert.That($"{company["name"]}|{company["tradeName"]}|{company["notes"]}", Is.EqualTo("Trattoria da Gina|Gina Mare|due\nrighe"));
    }

    [Test]
    public async Task CreateCompany_WhenVatNumberIsTaken_IsAConflict()
    {
        await As(Role.CompanyOperator).Post("companies", Whole).Expect(201);

        await As(Role.Coordinator).Post("companies", new { name = "Altra", sector = "trade", vatNumber = "12345678903" }).Expect(409, "company.vat-number-taken");

        Assert.That(await Scalar<int>("select count(*) from company_network_company"), Is.EqualTo(1));
    }

    [Test]
    public async Task CreateCompany_WhenFieldsAreWrong_NamesEachAndSavesNothing()
    {
        var reply = await As(Role.CompanyOperator).Post("companies", new
        {
            name = " ", sector = "magic", vatNumber = "12345678901", cap = "123", municipality = "999999", phone = "chiamare dopo", email = "nessuna", permanentStaff = -1,
            contactPerson = new { email = "x@y" },
        }).Expect(422, "validation.failed");

        Assert.Multiple(() =>
        {
            Assert.That(reply.CodesOf("name"), Is.Not.Empty);
            Assert.That(reply.CodesOf("sector"), Is.EqualTo(new[] { "sector.unknown" }));
            Assert.That(reply.CodesOf("vatNumber"), Is.EqualTo(new[] { "vat-number.check-digit" }));
            Assert.That(reply.CodesOf("municipality"), Is.EqualTo(new[] { "municipality.unknown" }));
            Assert.That(reply.CodesOf("cap"), Is.EqualTo(new[] { "cap.form" }));
            Assert.That(reply.CodesOf("phone"), Is.EqualTo(new[] { "phone-number.form" }));
            Assert.That(reply.CodesOf("email"), Is.EqualTo(new[] { "email.form" }));
            Assert.That(reply.CodesOf("permanentStaff"), Is.Not.Empty);
            Assert.That(reply.CodesOf("contactPerson.email"), Is.EqualTo(new[] { "email.form" }));
        });
        Assert.That(await Scalar<int>("select count(*) from company_network_company"), Is.Zero);
    }

    [Test]
    public async Task CreateCompany_WhenSentTwiceWithTheSameKey_IsMadeOnce()
    {
        var first = await As(Role.CompanyOperator).Post("companies", Whole, ("Idempotency-Key", "once")).Expect(201);
        var again = await As(Role.CompanyOperator).Post("companies", Whole, ("Idempotency-Key", "once")).Expect(201);

        Assert.That(again.Id, Is.EqualTo(first.Id));
        Assert.That(await Scalar<int>("select count(*) from company_network_company"), Is.EqualTo(1));
    }

    [TestCase(Role.Educator)]
    [TestCase(Role.Trainer)]
    [TestCase(Role.BulletinEditor)]
    public async Task CreateCompany_WhenRoleOnlyReads_IsRefused(Role role)
    {
        await As(role).Post("companies", Whole).Expect(403);
        await As(role).Get("companies").Expect(200);
    }

    [TestCase(Role.Auditor)]
    [TestCase(Role.Administrator)]
    public async Task ListCompanies_WhenRoleHasNothingToDoWithThem_IsRefused(Role role) => await As(role).Get("companies").Expect(403);

    [Test]
    public async Task UpdateCompany_WhenSomebodyChangedItMeanwhile_IsRefusedAndNothingChanges()
    {
        var id = await Given.Company("Bar Centrale");
        await As(Role.CompanyOperator).Put($"companies/{id}", new { name = "Bar Nuovo", sector = "catering" }, 1).Expect(200);

        await As(Role.Coordinator).Put($"companies/{id}", new { name = "Bar Vecchio", sector = "catering" }, 1).Expect(412);
        await As(Role.Coordinator).Put($"companies/{id}", new { name = "Bar Vecchio", sector = "catering" }).Expect(428);

        var company = await As(Role.Educator).Get($"companies/{id}").Expect(200);
        Assert.That((company["name"]!.ToString(), company.Version), Is.EqualTo(("Bar Nuovo", 2)));
    }

    [Test]
    public async Task UpdateCompany_WhenNameChanges_IsFoundByTheNewWordsOnly()
    {
        var id = await Given.Company("Bar Centrale");
        await As(Role.CompanyOperator).Put($"companies/{id}", new { name = "Gelateria Onda", sector = "catering" }, 1).Expect(200);

        Assert.That((await As(Role.Educator).Get("companies?q=onda").Expect(200)).Ids, Is.EqualTo(new[] { id }));
        Assert.That((await As(Role.Educator).Get("companies?q=centrale").Expect(200)).Ids, Is.Empty);
    }

    [Test]
    public async Task Company_WhenUnknown_IsNotFound()
    {
        await As(Role.Educator).Get($"companies/{Guid.NewGuid()}").Expect(404, "company.not-found");
        await As(Role.CompanyOperator).Put($"companies/{Guid.NewGuid()}", new { name = "X", sector = "trade" }, 1).Expect(404);
        await As(Role.CompanyOperator).Post($"companies/{Guid.NewGuid()}/archiving", new { reason = "chiusa" }).Expect(404);
    }

    [Test]
    public async Task ArchiveCompany_WhenRestored_IsListedAgain()
    {
        var id = await Given.Company();
        await As(Role.CompanyOperator).Post($"companies/{id}/archiving", new { reason = "" }).Expect(422, "validation.failed");
        await As(Role.CompanyOperator).Post($"companies/{id}/archiving", new { reason = "Attività cessata" }).Expect(204);
        await As(Role.CompanyOperator).Post($"companies/{id}/archiving", new { reason = "Ancora" }).Expect(422, "company.archived");

        Assert.That((await As(Role.Educator).Get("companies").Expect(200)).Ids, Is.Empty);
        Assert.That((await As(Role.Educator).Get("companies?archived=true").Expect(200)).Ids, Is.EqualTo(new[] { id }));
        await As(Role.CompanyOperator).Put($"companies/{id}", new { name = "X", sector = "trade" }, 2).Expect(422, "company.archived");
        await As(Role.CompanyOperator).Post($"companies/{id}/contacts", new { channel = "call", outcome = "reached" }).Expect(422, "company.archived");

        await As(Role.CompanyOperator).Post($"companies/{id}/restoration", new { reason = "Ha riaperto" }).Expect(204);
        await As(Role.CompanyOperator).Post($"companies/{id}/restoration", new { reason = "Ha riaperto" }).Expect(422, "company.not-archived");
        Assert.That((await As(Role.Educator).Get("companies").Expect(200)).Ids, Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task FindDuplicates_WhenNumberNameOrPhoneIsTheSame_SaysWhy()
    {
        var id = await As(Role.CompanyOperator).Post("companies", Whole).Expect(201);

        var byNumber = await As(Role.CompanyOperator).Post("companies/duplicate-check", new { vatNumber = "12345678903" }).Expect(200);
        var byName = await As(Role.CompanyOperator).Post("companies/duplicate-check", new { name = "TRATTORIA DA CICCI' SRL", municipality = Given.Place.Grottammare }).Expect(200);
        var byPhone = await As(Role.CompanyOperator).Post("companies/duplicate-check", new { phone = "+39 0735/123456" }).Expect(200);
        var none = await As(Role.CompanyOperator).Post("companies/duplicate-check", new { name = "Altro", phone = "0735 999999" }).Expect(200);

        Assert.Multiple(() =>
        {
            Assert.That(byNumber.Ids, Is.EqualTo(new[] { id.Id }));
            Assert.That(byNumber.Items[0]!["reasons"]!.AsArray().Select(reason => reason!.ToString()), Is.EqualTo(new[] { "vatNumber" }));
            Assert.That(byPhone.Items[0]!["reasons"]!.AsArray().Select(reason => reason!.ToString()), Is.EqualTo(new[] { "phone" }));
            Assert.That(none.Ids, Is.Empty);
        });
        Assert.That(byName.Ids, Is.Empty, "s.r.l. and srl are different texts: only the same normalised name counts");
    }

    [TestCase("no detenuti", "availability.speaks-of-penal-facts")]
    [TestCase("no misure penali", "availability.speaks-of-penal-facts")]
    [TestCase("no tossicodipendenti", "availability.speaks-of-health")]
    public async Task TagsAndNotes_WhenTheyKeepPeopleOut_AreRefusedWithTheWayOut(string text, string code)
    {
        var company = await Given.Company();
        var tags = await As(Role.CompanyOperator).Put($"companies/{company}/tags", new { tags = new[] { "muletto", text } }, 1).Expect(422);
        var many = await As(Role.CompanyOperator).Post("companies/tags", new { ids = new[] { company }, add = new[] { text } }).Expect(422);
        var notes = await As(Role.CompanyOperator).Post("companies", new { name = "Nuova", sector = "catering", notes = text }).Expect(422);

        Assert.That((tags.CodesOf("tags")[0], many.CodesOf("add")[0], notes.CodesOf("notes")[0]), Is.EqualTo((code, code, code)));
        Assert.That(tags.Text, Does.Contain("mansione"));
    }

    [TestCase("javascript:alert(1)", false)]
    [TestCase("ftp://azienda.example", false)]
    [TestCase("mailto:a@azienda.example", false)]
    [TestCase("www.azienda.example", true)]
    [TestCase("https://azienda.example/chi-siamo", true)]
    public async Task Website_WhenNotOfTheWeb_IsRefused(string website, bool fits)
    {
        var reply = await As(Role.CompanyOperator).Post("companies", new { name = "Nuova", sector = "catering", website }).Expect(fits ? 201 : 422);

        if (!fits)
        {
            Assert.That(reply.CodesOf("website"), Is.EqualTo(new[] { "website.form" }));
        }
    }

    [TestCase("56-11", null, "ateco-code.form")]
    [TestCase("34.10", null, "ateco-code.division")]
    [TestCase("56.11", "C", "ateco-code.section")]
    public async Task CreateCompany_WhenAtecoCodeCannotBe_SaysWhyAtItsField(string code, string? section, string problem)
    {
        var reply = await As(Role.CompanyOperator).Post("companies", new { name = "Bar", sector = "catering", atecoCode = code, atecoSection = section }).Expect(422, "validation.failed");

        Assert.That(reply.CodesOf("atecoCode"), Is.EqualTo(new[] { problem }));
    }

    [Test]
    public async Task CreateCompany_WhenAValueIsNotRecognised_NamesTheFieldAsOnTheScreen()
    {
        var reply = await As(Role.CompanyOperator).Post("companies", new { name = "Bar", sector = "catering", kind = "planet" }).Expect(422, "request.field-form");

        Assert.That(reply["detail"]!.ToString(), Is.EqualTo("«Tipo» ha un valore che non si riconosce."));
        Assert.That(reply.CodesOf("kind"), Is.EqualTo(new[] { "request.field-form" }));
    }
}
