namespace InclusionPlatform.Internships.Rules;

/// <summary>
/// Interns are workers for safety at work (D.Lgs. 81/2008, art. 2, c. 1, lett. a): general and specific training by the risk of the sector, before they begin (art. 37).
/// Hours as in the State-Regions accord of 21-12-2011, rep. 221/CSR: 4 general, 4, 8 or 12 specific; the accord of 17-4-2025, rep. 59/CSR, takes its place (to verify).
/// </summary>
internal sealed class SafetyTraining : InternshipRule
{
    private const string Law = "D.Lgs. 81/2008, artt. 2 e 37; accordo Stato-Regioni 21-12-2011, rep. 221/CSR, e 17-4-2025, rep. 59/CSR";
    private const int General = 4;
    private const string GeneralHours = "safetyGeneralHours", SpecificHours = "safetySpecificHours", On = "safetyOn";

    public override string Code => "internship.safety-training";

    public override bool IsOfThePlan => false;

    public override string? Field => GeneralHours;

    /// <summary>Least hours of specific training.</summary>
    public static int Specific(SafetyRisk risk) => risk switch
    {
        SafetyRisk.High => 12,
        SafetyRisk.Medium => 8,
        _ => 4,
    };

    public override RuleResult Check(RuleFacts facts)
    {
        if (facts.Plan.Safety is not { Risk: { } risk, GeneralHours: { } general, SpecificHours: { } specific, On: { } day } safety || string.IsNullOrEmpty(safety.By))
        {
            return Missing(facts.Plan.Safety);
        }

        var least = Specific(risk);
        var numbers = new Dictionary<string, long> { ["general"] = general, ["specific"] = specific, ["leastGeneral"] = General, ["leastSpecific"] = least };
        if (general < General || specific < least)
        {
            return Blocks(Law, new Words(
                "Formazione sulla sicurezza: {0} ore generali e {1} specifiche, ma per questo rischio ne servono {2} e {3}.",
                "Safety training: {0} general and {1} specific hours, but this risk needs {2} and {3}.").With(general, specific, General, least), numbers, toVerify: true) with
            {
                Field = general < General ? GeneralHours : SpecificHours,
            };
        }

        return day > facts.Plan.StartsOn
            ? Blocks(Law, new Words(
                "La formazione sulla sicurezza è il {0:d}, dopo l'inizio: va conclusa entro il {1:d}.",
                "The safety training is on {0:d}, after the start: it must be over by {1:d}.").With(day, facts.Plan.StartsOn), numbers, toVerify: true) with { Field = On }
            : Ok(Law, new Words(
                "Formazione sulla sicurezza: {0} ore generali e {1} specifiche, entro il {2:d}.", "Safety training: {0} general and {1} specific hours, by {2:d}.").With(general, specific, day), numbers, toVerify: true);
    }

    /// <summary>Only what is not there yet is asked for, and the first of it is the field that mends it.</summary>
    private RuleResult Missing(SafetyFacts? safety)
    {
        (bool IsMissing, string Field, Words Name)[] parts =
        [
            (safety?.Risk is null, "safetyRisk", new("il rischio del settore", "the risk of the sector")),
            (safety?.GeneralHours is null, GeneralHours, new("le ore generali", "the general hours")),
            (safety?.SpecificHours is null, SpecificHours, new("le ore specifiche", "the specific hours")),
            (safety?.On is null, On, new("entro quando", "by when")),
            (string.IsNullOrEmpty(safety?.By), "safetyBy", new("chi la tiene", "who holds it")),
        ];
        var missing = parts.Where(part => part.IsMissing).ToArray();
        return Blocks(Law, new(
            $"Manca la formazione sulla sicurezza: indicare {string.Join(", ", missing.Select(part => part.Name.It))}.",
            $"The safety training is missing: give {string.Join(", ", missing.Select(part => part.Name.En))}.")) with { Field = missing[0].Field };
    }
}
