using System.Globalization;
using System.Text.RegularExpressions;
using InclusionPlatform.Internships;

namespace InclusionPlatform.UnitTests.Internships.Rules;

/// <summary>The figures with which the platform comes, one by one, each with the act that says so: read from the very text that fills the tables.</summary>
internal sealed partial class RegionalFiguresTests
{
    private const string National = "Linee guida 25-5-2017, rep. 86/CSR", Accord = "Accordo 22-1-2015, rep. 7/CSR", Marche = "Atto regionale dell'11-12-2017 (numero da verificare)",
        MarcheTis = "DGR 593/2018 (moduli: decreto 93/SPO del 23-5-2018)", Emilia = "L.R. 17/2005, modificata dalla L.R. 1/2019", EmiliaTis = "DGR 1143/2019", Lombardia = "DGR X/7763/2018",
        LombardiaTis = "DGR 5451/2016", Puglia = "L.R. 26/2023", Toscana = "L.R. 32/2002 e regolamento", ToscanaTis = "DGR 620/2020, decreto 17624/2020";

    private static readonly Dictionary<string, Dictionary<string, string>> Rows = Read("insert into internships_rule_set ").ToDictionary(row => $"{row["region"]} {row["kind"]}");

    // The steps of Lombardia were written again by a later text, which takes away the former ones.
    private static readonly ILookup<string, Dictionary<string, string>> Later = Read("insert into internships_rule_allowance ", "2026-11-29_66_lombardia_by_the_day.sql").ToLookup(row => row["rule_set_id"]);

    private static readonly ILookup<string, Dictionary<string, string>> Steps = Read("insert into internships_rule_allowance ").Where(row => !Later.Contains(row["rule_set_id"]))
        .Concat(Later.SelectMany(rows => rows)).ToLookup(row => row["rule_set_id"]);

    private static TestCaseData Figure(string region, string kind, string act, string figure, string value) =>
        new TestCaseData(region, kind, act, figure, value).SetName($"{act}: {region}, {kind}, {figure} = {value}");

    private static IEnumerable<TestCaseData> Figures()
    {
        foreach (var (region, act) in new[] { ("Italia", National), ("Marche", Marche), ("Lombardia", Lombardia), ("Toscana", Toscana) })
        {
            yield return Figure(region, "extracurricular", act, "max_months", "12");
        }

        foreach (var (region, act) in new[] { ("Italia", National), ("Marche", Marche), ("Emilia-Romagna", Emilia), ("Lombardia", Lombardia), ("Puglia", Puglia), ("Toscana", Toscana) })
        {
            yield return Figure(region, "extracurricular", act, "max_months_disability", "24");
            yield return Figure(region, "extracurricular", act, "min_months", "2");
            yield return Figure(region, "extracurricular", act, "min_months_seasonal", "1");
            yield return Figure(region, "extracurricular", act, "quota_small", "1");
            yield return Figure(region, "extracurricular", act, "quota_medium", "2");
            yield return Figure(region, "extracurricular", act, "quota_percent", "10");
            yield return Figure(region, "extracurricular", act, "disability_outside_quota", "1");
            yield return Figure(region, "extracurricular", act, "host_tutor_max", "3");
            yield return Figure(region, "extracurricular", act, "promoter_tutor_max", "20");
        }

        yield return Figure("Emilia-Romagna", "extracurricular", Emilia, "max_months", "6");
        yield return Figure("Emilia-Romagna", "extracurricular", Emilia, "max_months_disadvantaged", "12");
        yield return Figure("Puglia", "extracurricular", Puglia, "max_months", "6");
        yield return Figure("Puglia", "extracurricular", Puglia, "max_months_attested", "12");
        yield return Figure("Italia", "extracurricular", National, "full_presence_percent", "70");
        yield return Figure("Emilia-Romagna", "extracurricular", Emilia, "full_presence_percent", "70");
        yield return Figure("Lombardia", "extracurricular", Lombardia, "full_presence_percent", "80");
        yield return Figure("Toscana", "extracurricular", Toscana, "full_presence_percent", "70");
        foreach (var (region, act) in new[] { ("Italia", Accord), ("Marche", MarcheTis), ("Emilia-Romagna", EmiliaTis), ("Lombardia", LombardiaTis), ("Puglia", Puglia), ("Toscana", ToscanaTis) })
        {
            yield return Figure(region, "socialInclusion", act, "max_months", "24");
            yield return Figure(region, "socialInclusion", act, "attestation_extends", "1");
            yield return Figure(region, "socialInclusion", act, "outside_quota", "1");
        }

        yield return Figure("Marche", "socialInclusion", MarcheTis, "usual_allowance_cents", "40000");
        yield return Figure("Toscana", "socialInclusion", ToscanaTis, "max_months_attested", "36");
        yield return Figure("Toscana", "socialInclusion", ToscanaTis, "max_allowance_cents", "50000");
    }

