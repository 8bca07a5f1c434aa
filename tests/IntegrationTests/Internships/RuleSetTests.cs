using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class RuleSetTests(Engine engine) : SliceTests(engine)
{
    private async Task<JsonArray> Sets() => (await As(Role.Educator).Get("internship-rule-sets").Expect(200)).Items;

    [Test]
    public async Task RuleSets_WhenShipped_AreTheNationalFramesAndFiveRegionsForBothKindsEachWithItsAct()
    {
        var sets = await Sets();

        Assert.That(sets.Select(set => set!["region"]!.ToString()).Distinct(), Is.EqualTo(new[] { "Italia", "Emilia-Romagna", "Lombardia", "Marche", "Puglia", "Toscana" }));
        Assert.That(sets.GroupBy(set => set!["region"]!.ToString()).Select(region => region.Count()), Has.All.EqualTo(2));
        Assert.That(sets.Select(set => set!["act"]!.ToString()), Has.None.Empty);
    }

    [TestCase("Marche", "extracurricular", "Atto regionale dell'11-12-2017", "weeklyHours:0:40000 weeklyHours:30:50000")]
    [TestCase("Emilia-Romagna", "extracurricular", "L.R. 17/2005", "weeklyHours:0:45000")]
    [TestCase("Emilia-Romagna", "socialInclusion", "DGR 1143/2019", "monthlyHours:0:0 monthlyHours:51:20000")]
    [TestCase("Lombardia", "extracurricular", "DGR X/7763/2018", "dailyHours:0:35000 dailyHours:5:50000")]
    [TestCase("Lombardia", "socialInclusion", "DGR 5451/2016", "")]
    [TestCase("Puglia", "extracurricular", "L.R. 26/2023", "durationMonths:0:60000 durationMonths:7:70000")]
    [TestCase("Toscana", "extracurricular", "L.R. 32/2002", "weeklyHours:0:50000")]
    [TestCase("Italia", "extracurricular", "Linee guida 25-5-2017, rep. 86/CSR", "weeklyHours:0:30000")]
    [TestCase("Italia", "socialInclusion", "Accordo 22-1-2015, rep. 7/CSR", "")]
    public async Task Allowance_WhenShipped_IsWhatTheActSays(string region, string kind, string act, string steps)
    {
        var set = (await Sets()).Single(set => set!["region"]!.ToString() == region && set["kind"]!.ToString() == kind)!;

        Assert.That(set["act"]!.ToString(), Does.StartWith(act));
        Assert.That(string.Join(' ', set["allowances"]!.AsArray().Select(step => $"{step!["basis"]}:{step["reachedAt"]}:{step["cents"]}")), Is.EqualTo(steps));
    }

    [TestCase("Italia", "extracurricular", 12, 24)]
    [TestCase("Italia", "socialInclusion", 24, null)]
    [TestCase("Emilia-Romagna", "extracurricular", 6, 24)]
    [TestCase("Puglia", "extracurricular", 6, 24)]
    public async Task Duration_WhenShipped_IsWhatTheActSays(string region, string kind, int months, int? disability)
    {
        var set = (await Sets()).Single(set => set!["region"]!.ToString() == region && set["kind"]!.ToString() == kind)!;

        Assert.That((int)set["maxMonths"]!, Is.EqualTo(months));
        Assert.That((int?)set["maxMonthsDisability"], Is.EqualTo(disability));
    }

    [Test]
    public async Task RuleSets_WhenAFigureIsNotConfirmed_SayWhich()
    {
        var marche = (await Sets()).Single(set => set!["region"]!.ToString() == "Marche" && set["kind"]!.ToString() == "extracurricular")!;

        Assert.That(marche["toVerify"]!.AsArray().Select(figure => figure!.ToString()), Is.SupersetOf(new[] { "act", "maxWeeklyHours", "hostTutorMax" }));
    }

    [Test]
    public async Task RuleSets_WhenFilteredByRegionAndKind_ShowOne()
    {
        var set = await As(Role.Coordinator).Get("internship-rule-sets?region=Puglia&kind=socialInclusion").Expect(200);

        Assert.That(set.Items, Has.Count.EqualTo(1));
        await As(Role.CompanyOperator).Get("internship-rule-sets").Expect(403);
    }

    [Test]
    public async Task Conditions_WhenShipped_AreThoseOfPugliaAndOfSocialInclusionInToscana()
    {
        var sets = await Sets();

        Assert.That(sets.Where(set => set!["workRelationMonths"] is not null).Select(set => $"{set!["region"]} {set["kind"]} {set["workRelationMonths"]}"),
            Is.EquivalentTo(new[] { "Puglia extracurricular 24", "Puglia socialInclusion 24" }));
        Assert.That(sets.Where(set => (bool?)set!["caseManagerRequired"] == true).Select(set => $"{set!["region"]} {set["kind"]}"), Is.EqualTo(new[] { "Toscana socialInclusion" }));
        var toVerify = sets.Single(set => set!["region"]!.ToString() == "Puglia" && set["kind"]!.ToString() == "socialInclusion")!["toVerify"]!.AsArray().Select(mark => mark!.ToString());
        Assert.That(toVerify, Does.Contain("workRelationMonths"));
    }
}
