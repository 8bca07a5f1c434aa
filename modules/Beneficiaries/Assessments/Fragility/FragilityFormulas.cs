using System.Globalization;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Assessments.Fragility;

/// <summary>A formula that was declared; without one from its day on none is used any more.</summary>
internal sealed record DeclaredFormula(Guid Id, DateOnly ValidFrom, string Name, string Source, string? Formula, string Bands);

/// <summary>A band of the index.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="UpTo">The largest index of it; null for the last.</param>
internal sealed record FragilityBand(string Label, decimal? UpTo);

/// <summary>
/// Reckons the fragility index where the region or the service uses one, by the formula in force on the day of the evaluation, from the scores of its dimensions and a few facts. What a
/// region asks differs and changes, so nothing of it is in the code: name, source, formula and bands are declared by who answers for the service.
/// </summary>
internal sealed class FragilityFormulas(IDbSession db, SensitiveFields sensitive)
{
    /// <summary>What a formula may use besides the dimensions.</summary>
    public static readonly IReadOnlyList<string> Facts = ["age", "minorChildren", "singleParent", "monthsWithoutWork", "icfProblems"];

    /// <summary>All the names.</summary>
    public static readonly IReadOnlySet<string> Names = Enum.GetValues<EvaluationDimension>().Select(dimension => dimension.Code()).Concat(Facts).ToHashSet();

    private const string SelectInForce = """
        select id as Id, valid_from as ValidFrom, name as Name, source as Source, formula as Formula, bands as Bands
        from   beneficiaries_fragility_formula
        where  valid_from <= @Day
        order by valid_from desc, declared_at desc
        """;

    private const string SelectPerson = """
        select p.birth_date as BirthDate, p.minor_children as MinorChildren, p.single_parent as SingleParent, p.unemployed_since as UnemployedSince
        from   beneficiaries_person p
        join   beneficiaries_case c on c.beneficiary_id = p.id
        where  c.id = @CaseId
        """;

    private const string SelectSheet = """
        select a.content_cipher
        from   beneficiaries_assessment a
        where  a.case_id = @CaseId and a.kind = 'icf' and a.state = 'signed' and a.held_on <= @Day
        order by a.moment desc
        """;

    /// <summary>The index; null where no formula is in force.</summary>
    /// <exception cref="RulesBrokenException">A value is missing, or the formula cannot be reckoned with these.</exception>
    public async Task<FragilityIndex?> IndexAsync(Guid caseId, DateOnly day, AssessmentContent content, CancellationToken ct)
    {
        var (index, broken) = await ReckonAsync(caseId, day, content, ct);
        return broken.Count == 0 ? index : throw new RulesBrokenException(
            "assessment.no-index", new("L'indice di fragilità non si può calcolare: completare i dati e riprovare.", "The fragility index cannot be reckoned: complete the data and retry."), broken);
    }

    /// <summary>The index as it would be; null where something is missing.</summary>
    public async Task<FragilityIndex?> PreviewAsync(Guid caseId, DateOnly day, AssessmentContent content, CancellationToken ct) => (await ReckonAsync(caseId, day, content, ct)).Index;

    private async Task<(FragilityIndex? Index, IReadOnlyList<BrokenRule> Broken)> ReckonAsync(Guid caseId, DateOnly day, AssessmentContent content, CancellationToken ct)
    {
        if ((await db.TopAsync<DeclaredFormula>(SelectInForce, new { Day = day }, 1, ct)) is not [{ Formula: { } text } declared])
        {
            return (null, []);
        }

        var formula = FragilityFormula.Parse(text, Names);
        var person = (await db.FindAsync<Person>(SelectPerson, new { CaseId = caseId }, ct))!;
        var sheet = (await db.TopAsync<string>(SelectSheet, new { CaseId = caseId, Day = day }, 1, ct)).SingleOrDefault();
        var values = ValuesOf(content, person, sensitive.Open<AssessmentContent>(sheet), day);
        var missing = formula.Names.Where(name => !values.ContainsKey(name)).Order(StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            return (null, [.. missing.Select(name => new BrokenRule(
                "assessment.value-missing", new Words("Alla formula manca un valore: {0}.", "A value is missing for the formula: {0}.").With(FragilityWords.Name(name)), declared.Source))]);
        }

        try
        {
            var index = decimal.Round(formula.Evaluate(values), 2, MidpointRounding.AwayFromZero);
            var used = formula.Names.Order(StringComparer.Ordinal).Select(name => new FragilityValue(name, values[name])).ToArray();
            return (new(declared.Id, declared.Name, declared.Source, text, used, index, BandOf(FragilityWords.Bands(declared.Bands), index)), []);
        }
        catch (FormulaException error)
        {
            return (null, [new(error.Code, error.Sentence, declared.Source)]);
        }
    }

    /// <summary>Scores of a dimension seen by several bodies count as their mean; what nobody judged, or nobody knows, is missing.</summary>
    private static Dictionary<string, decimal> ValuesOf(AssessmentContent content, Person person, AssessmentContent? sheet, DateOnly day)
    {
        var values = (content.Parts ?? []).Where(part => part.Score is not null).GroupBy(part => part.Dimension).ToDictionary(group => group.Key.Code(), group => (decimal)group.Average(part => part.Score!.Value));
        values["age"] = day.Year - person.BirthDate.Year - (day < person.BirthDate.AddYears(day.Year - person.BirthDate.Year) ? 1 : 0);
        if (person.MinorChildren is { } children)
        {
            values["minorChildren"] = children;
        }

        if (person.SingleParent is { } single)
        {
            values["singleParent"] = single ? 1 : 0;
        }

        if (person.UnemployedSince is { } since)
        {
            values["monthsWithoutWork"] = Math.Max(0, ((day.Year - since.Year) * 12) + day.Month - since.Month - (day.Day < since.Day ? 1 : 0));
        }

        if (sheet?.Icf is { } codes)
        {
            values["icfProblems"] = codes.Count(one => !one.Facilitator && one.First is >= 2 and <= 4);
        }

        return values;
    }

    private static string? BandOf(IReadOnlyList<FragilityBand> bands, decimal index) => bands.FirstOrDefault(band => band.UpTo is null || index <= band.UpTo)?.Label;

    private sealed record Person(DateOnly BirthDate, int? MinorChildren, bool? SingleParent, DateOnly? UnemployedSince);
}

/// <summary>What the names of a formula mean.</summary>
internal static class FragilityWords
{
    public static IReadOnlyList<FragilityBand> Bands(string json) => System.Text.Json.JsonSerializer.Deserialize<FragilityBand[]>(json) ?? [];

    public static string Bands(IEnumerable<FragilityBand> bands) => System.Text.Json.JsonSerializer.Serialize(bands);

    public static string Name(string name) => (name switch
    {
        "age" => new Words("età in anni", "age in years"),
        "minorChildren" => new Words("figli minori", "minor children"),
        "singleParent" => new Words("genitore solo (1 sì, 0 no)", "single parent (1 yes, 0 no)"),
        "monthsWithoutWork" => new Words("mesi senza lavoro", "months without work"),
        "icfProblems" => new Words("codici ICF con problema da moderato in su nell'ultima scheda firmata", "ICF codes with a problem from moderate on in the last signed sheet"),
        _ => Enum.TryParse<EvaluationDimension>(name, ignoreCase: true, out var dimension)
            ? new Words("punteggio «{0}», da 0 a 4", "score \"{0}\", 0 to 4").With(dimension.Label()) : new Words(name, name),
    }).ToString();
}
