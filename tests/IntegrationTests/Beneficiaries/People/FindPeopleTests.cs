using System.Text;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.People;

[TestFixtureSource(typeof(Engines))]
internal sealed class FindPeopleTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Search_WhenPagedByName_EachPersonComesOnceAndCursorsNameNobody()
    {
        foreach (var surname in new[] { "Albachiara", "Brunelleschi", "Chiaraluce", "Donatello", "Estense" })
        {
            await Given.Beneficiary(person: Given.Person(surname));
        }

        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = await As(Role.Educator).Post("beneficiaries/search", new { limit = 2, cursor, onlyMine = true, total = cursor is null }).Expect(200);
            names.AddRange(page.Items.Select(person => person!["displayName"]!.ToString().Split(' ')[0]));
            cursor = page["nextCursor"]?.ToString();
            if (cursor is not null)
            {
                Assert.That(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)), Does.Not.Contain("brun").IgnoreCase.And.Not.Contain("donat").IgnoreCase);
            }
        }
        while (cursor is not null);

        Assert.That(names, Is.EqualTo(new[] { "Albachiara", "Brunelleschi", "Chiaraluce", "Donatello", "Estense" }));
    }

    [Test]
    public async Task Search_WhenWordsBeginNamesInAnyOrderOrAccent_FindsThePerson()
    {
        var id = await Given.Beneficiary(person: Given.Person("D'Àngelo Forte", "Niccolò"));
        await Given.Beneficiary(person: Given.Person("Angelini", "Teresa"));

        var found = await As(Role.Educator).Post("beneficiaries/search", new { text = "nicco ANG" }).Expect(200);
        var nobody = await As(Role.Educator).Post("beneficiaries/search", new { text = "gelo" }).Expect(200);

        Assert.That(found.Ids, Is.EqualTo(new[] { id }));
        Assert.That(nobody.Items, Is.Empty);
    }

    [Test]
    public async Task Search_WhenACoordinatorTypesABeginning_SurnamesComeBeforeOtherNamesAndNobodyTwice()
    {
        foreach (var (surname, name) in new[] { ("Bianchini", "Rosaria"), ("Rosselli", "Rosalba"), ("Rosato", "Ada"), ("Zanon", "Rosetta"), ("De Rossis", "Ugo"), ("Verdini", "Ada") })
        {
            await Given.Case(person: Given.Person(surname, name));
        }

        await Given.Case(bodyKind: "addictionService", person: Given.Person("Rosini", "Nascosta"));
        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = await As(Role.Coordinator).Post("beneficiaries/search", new { text = "ros", limit = 2, cursor, onlyMine = false, total = true }).Expect(200);
            Assert.That(page["total"]!.GetValue<int>(), Is.EqualTo(5));
            names.AddRange(page.Items.Select(person => person!["displayName"]!.ToString()));
            cursor = page["nextCursor"]?.ToString();
        }
        while (cursor is not null);

        Assert.That(names, Is.EqualTo(new[] { "Rosato Ada", "Rosselli Rosalba", "Bianchini Rosaria", "De Rossis Ugo", "Zanon Rosetta" }));
        Assert.That((await As(Role.Coordinator).Post("beneficiaries/search", new { text = "ada ros", onlyMine = false }).Expect(200)).Items, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Search_WhenCursorIsMadeUp_IsRefused()
    {
        await As(Role.Educator).Post("beneficiaries/search", new { cursor = "WyJmaW50byJd" }).Expect(422, "paging.cursor");
        await As(Role.Educator).Get("cases?cursor=WyJhIiwiYiJd").Expect(422, "paging.cursor");
    }

    [TestCase(Role.Educator)]
    [TestCase(Role.Coordinator)]
    public async Task DuplicateCheck_WhenThePersonIsNotSeenInFull_AnswersTheSameWhetherTheCaseIsRestrictedOrNot(Role role)
    {
        var other = await AnotherPerson(Role.Educator);
        var (ordinary, _) = await Given.Case(other, person: Given.Person("Doppioni", "Lucia", birthDate: new(1988, 8, 8)));
        var (restricted, _) = await Given.Case(other, "penalExecution", Given.Person("Doppioni", "Marta", birthDate: new(1988, 8, 8)));
        var unfollowed = await Given.Beneficiary(other, Given.Person("Doppioni", "Nina", birthDate: new(1988, 8, 8)));

        var answers = new List<string>();
        foreach (var (id, name) in new[] { (ordinary, "lucia"), (restricted, "marta"), (unfollowed, "nina") })
        {
            var warned = await As(role).Post("beneficiaries/duplicate-check", new { surname = "DOPPIONI", name, birthDate = "1988-08-08" }).Expect(200);
            var match = warned["matches"]!.AsArray().Single()!;
            Assert.That((match["same"]!.ToString(), match["canOpen"]!.GetValue<bool>(), match["followedBy"]), Is.EqualTo(("nameAndBirth", false, (object?)null)));
            Assert.That(match["beneficiaryId"]?.GetValue<Guid>(), Is.EqualTo(role == Role.Coordinator ? id : (Guid?)null));
            answers.Add(match.ToJsonString().Replace(id.ToString(), "", StringComparison.Ordinal));
        }

        Assert.That(answers.Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers[0].Contains("chiedere al coordinatore", StringComparison.Ordinal), Is.EqualTo(role != Role.Coordinator));
    }

    [Test]
    public async Task Search_WhenAWholeTaxCodeIsTyped_FindsWhoeverMayBeSeenAndNobodyElse()
    {
        var person = Given.Person("Rossi", "Mario", "male", new(1985, 12, 10));
        person["birthplace"] = "A562";
        person["identifiers"] = new { taxCode = "RSSMRA85T10A562S" };
        var (id, caseId) = await Given.Case(bodyKind: "addictionService", person: person);
        await Given.Case(person: Given.Person("Rsmorelli", "Ada"));
        var stranger = await AnotherPerson(Role.Educator);

        foreach (var text in new[] { "RSSMRA85T10A562S", " rssmra85t10a562s", "RSSMRA85T10A56NH" })
        {
            Assert.That((await As(Role.Educator).Post("beneficiaries/search", new { text, total = true }).Expect(200)).Ids, Is.EqualTo(new[] { id }), text);
            Assert.That((await As(Role.Educator).Post("caseload/search", new { text }).Expect(200)).Ids, Is.EqualTo(new[] { caseId }), text);
            Assert.That((await stranger.Post("beneficiaries/search", new { text }).Expect(200)).Items, Is.Empty);
            Assert.That((await As(Role.Coordinator).Post("beneficiaries/search", new { text }).Expect(200)).Items, Is.Empty);
            Assert.That((await As(Role.Coordinator).Post("caseload/search", new { text }).Expect(200)).Items, Is.Empty);
        }

        var everywhere = await As(Role.Educator).Post("search", new { text = "RSSMRA85T10A562S" }).Expect(200);
        Assert.That(everywhere.Text, Does.Contain($"/beneficiaries/{id}").And.Not.Contain("RSSMRA85").IgnoreCase);
        Assert.That((await As(Role.Educator).Post("beneficiaries/search", new { text = "MRTMTT91D08F205J" }).Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task Search_WhenAWholeHealthCodeIsTyped_FindsThePerson()
    {
        var person = Given.Person("Adeyemi", "Kofi", "male");
        person["identifiers"] = new { healthCode = "STP1234567890123" };
        var id = await Given.Beneficiary(person: person);

        Assert.That((await As(Role.Educator).Post("beneficiaries/search", new { text = "stp 1234567890123" }).Expect(200)).Ids, Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task DuplicateCheck_WhenPersonIsRestricted_TellsNothingRecognisableAndIsLogged()
    {
        var person = Given.Person("Riservato", "Ugo", "male", new(1979, 7, 7));
        var other = await AnotherPerson(Role.Educator);
        var (id, _) = await Given.Case(other, "addictionService", person);

        var asEducator = await As(Role.Educator).Post("beneficiaries/duplicate-check", new { surname = "Riservato", name = "Ugo", birthDate = "1979-07-07" }).Expect(200);
        var asCoordinator = await As(Role.Coordinator).Post("beneficiaries/duplicate-check", new { surname = "Riservato", name = "Ugo", birthDate = "1979-07-07" }).Expect(200);

        var match = asEducator["matches"]!.AsArray().Single()!;
        Assert.That(match["followedBy"], Is.Null);
        Assert.That(match["beneficiaryId"], Is.Null);
        Assert.That(match["message"]!.ToString(), Is.EqualTo("Una persona con questi dati è già nota al servizio: chiedere al coordinatore prima di registrarla di nuovo."));
        Assert.That(asCoordinator["matches"]![0]!["beneficiaryId"]!.GetValue<Guid>(), Is.EqualTo(id), "whom the coordinator may break the glass for");
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record_id = @Id and purpose = 'duplicate-check'", new { Id = id }), Is.EqualTo(2));
    }

    [Test]
    public async Task DuplicateCheck_WhenCodeDiffersByOmocodiaOnly_Warns()
    {
        var person = Given.Person("Rossi", "Mario", "male", new(1985, 12, 10));
        person["birthplace"] = "A562";
        person["identifiers"] = new { taxCode = "RSSMRA85T10A562S" };
        await Given.Beneficiary(person: person);

        var warned = await As(Role.Educator).Post("beneficiaries/duplicate-check", new { taxCode = "RSSMRA85T10A56NH" }).Expect(200);
        var nobody = await As(Role.Educator).Post("beneficiaries/duplicate-check", new { taxCode = "MRTMTT91D08F205J" }).Expect(200);

        Assert.That(warned["matches"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(nobody["matches"]!.AsArray(), Is.Empty);
    }
}
