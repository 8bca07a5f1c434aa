namespace InclusionPlatform.IntegrationTests.Beneficiaries.Assessments;

[TestFixtureSource(typeof(Engines))]
internal sealed class AssessmentTests(Engine engine) : SliceTests(engine)
{
    private static object IcfOf(params string[] notations) => new { heldOn = "2026-11-23", conclusion = "Riprendere con gradualità", icf = notations.Select(notation => new { notation, note = "osservato riservatissimo" }) };

    private async Task<Guid> Started(Guid caseId, string kind = "icf") => (await As(Role.Educator).Post($"cases/{caseId}/assessments", new { kind }).Expect(201)).Id;

    private async Task<Reply> Do(string path, object? body, int version, int status = 204, string? code = null, ApiUser? by = null) =>
        await (by ?? await SignIn(Role.Educator)).Post(path, body, ("If-Match", $"\"{version}\"")).Expect(status, code);

    private async Task<Guid> Signed(Guid caseId, string kind, object draft)
    {
        var id = await Started(caseId, kind);
        var at = $"cases/{caseId}/assessments/{id}";
        await As(Role.Educator).Put(at, draft, 1).Expect(204);
        await Do($"{at}/signatures", new { signerIds = new[] { await Given.IdOf(await SignIn(Role.Educator)) } }, 2);
        await Do($"{at}/signature", null, 3);
        return id;
    }

