namespace InclusionPlatform.IntegrationTests.Beneficiaries.Diary;

[TestFixtureSource(typeof(Engines))]
internal sealed class DiaryTemplateTests(Engine engine) : SliceTests(engine)
{
    private static object Template(string name, string text = "Come va\n\nChe cosa si è concordato\n") => new { name, kind = "interview", text };

    [Test]
    public async Task Template_WhenKeptByACoordinator_IsReadByEducators()
    {
        var id = (await As(Role.Coordinator).Post("diary-templates", Template("Colloquio mensile")).Expect(201)).Id;
        await As(Role.Administrator).Post("diary-templates", Template("Accoglienza")).Expect(201);

        var list = (await As(Role.Educator).Get("diary-templates").Expect(200)).Json.AsArray();
        Assert.That(list.Select(template => template!["name"]!.ToString()), Is.EqualTo(new[] { "Accoglienza", "Colloquio mensile" }));

        await As(Role.Coordinator).Put($"diary-templates/{id}", Template("Colloquio del mese"), 1).Expect(204);
        await As(Role.Coordinator).Put($"diary-templates/{id}", Template("Altro"), 1).Expect(412, "record.stale");
        var coordinator = await SignIn(Role.Coordinator);
        await coordinator.Delete($"diary-templates/{id}", ("If-Match", "\"1\"")).Expect(412, "record.stale");
        await coordinator.Delete($"diary-templates/{id}", ("If-Match", "\"2\"")).Expect(204);
        await coordinator.Delete($"diary-templates/{id}", ("If-Match", "\"2\"")).Expect(404, "diary-template.not-found");
    }

    [Test]
    public async Task Template_WhenItsNameIsTakenOrItIsEmptyOrOfAnEducator_IsRefused()
    {
        await As(Role.Coordinator).Post("diary-templates", Template("Accoglienza")).Expect(201);

        await As(Role.Coordinator).Post("diary-templates", Template("Accoglienza")).Expect(409, "diary-template.name-taken");
        var empty = await As(Role.Coordinator).Post("diary-templates", new { }).Expect(422);
        Assert.That(empty["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "name", "kind", "text" }));
        await As(Role.Educator).Post("diary-templates", Template("Mio")).Expect(403);
        await As(Role.Trainer).Get("diary-templates").Expect(403);
    }
}