    private static TestCaseData Floor(string region, string kind, string act, string basis, int from, long cents, string meals = "null") =>
        new TestCaseData(region, kind, basis, from, cents, meals).SetName($"{act}: {region}, {kind}, {cents / 100} € from {from} by {basis}{(meals == "null" ? "" : $", {long.Parse(meals, CultureInfo.InvariantCulture) / 100} € with meals")}");

    private static IEnumerable<TestCaseData> Floors()
    {
        yield return Floor("Italia", "extracurricular", National, "weeklyHours", 0, 300_00);
        yield return Floor("Marche", "extracurricular", Marche, "weeklyHours", 0, 400_00);
        yield return Floor("Marche", "extracurricular", Marche, "weeklyHours", 30, 500_00);
        yield return Floor("Emilia-Romagna", "extracurricular", Emilia, "weeklyHours", 0, 450_00);
        yield return Floor("Emilia-Romagna", "socialInclusion", EmiliaTis, "monthlyHours", 0, 0);
        yield return Floor("Emilia-Romagna", "socialInclusion", EmiliaTis, "monthlyHours", 51, 200_00);
        yield return Floor("Lombardia", "extracurricular", Lombardia, "dailyHours", 0, 350_00, "35000");
        yield return Floor("Lombardia", "extracurricular", Lombardia, "dailyHours", 5, 500_00, "40000");
        yield return Floor("Puglia", "extracurricular", Puglia, "durationMonths", 0, 600_00);
        yield return Floor("Puglia", "extracurricular", Puglia, "durationMonths", 7, 700_00);
        yield return Floor("Toscana", "extracurricular", Toscana, "weeklyHours", 0, 500_00);
    }

    [TestCaseSource(nameof(Figures))]
    public void Figures_AsShipped_AreThoseOfTheAct(string region, string kind, string act, string figure, string value)
    {
        var row = Rows[$"{region} {kind}"];

        Assert.That((row["act"], row[figure]), Is.EqualTo((act, value)));
    }

    [TestCaseSource(nameof(Floors))]
    public void Allowances_AsShipped_AreThoseOfTheAct(string region, string kind, string basis, int from, long cents, string meals)
    {
        var step = Steps[Rows[$"{region} {kind}"]["id"]].Single(one => one["basis"] == basis && one["reached_at"] == from.ToString(CultureInfo.InvariantCulture));

        Assert.That((step["cents"], step["cents_with_meals"]), Is.EqualTo((cents.ToString(CultureInfo.InvariantCulture), meals)));
    }

    [Test]
    public void Figures_OfEveryStep_AreTested() =>
        Assert.That(Floors().Count(), Is.EqualTo(Rows.Values.Sum(row => Steps[row["id"]].Count())), "a figure that is added is tested too");

    [TestCase("Italia extracurricular", "maxWeeklyHours", "hostTutorMax", "promoterTutorMax", "fullPresencePercent")]
    [TestCase("Italia socialInclusion", "outsideQuota")]
    [TestCase("Marche extracurricular", "act")]
    [TestCase("Emilia-Romagna socialInclusion", "allowances")]
    [TestCase("Puglia socialInclusion", "allowances")]
    public void Figures_ThatAreNotConfirmed_CarryTheMark(string set, params string[] figures) =>
        Assert.That(Rows[set]["to_verify"].Split(' '), Is.SupersetOf(figures));

    private static IEnumerable<Dictionary<string, string>> Read(string insert, string file = "2026-11-22_31_seed_rule_sets.sql")
    {
        var assembly = typeof(InternshipsModule).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.EndsWith(file, StringComparison.Ordinal)))!);
        foreach (Match match in Statement().Matches(reader.ReadToEnd()))
        {
            if (match.Value.StartsWith(insert, StringComparison.Ordinal))
            {
                var columns = match.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries);
                var values = Value().Matches(match.Groups["values"].Value).Select(value => value.Value.StartsWith('\'') ? value.Value[1..^1].Replace("''", "'", StringComparison.Ordinal) : value.Value).ToArray();
                yield return columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
            }
        }
    }

    [GeneratedRegex(@"insert into \w+ \((?<columns>[^)]*)\)\s*values \((?<values>(?:'(?:[^']|'')*'|[^')])*)\)")]
    private static partial Regex Statement();

    [GeneratedRegex(@"'(?:[^']|'')*'|[^\s,']+")]
    private static partial Regex Value();
}
