namespace InclusionPlatform.Internships.Rules;

/// <summary>Long enough to learn something: two months, one where the host works by season.</summary>
internal sealed class MinimumDuration : InternshipRule
{
    public override string Code => "internship.minimum-duration";

    public override string? Field => "endsOn";

    public override RuleResult Check(RuleFacts facts)
    {
        var least = facts.Plan.Seasonal ? facts.Figures.MinMonthsSeasonal : facts.Figures.MinMonths;
        if (least is not { } months)
        {
            return Ok(facts.Figures.Act, new("La regione non fissa una durata minima per questo tipo di tirocinio.", "The region sets no minimum duration for this kind of internship."));
        }

        var first = InternshipMonths.LastDay(facts.Plan.StartsOn, months);
        var numbers = new Dictionary<string, long> { ["least"] = months };
        var toVerify = facts.Figures.IsToVerify("minMonths");
        return facts.Plan.CountedEnd >= first
            ? Ok(facts.Figures.Act, new Words("La durata minima (mesi: {0}) è rispettata.", "The minimum duration (months: {0}) is respected.").With(months), numbers, toVerify)
            : Blocks(facts.Figures.Act, new Words(
                "Il tirocinio dura meno del minimo di {0} mesi: deve finire il {1:d} o dopo. Per le attività stagionali basta un mese: indicarlo nella proposta.",
                "The internship is shorter than the minimum of {0} months: it must end on {1:d} or later. For seasonal work one month is enough: say so in the proposal.").With(months, first), numbers, toVerify);
    }
}