    [Test]
    public async Task Icf_WhenSignedByAll_IsFinalEncryptedAndLogged()
    {
        var (person, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        var signerIds = new[] { await Given.IdOf(await SignIn(Role.Educator)), await Given.Member(caseId, colleague, "psychologist") };
        var id = await Started(caseId);
        var at = $"cases/{caseId}/assessments/{id}";
        await As(Role.Educator).Put(at, IcfOf("d850.34", " E310+2", "b164.2", "S730.321"), 1).Expect(204);
        Assert.That(await Scalar<string>("select content_cipher from beneficiaries_assessment where id = @Id", new { Id = id }), Does.Not.Contain("d850").And.Not.Contain("riservatissimo"));

        var read = await As(Role.Educator).Get(at).Expect(200);
        Assert.That(read["icf"]!.AsArray().Select(line => line!["notation"]!.ToString()), Is.EqualTo(new[] { "b164.2", "d850.34", "e310+2", "s730.321" }));
        Assert.That((read["icf"]![3]!["first"]!.GetValue<int>(), read["icf"]![3]!["second"]!.GetValue<int>(), read["icf"]![3]!["third"]!.GetValue<int>()), Is.EqualTo((3, 2, 1)));
        Assert.That(read["icf"]![1]!["name"]!.ToString(), Is.EqualTo("Lavoro retribuito"));
        await Do($"{at}/signatures", new { signerIds }, 1, 412, "record.stale");
        await Do($"{at}/signatures", new { signerIds }, 2);
        Assert.That((await colleague.Get("today").Expect(200)).Text, Does.Contain("assessment.to-sign"));
        await As(Role.Educator).Put(at, IcfOf("d850.00"), 3).Expect(422, "assessment.wrong-state");
        await Do($"{at}/signature", null, 3);
        await Do($"{at}/signature", null, 3, 422, "assessment.signed-already");
        Assert.That((await As(Role.Educator).Get(at).Expect(200))["state"]!.ToString(), Is.EqualTo("toSign"));
        await Do($"{at}/signature", null, 3, by: colleague);

        read = await As(Role.Educator).Get(at).Expect(200);
        Assert.That((read["state"]!.ToString(), read["signedOn"]!.ToString()), Is.EqualTo(("signed", "2026-11-23")));
        await As(Role.Educator).Put(at, IcfOf("d850.00"), 3).Expect(422, "assessment.wrong-state");
        await (await SignIn(Role.Educator)).Delete(at, ("If-Match", "\"3\"")).Expect(422, "assessment.wrong-state");
        await (await SignIn(Role.Educator)).Delete($"{at}/signatures", ("If-Match", "\"3\"")).Expect(422, "assessment.wrong-state");
        Assert.That((await As(Role.Educator).Get($"beneficiaries/{person}/access-log").Expect(200)).Text, Does.Contain("read-icf"));
    }

    [Test]
    public async Task Icf_WhenWrittenWrongly_IsRefusedAtItsLine()
    {
        var (_, caseId) = await Given.Case();
        var at = $"cases/{caseId}/assessments/{await Started(caseId)}";

        var wrong = await As(Role.Educator).Put(at, IcfOf("d850.34", "d850.35", "b164.23", "lavoro"), 1).Expect(422);
        Assert.That(wrong.CodesOf("icf[1].notation"), Is.EqualTo(new[] { "icf.qualifier" }));
        Assert.That(wrong.CodesOf("icf[2].notation"), Is.EqualTo(new[] { "icf.count" }));
        Assert.That(wrong.CodesOf("icf[3].notation"), Is.EqualTo(new[] { "icf.form" }));
        Assert.That((await As(Role.Educator).Put(at, IcfOf("d850.34", "D850.22"), 1).Expect(422)).CodesOf("icf"), Is.EqualTo(new[] { "icf.code-twice" }));
        Assert.That((await As(Role.Educator).Put(at, new { heldOn = "2027-01-01" }, 1).Expect(422)).CodesOf("heldOn"), Is.EqualTo(new[] { "assessment.in-the-future" }));
        Assert.That((await As(Role.Educator).Put(at, IcfOf("d99999.12"), 1).Expect(422)).CodesOf("icf[0].notation"), Is.EqualTo(new[] { "icf.code" }));
        await As(Role.Educator).Put(at, new { heldOn = "2026-11-01" }, 1).Expect(422, "assessment.before-case");
        await As(Role.Educator).Put(at, IcfOf(), 1).Expect(204);
        var incomplete = await Do($"{at}/signatures", new { signerIds = new[] { await Given.IdOf(await SignIn(Role.Educator)) } }, 2, 422, "assessment.incomplete");
        Assert.That(incomplete.Rules, Is.EqualTo(new[] { "assessment.no-code" }));
        await As(Role.Educator).Put(at, IcfOf("e310.2", "e310+1"), 2).Expect(204);
        await Do($"{at}/signatures", new { signerIds = new[] { Guid.NewGuid() } }, 3, 422, "assessment.signer-not-member");
        await As(Role.Educator).Post($"cases/{caseId}/assessments", new { kind = "icf" }).Expect(409, "assessment.at-work");
        await As(Role.Educator).Post($"cases/{caseId}/assessments", new { }).Expect(422);
        await (await SignIn(Role.Educator)).Delete(at, ("If-Match", "\"2\"")).Expect(412, "record.stale");
        await (await SignIn(Role.Educator)).Delete(at, ("If-Match", "\"3\"")).Expect(204);
    }

    [Test]
    public async Task Sheets_WhenSignedOverTime_AreComparedFromT0()
    {
        var (_, caseId) = await Given.Case();
        await Signed(caseId, "icf", IcfOf("d850.34", "e310.2"));
        Clock.Now = Clock.Now.AddMinutes(1);
        await Signed(caseId, "icf", IcfOf("d850.12", "b130.1"));
        Clock.Now = Clock.Now.AddMinutes(1);
        await Started(caseId);

        var compared = await As(Role.Educator).Get($"cases/{caseId}/assessments/comparison?kind=icf").Expect(200);
        Assert.That(compared["moments"]!.AsArray().Select(moment => moment!["moment"]!.GetValue<int>()), Is.EqualTo(new[] { 0, 1 }), "a draft is not compared");
        var row = compared["rows"]!.AsArray().Single(one => one!["key"]!.ToString() == "d850")!;
        Assert.That(row["values"]!.AsArray().Select(value => value!["text"]!.ToString()), Is.EqualTo(new[] { "d850.34", "d850.12" }));
        Assert.That(compared["rows"]!.AsArray().Single(one => one!["key"]!.ToString() == "b130")!["values"]![0], Is.Null);
        await As(Role.Educator).Get($"cases/{caseId}/assessments/comparison?kind=workNeed").Expect(422, "assessment.not-comparable");
        var list = await As(Role.Educator).Get($"cases/{caseId}/assessments?limit=2").Expect(200);
        Assert.That(list.Items.Select(line => line!["moment"]!.GetValue<int>()), Is.EqualTo(new[] { 2, 1 }));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/assessments?limit=2&cursor={list["nextCursor"]}").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Educator).Get($"cases/{caseId}/assessments?kind=skills").Expect(200)).Items, Is.Empty);
    }

    [Test]
    public async Task Skills_WhenJudgedByAGrid_KeepTheGridThatTheyHad()
    {
        var (_, caseId) = await Given.Case();
        object Grid(string label, bool active = true) => new { name = "Cucina", active, levels = new[] { "No", "Sì" }, skills = new[] { new { group = "Base", label, uri = "http://data.europa.eu/esco/skill/1" } } };
        var added = (await As(Role.Coordinator).Post("skill-grids", Grid("Usare i coltelli")).Expect(201)).Id;
        await As(Role.Coordinator).Post("skill-grids", Grid("Altro")).Expect(409, "skill-grid.name-taken");
        Assert.That((await As(Role.Coordinator).Post("skill-grids", new { name = "X", levels = new[] { "Uno" }, skills = new[] { new { label = "a", uri = "https://example.test" }, new { label = "A", uri = "" } } }).Expect(422))["errors"]!.AsObject().Select(field => field.Key),
            Is.EquivalentTo(new[] { "levels", "skills", "skills[0].uri" }));
        foreach (var levels in new[] { new[] { "Con aiuto", "In autonomia", " con AIUTO " }, ["1", "2", "1"] })
        {
            var twice = await As(Role.Coordinator).Post("skill-grids", new { name = "X", levels, skills = new[] { new { label = "a" } } }).Expect(422, "validation.failed");
            Assert.That(twice.CodesOf("levels"), Is.EqualTo(new[] { "grid.level-twice" }));
        }

        await As(Role.Educator).Post("skill-grids", Grid("Di nascosto")).Expect(403);
        Assert.That((await As(Role.Educator).Get("skill-grids").Expect(200)).Items.Select(grid => grid!["name"]!.ToString()), Is.EqualTo(new[] { "Competenze trasversali per il lavoro", "Cucina" }));

        var id = await Started(caseId, "skills");
        var at = $"cases/{caseId}/assessments/{id}";
        object Draft(string label, int level) => new { heldOn = "2026-11-23", conclusion = "Si parte da qui", gridId = added, skills = new[] { new { label, level, evidence = "In laboratorio" } } };
        await As(Role.Educator).Put(at, Draft("Usare i coltelli", 2), 1).Expect(422, "assessment.level-unknown");
        await As(Role.Educator).Put(at, Draft("Saper volare", 1), 1).Expect(422, "assessment.skill-unknown");
        await As(Role.Educator).Put(at, Draft("Usare i coltelli", 1), 1).Expect(204);
        await As(Role.Coordinator).Put($"skill-grids/{added}", Grid("Affilare i coltelli", active: false), 1).Expect(204);
        await As(Role.Coordinator).Put($"skill-grids/{added}", Grid("Affilare i coltelli"), 1).Expect(412, "record.stale");
        await As(Role.Coordinator).Put($"skill-grids/{Guid.NewGuid()}", Grid("x"), 1).Expect(404, "skill-grid.not-found");
        var read = await As(Role.Educator).Get(at).Expect(200);
        Assert.That(read["content"]!["skills"]!["skills"]!.AsArray().Select(skill => skill!["label"]!.ToString()), Is.EqualTo(new[] { "Usare i coltelli" }));
        await Do($"{at}/signatures", new { signerIds = new[] { await Given.IdOf(await SignIn(Role.Educator)) } }, 2);
        await Do($"{at}/signature", null, 3);
        await As(Role.Educator).Put($"cases/{caseId}/assessments/{await Started(caseId, "skills")}", Draft("Affilare i coltelli", 1), 1).Expect(422, "assessment.grid-unknown");
        var compared = await As(Role.Educator).Get($"cases/{caseId}/assessments/comparison?kind=skills").Expect(200);
        Assert.That(compared["rows"]![0]!["values"]![0]!["text"]!.ToString(), Is.EqualTo("Sì"));
    }

    [Test]
    public async Task Evaluation_WhenAFormulaIsInForce_HasAnIndexThatStaysAsItWas()
    {
        var (_, caseId) = await Given.Case();
        var body = await Given.ReferringBody("socialAmbit");
        var bands = new object[] { new { label = "Bassa", upTo = (decimal?)2 }, new { label = "Alta", upTo = (decimal?)null } };
        async Task<Reply> Declare(string? formula, int status = 201, string? code = null, object? with = null) => await As(Role.Administrator).Post(
            "fragility-formulas", with ?? new { validFrom = "2026-11-23", name = "Indice di prova", source = "Delibera 1/2026", formula, bands }).Expect(status, code);
        await Declare("work + wealth", 422, "formula.unknown-name");
        await Declare("work +", 422, "formula.form");
        await Declare("work", 422, with: new { validFrom = "2026-11-01", name = "x", source = "y", formula = "work", bands = new object[] { new { label = "a", upTo = 3 }, new { label = "b", upTo = 2 } } });
        await As(Role.Educator).Post("fragility-formulas", new { validFrom = "2026-11-23", name = "x", source = "y", formula = "1" }).Expect(403);
        await Declare("work * 2 + health / 4 + if(age > 18, 1, 0)");

        var id = await Started(caseId, "multidimensional");
        var at = $"cases/{caseId}/assessments/{id}";
        object Part(string dimension, int? score, Guid? bodyId = null) => new { dimension, bodyId, professional = "Dott.ssa Prova", text = "Che cosa vede", score };
        object Draft(params object[] parts) => new { heldOn = "2026-11-23", conclusion = "Insieme", parts };
        await As(Role.Educator).Put(at, Draft(Part("work", 3, Guid.NewGuid())), 1).Expect(422, "assessment.body-unknown");
        Assert.That((await As(Role.Educator).Put(at, Draft(Part("work", 5)), 1).Expect(422)).CodesOf("parts[0].score"), Is.Not.Empty);
        await As(Role.Educator).Put(at, Draft(Part("work", 2, body), Part("work", 1), Part("health", null)), 1).Expect(204);
        var me = new[] { await Given.IdOf(await SignIn(Role.Educator)) };
        Assert.That((await As(Role.Educator).Get(at).Expect(200))["fragility"], Is.Null);
        Assert.That((await Do($"{at}/signatures", new { signerIds = me }, 2, 422, "assessment.no-index")).Rules, Is.EqualTo(new[] { "assessment.value-missing" }));
        await As(Role.Educator).Put(at, Draft(Part("work", 2, body), Part("work", 1), Part("health", 2)), 2).Expect(204);
        Assert.That((await As(Role.Educator).Get(at).Expect(200))["fragility"]!["index"]!.GetValue<decimal>(), Is.EqualTo(4.5m), "as it would be");
        await Do($"{at}/signatures", new { signerIds = me }, 3);
        await Do($"{at}/signature", null, 4);

        await Declare("0");
        var fragility = (await As(Role.Educator).Get(at).Expect(200))["fragility"]!;
        Assert.That((fragility["index"]!.GetValue<decimal>(), fragility["band"]!.ToString(), fragility["source"]!.ToString()), Is.EqualTo((4.5m, "Alta", "Delibera 1/2026")), "1.5 × 2 + 0.5 + 1, whatever is declared later");
        var settings = await As(Role.Educator).Get("fragility-formulas").Expect(200);
        Assert.That(settings["formulas"]!.AsArray().Select(one => one!["inForce"]!.GetValue<bool>()), Is.EqualTo(new[] { true, false }));
        Assert.That(settings["names"]!.AsArray().Select(one => one!["name"]!.ToString()), Does.Contain("icfProblems"));
    }

    [Test]
    public async Task Assessments_WhenNoNeedToKnow_AreNotThere()
    {
        var (_, caseId) = await Given.Case();
        var elsewhere = await Given.Case();
        var id = await Signed(caseId, "workNeed", new { heldOn = "2026-11-20", conclusion = "Si lavora su", workNeed = new { experience = "Cuoca", wishes = " " } });
        var at = $"cases/{caseId}/assessments/{id}";
        var stranger = await AnotherPerson(Role.Educator);

        foreach (var path in new[] { $"cases/{caseId}/assessments", at, $"cases/{caseId}/assessments/comparison" })
        {
            await stranger.Get(path).Expect(404, "case.not-found");
            await As(Role.Coordinator).Get(path).Expect(403, "beneficiary.team-only");
            await As(Role.Administrator).Get(path).Expect(403);
        }

        await stranger.Post($"cases/{caseId}/assessments", new { kind = "icf" }).Expect(404, "case.not-found");
        await As(Role.Educator).Get($"cases/{elsewhere.Case}/assessments/{id}").Expect(404, "assessment.not-found");
        Assert.That((await As(Role.Educator).Get("icf-codes").Expect(200)).Items, Has.Count.GreaterThan(40));
        await As(Role.Educator).Post($"cases/{caseId}/closure", new { closedOn = "2026-11-23", outcome = "training" }).Expect(204);
        await As(Role.Educator).Post($"cases/{caseId}/assessments", new { kind = "icf" }).Expect(422, "case.is-closed");
        Assert.That((await As(Role.Educator).Get(at).Expect(200))["content"]!["workNeed"]!["wishes"], Is.Null);
    }

    [Test]
    public async Task Signatures_WhenTwoComeAtOnce_BothCountAndTheLastMakesItFinal()
    {
        var (_, caseId) = await Given.Case();
        var colleague = await AnotherPerson(Role.Educator);
        var educator = await SignIn(Role.Educator);
        var signerIds = new[] { await Given.IdOf(educator), await Given.Member(caseId, colleague) };
        var at = $"cases/{caseId}/assessments/{await Started(caseId)}";
        await As(Role.Educator).Put(at, IcfOf("d850.34"), 1).Expect(204);
        await Do($"{at}/signatures", new { signerIds }, 2);

        var replies = await Task.WhenAll(new[] { educator, colleague }.Select(who => who.Post($"{at}/signature", null, ("If-Match", "\"3\""))));
        Assert.That(replies.Select(reply => reply.Status), Is.EqualTo(new[] { 204, 204 }));
        Assert.That((await As(Role.Educator).Get(at).Expect(200))["state"]!.ToString(), Is.EqualTo("signed"));
    }
}
