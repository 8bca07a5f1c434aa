namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>The board and what is done to many at once.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class InternshipListsTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task Board_WhenInternshipsStandAtSeveralSteps_ShowsEachWithWhatBlocksIt()
    {
        var (forCase, company) = (await Given.CaseOf(surname: "Lavagni"), await Given.Host(name: "Bottega della Lavagna"));
        await Given.Proposal(forCase, company);
        var running = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = new(2027, 6, 10, 8, 0, 0, TimeSpan.Zero);

        var board = await As(Role.Educator).Get("internships/board").Expect(200);

        var columns = board["columns"]!.AsArray().ToDictionary(column => column!["stage"]!.ToString(), column => column!);
        Assert.That(columns.Keys, Is.EqualTo(new[] { "draft", "toSign", "ready", "active", "suspended" }));
        var draft = columns["draft"]["cards"]!.AsArray().Single()!;
        Assert.That((draft["personName"]!.ToString(), draft["companyName"]!.ToString()), Is.EqualTo(("Lavagni Gioiosa", "Bottega della Lavagna")));
        Assert.That(draft["blocks"]!.AsArray().Select(code => code!.ToString()), Is.EqualTo(new[] { "convention", "project", "communication", "inail", "liability", "hostDeclaration" }));
        var active = columns["active"]["cards"]!.AsArray().Single()!;
        Assert.That(active["id"]!.GetValue<Guid>(), Is.EqualTo(running));
        Assert.That(active["blocks"]!.AsArray().Select(code => code!.ToString()), Is.EqualTo(new[] { "register", "pastEnd" }));
        Assert.That(board["blocks"]!.AsArray(), Has.Count.EqualTo(8));
        Assert.That((await (await AnotherPerson(Role.Educator)).Get("internships/board").Expect(200))["columns"]!.AsArray().Sum(column => column!["count"]!.GetValue<int>()), Is.Zero, "need to know");
    }

    [Test]
    public async Task Board_WhenAskedForOneBlock_FindsItBeyondTheFirstCardsOfTheColumn()
    {
        const int shown = 40;
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        for (var number = 0; number < shown; number++)
        {
            await Given.Proposal(forCase, company);
        }

        var later = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        Clock.Now = new(2027, 6, 10, 8, 0, 0, TimeSpan.Zero);

        var board = await As(Role.Educator).Get("internships/board?block=convention").Expect(200);
        Assert.That(board["columns"]!.AsArray().Select(column => (column!["count"]!.GetValue<int>(), column["cards"]!.AsArray().Count)), Is.EqualTo(new[] { (shown, shown), (0, 0), (0, 0), (0, 0), (0, 0) }));
        board = await As(Role.Educator).Get("internships/board?block=pastEnd").Expect(200);
        Assert.That(board["columns"]!.AsArray().Single(column => column!["count"]!.GetValue<int>() > 0)!["cards"]![0]!["id"]!.GetValue<Guid>(), Is.EqualTo(later));
        Assert.That(board["blocks"]!.AsArray().Select(block => block!["code"]!.ToString()), Does.Contain("convention").And.Contain("pastEnd"), "what else blocks is still offered");
        await As(Role.Educator).Get("internships/board?block=weather").Expect(422, "request.field-form");
    }

    [Test]
    public async Task Extend_WhenSomeCannot_ExtendsTheOthersAndSaysWhy()
    {
        var running = await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        var proposal = await Given.Proposal(await Given.CaseOf(), await Given.Host());
        var unknown = Guid.NewGuid();
        Clock.Now = new(2027, 2, 1, 8, 0, 0, TimeSpan.Zero);

        var result = await As(Role.Educator).Post("internships/bulk-extensions", new { ids = new[] { running, proposal, unknown }, endsOn = "2027-08-28", reason = "Servono altri mesi" }).Expect(200);

        Assert.That(result["done"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(result["refused"]!.AsArray().Select(one => (one!["id"]!.GetValue<Guid>(), one["code"]!.ToString())), Is.EqualTo(new[] { (proposal, "internship.wrong-state"), (unknown, "internship.not-found") }));
        Assert.That((await As(Role.Educator).Get($"internships/{running}").Expect(200))["endsOn"]!.ToString(), Is.EqualTo("2027-08-28"));
        var tooLong = await As(Role.Educator).Post("internships/bulk-extensions", new { ids = new[] { running }, endsOn = "2028-08-28", reason = "Servono altri mesi" }).Expect(200);
        Assert.That(tooLong["refused"]![0]!["reason"]!.ToString(), Does.Contain("12"), "the rule's own words");
        await As(Role.Educator).Post("internships/bulk-extensions", new { ids = Array.Empty<Guid>(), endsOn = "2027-08-28", reason = "x" }).Expect(422, "internships.none-chosen");
        await As(Role.Educator).Post("internships/bulk-extensions", new { ids = Enumerable.Range(0, 201).Select(_ => Guid.NewGuid()), endsOn = "2027-08-28", reason = "x" }).Expect(422, "internships.too-many-chosen");
    }

    [Test]
    public async Task Remind_WhenALinkWaits_GoesAgainAndWhoHasNoneIsTold()
    {
        var waiting = await Given.ProposalToSign(await Given.CaseOf(), await Given.Host());
        var draft = await Given.Proposal(await Given.CaseOf(), await Given.Host());
        var version = (await As(Role.Educator).Get($"internships/{waiting}").Expect(200)).Version;
        await As(Role.Educator).Post($"internships/{waiting}/signing", new { }, ("If-Match", $"\"{version}\"")).Expect(204);
        await As(Role.Educator).Post($"internships/{waiting}/signature-requests", new { signer = "host", email = "tutor@posta.example" }).Expect(200);

        var early = await As(Role.Educator).Post("internships/bulk-reminders", new { ids = new[] { waiting } }).Expect(200);
        Clock.Advance(TimeSpan.FromHours(1));
        var result = await As(Role.Educator).Post("internships/bulk-reminders", new { ids = new[] { waiting, draft } }).Expect(200);

        Assert.That(early["refused"]![0]!["code"]!.ToString(), Is.EqualTo("signature.just-sent"));
        Assert.That((result["done"]!.GetValue<int>(), result["refused"]!.AsArray().Count), Is.EqualTo((1, 1)));
        Assert.That(await Scalar<int>("select sent from internships_signature_request"), Is.EqualTo(2));
    }

    [Test]
    public async Task Export_WhenChosen_HoldsOnlyWhatOneMaySeeAndIsLogged()
    {
        var mine = await Given.Proposal(await Given.CaseOf(surname: "Esportati"), await Given.Host());

        var file = await As(Role.Educator).Post("internships/export", new { ids = new[] { mine, Guid.NewGuid() }, format = "csv" }).Expect(200);

        Assert.That(file.Text, Does.Contain("Esportati"));
        Assert.That(file.Text.Trim().Split('\n'), Has.Length.EqualTo(2));
        var other = await (await AnotherPerson(Role.Educator)).Post("internships/export", new { ids = new[] { mine }, format = "csv" }).Expect(200);
        Assert.That(other.Text, Does.Not.Contain("Esportati"));
        await As(Role.Educator).Post("internships/export", new { ids = Array.Empty<Guid>() }).Expect(422);
    }
}
