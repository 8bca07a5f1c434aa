namespace InclusionPlatform.IntegrationTests.Beneficiaries.Programmes;

[TestFixtureSource(typeof(Engines))]
internal sealed class ProgrammeTests(Engine engine) : SliceTests(engine)
{
    private async Task<object> Written(string name = "Passi avanti 2026", string? endsOn = "2027-12-31", long cents = 24_000_00, Guid? body = null) => new
    {
        name,
        kind = "fsePlus",
        reference = "CUP B31J26000100006",
        leadBodyId = body ?? await Given.ReferringBody("municipality"),
        partnerBodyIds = new[] { await Given.ReferringBody(), await Given.ReferringBody("penalExecution") },
        startsOn = "2026-01-01",
        endsOn,
        lines = new object[] { new { kind = "allowances", title = "Indennità", cents }, new { kind = "staff", title = "Tutor", cents = 10_000_00 } },
        categories = new[] { "l381-invalidity" },
        targets = new[] { new { title = "Tirocini avviati", goal = 12 } },
        notes = "Rendiconto ogni sei mesi",
    };

    [Test]
    public async Task Create_WhenWhole_IsReadBackAndListed()
    {
        var created = await As(Role.Coordinator).Post("programmes", await Written()).Expect(201);

        var read = await As(Role.Educator).Get($"programmes/{created.Id}").Expect(200);
        Assert.That(read.Headers.ETag!.Tag, Is.EqualTo("\"1\""));
        Assert.That(read["state"]!.ToString(), Is.EqualTo("running"));
        Assert.That(read["leadBody"]!["name"]!.ToString(), Does.StartWith("Ente di prova"));
        Assert.That(read["partnerBodies"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(read["budgetCents"]!.GetValue<long>(), Is.EqualTo(34_000_00));
        Assert.That(read["lines"]![0]!["kind"]!.ToString(), Is.EqualTo("allowances"));
        Assert.That(read["categories"]![0]!.ToString(), Is.EqualTo("l381-invalidity"));
        Assert.That(read["targets"]![0]!["goal"]!.GetValue<int>(), Is.EqualTo(12));
        var listed = await As(Role.Administrator).Get("programmes?q=PASSI&kind=fsePlus&state=running&total=true").Expect(200);
        Assert.That(listed.Ids, Is.EqualTo(new[] { created.Id }));
        Assert.That(listed.Items[0]!["allowanceCents"]!.GetValue<long>(), Is.EqualTo(24_000_00));
        Assert.That(listed["total"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That((await As(Role.Educator).Get("programmes?state=over").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task List_WhenOnlyOnesThatPayAreAsked_FindsThemBehindManyThatDoNot()
    {
        var body = await Given.ReferringBody("municipality");
        foreach (var name in new[] { "Anzitutto", "Avanti" })
        {
            await As(Role.Coordinator).Post("programmes", new { name, kind = "fsePlus", leadBodyId = body, startsOn = "2026-01-01", endsOn = "2027-12-31", lines = new[] { new { kind = "staff", title = "Tutor", cents = 10_000_00 } } }).Expect(201);
        }

        var pays = await As(Role.Coordinator).Post("programmes", await Written("Zattera")).Expect(201);
        var listed = await As(Role.Coordinator).Get("programmes?paying=true&limit=1&total=true").Expect(200);
        Assert.That(listed.Ids, Is.EqualTo(new[] { pays.Id }));
        Assert.That(listed["total"]!.GetValue<int>(), Is.EqualTo(1));
    }

    [Test]
    public async Task Create_WhenWrong_NamesEachFieldAndKeepsNothing()
    {
        var body = await Given.ReferringBody();
        var refused = await As(Role.Coordinator).Post("programmes", new
        {
            name = " ", kind = "lottery", leadBodyId = body, startsOn = "2026-01-01", endsOn = "2025-12-31",
        }).Expect(422);
        Assert.That(refused.Code, Is.Not.Null);

        refused = await As(Role.Coordinator).Post("programmes", new
        {
            name = " ", kind = "gol", leadBodyId = body, startsOn = "2026-01-01", endsOn = "2025-12-31", lastPaymentOn = "2025-01-01",
            lines = new object[] { new { kind = "allowances", title = "", cents = -1 } }, categories = new[] { "rich" }, targets = new[] { new { title = "Uno", goal = 0 } },
        }).Expect(422, "validation.failed");
        Assert.That(refused.CodesOf("name"), Is.Not.Empty);
        Assert.That(refused.CodesOf("endsOn"), Does.Contain("programme.ends-before-start"));
        Assert.That(refused.CodesOf("lastPaymentOn"), Does.Contain("programme.paid-before-start"));
        Assert.That(refused.CodesOf("lines[0].cents"), Is.Not.Empty);
        Assert.That(refused.CodesOf("lines[0].title"), Is.Not.Empty);
        Assert.That(refused.CodesOf("categories[0]"), Does.Contain("programme.category"));
        Assert.That(refused.CodesOf("targets[0].goal"), Is.Not.Empty);
        await As(Role.Coordinator).Post("programmes", await Written(body: Guid.NewGuid())).Expect(422, "programme.body-unknown");
        Assert.That(await Scalar<int>("select count(*) from beneficiaries_programme"), Is.Zero);
    }

    [Test]
    public async Task Create_WhenTheNameIsTaken_IsRefused()
    {
        await As(Role.Coordinator).Post("programmes", await Written("Città solidale")).Expect(201);

        await As(Role.Coordinator).Post("programmes", await Written("CITTA solidale")).Expect(409, "programme.name-taken");
    }

    [Test]
    public async Task Change_WhenStaleOrWithoutVersion_IsRefusedAndWhenFreshReplacesAll()
    {
        var id = (await As(Role.Coordinator).Post("programmes", await Written()).Expect(201)).Id;
        var other = await Given.ReferringBody();
        var change = new { name = "Passi avanti", kind = "gol", leadBodyId = other, startsOn = "2026-01-01", endsOn = "2026-06-30", lines = new[] { new { kind = "allowances", title = "Indennità", cents = 5 } } };

        await As(Role.Coordinator).Put($"programmes/{id}", change).Expect(428);
        await As(Role.Coordinator).Put($"programmes/{id}", change, 1).Expect(204);
        await As(Role.Coordinator).Put($"programmes/{id}", change, 1).Expect(412, "record.stale");
        await As(Role.Coordinator).Put($"programmes/{Guid.NewGuid()}", change, 1).Expect(404, "programme.not-found");

        var read = await As(Role.Educator).Get($"programmes/{id}").Expect(200);
        Assert.That(read.Version, Is.EqualTo(2));
        Assert.That(read["state"]!.ToString(), Is.EqualTo("over"));
        Assert.That(read["partnerBodies"]!.AsArray(), Is.Empty);
        Assert.That(read["budgetCents"]!.GetValue<long>(), Is.EqualTo(5));
    }

    [Test]
    public async Task List_WhenManyPages_GoesOnByCursor()
    {
        var body = await Given.ReferringBody();
        foreach (var number in Enumerable.Range(1, 5))
        {
            await As(Role.Coordinator).Post("programmes", await Written($"Programma {number}", body: body)).Expect(201);
        }

        var first = await As(Role.Educator).Get("programmes?limit=2").Expect(200);
        var second = await As(Role.Educator).Get($"programmes?limit=2&cursor={first["nextCursor"]}").Expect(200);
        var third = await As(Role.Educator).Get($"programmes?limit=2&cursor={second["nextCursor"]}").Expect(200);

        Assert.That(first.Ids.Concat(second.Ids).Concat(third.Ids).Distinct().Count(), Is.EqualTo(5));
        Assert.That(third["nextCursor"], Is.Null);
    }

    [Test]
    public async Task Programme_WhenNotOneOfTheOffice_IsOnlyReadOrNotAtAll()
    {
        var written = await Written();
        var id = (await As(Role.Administrator).Post("programmes", written).Expect(201)).Id;

        await As(Role.Educator).Post("programmes", written).Expect(403);
        await As(Role.Educator).Put($"programmes/{id}", written, 1).Expect(403);
        await As(Role.Trainer).Get($"programmes/{id}").Expect(403);
        await Anonymous.Get("programmes").Expect(401);
        await As(Role.Educator).Get($"programmes/{Guid.NewGuid()}").Expect(404, "programme.not-found");
    }
}
