namespace InclusionPlatform.IntegrationTests.CompanyNetwork.Matching;

[TestFixtureSource(typeof(Engines))]
internal sealed class MatchingSettingsTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task ChangeWeights_WhenDistanceCountsMore_TurnsTheOrder()
    {
        var wished = await Given.Company("Del settore", "catering", Given.Place.AscoliPiceno);
        var near = await Given.Company("Vicina", "trade", Given.Place.Grottammare);
        object wish = new { sectors = new[] { "catering" }, municipality = Given.Place.Grottammare, means = new[] { "ownCar" } };
        Assert.That((await As(Role.Educator).Post("company-matches", wish).Expect(200)).Ids, Is.EqualTo(new[] { wished, near }));

        await Change(settings => settings.Weights["distance"] = 90, 204);

        Assert.That((await As(Role.Educator).Post("company-matches", wish).Expect(200)).Ids, Is.EqualTo(new[] { near, wished }));
    }

    [Test]
    public async Task ChangeWeights_WhenStale_IsRefused()
    {
        await Change(settings => settings.Weights["quota"] = 7, 204);
        await Change(settings => settings.Weights["quota"] = 8, 412, version: 1);

        var read = await As(Role.Coordinator).Get("matching-weights").Expect(200);
        Assert.That(read["weights"]!["quota"]!.GetValue<int>(), Is.EqualTo(7));
        Assert.That(read["changedByName"]!.ToString(), Is.Not.Empty);
    }

    [Test]
    public async Task ChangeWeights_WhenWrong_IsRefusedAtItsFields()
    {
        var reply = await Change(settings =>
        {
            settings.Weights["sector"] = 101;
            settings.Skills.AddRange(["Cucina", "cucina "]);
        }, 422);

        Assert.That(reply.CodesOf("weights.sector"), Is.Not.Empty);
        Assert.That(reply.CodesOf("skills"), Is.EqualTo(new[] { "matching.skill-twice" }));
    }

    [Test]
    public async Task ChangeWeights_WhenNothingCounts_IsRefused()
    {
        var reply = await Change(
            settings =>
            {
                foreach (var name in settings.Weights.Select(weight => weight.Key).ToArray())
                {
                    settings.Weights[name] = 0;
                }
            },
            422);

        Assert.That(reply.CodesOf("weights"), Is.EqualTo(new[] { "matching.nothing-counts" }));
    }

    [TestCase(Role.Educator, 403, 403)]
    [TestCase(Role.CompanyOperator, 403, 403)]
    [TestCase(Role.Coordinator, 200, 403)]
    [TestCase(Role.Administrator, 200, 204)]
    public async Task Weights_ByRole_AreReadByTheCoordinatorAndChangedByTheAdministrator(Role role, int read, int change)
    {
        await As(role).Get("matching-weights").Expect(read);
        await Change(_ => { }, change, by: role);
    }

    private async Task<Reply> Change(Action<(Dictionary<string, int> Weights, List<string> Skills)> edit, int expected, int? version = null, Role by = Role.Administrator)
    {
        var read = await As(Role.Administrator).Get("matching-weights").Expect(200);
        var weights = read["weights"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<int>());
        var skills = read["skills"]!.AsArray().Select(skill => skill!.ToString()).ToList();
        edit((weights, skills));
        return await As(by).Put("matching-weights", new { weights, skills }, version ?? read.Version).Expect(expected);
    }
}
