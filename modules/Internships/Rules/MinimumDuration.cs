namespace InclusionPlatform.Internships.Rules;

/// <summary>Long enough to learn something: two months, one where the host works by season and the region makes that exception.</summary>
internal sealed class MinimumDuration : InternshipRule
{
    public override string Code => "internship.minimum-duration";

    public override string? Field => "endsOn";

    public override RuleResult Check(RuleFacts facts)
    {
        // Where the region makes no exception for seasonal work, its minimum holds for that too.
        var (whole, seasonal) = (facts.Figures.MinMonths, facts.Figures.MinMonthsSeasonal);
        var least = facts.Plan.Seasonal ? seasonal ?? whole : whole;
        if (least is not { } months)
        {
            return Ok(facts.Figures.Act, new("La regione non fissa una durata minima per questo tipo di tirocinio.", "The region sets no minimum duration for this kind of internship."));
        }

        var first = InternshipMonths.LastDay(facts.Plan.StartsOn, months);
        var numbers = new Dictionary<string, long> { ["least"] = months };
        var toVerify = facts.Figures.IsToVerify("minMonths");
        return facts.Plan.CountedEnd >= first
            ? Ok(facts.Figures.Act, new Words("La durata minima (mesi: {0}) è rispettata.", "The minimum duration (months: {0}) is respected.").With(months), numbers, toVerify)
            : Blocks(facts.Figures.Act, facts.Plan.Seasonal || seasonal is not { } ofSeason ? Shorter(months, first) : ShorterThanUsual(months, first, ofSeason), numbers, toVerify);
    }

    private static Words Shorter(int months, DateOnly first)
    {
        var least = Said(months);
        return new Words(
            $"Il tirocinio dura meno del minimo di {least.It}: deve finire il {{0:d}} o dopo.",
            $"The internship is shorter than the minimum of {least.En}: it must end on {{0:d}} or later.").With(first);
    }

    private static Words ShorterThanUsual(int months, DateOnly first, int ofSeason)
    {
        var (least, shorter) = (Said(months), Said(ofSeason));
        return new Words(
            $"Il tirocinio dura meno del minimo di {least.It}: deve finire il {{0:d}} o dopo. Per le attività stagionali {(ofSeason == 1 ? "basta" : "bastano")} {shorter.It}: indicarlo nella proposta.",
            $"The internship is shorter than the minimum of {least.En}: it must end on {{0:d}} or later. For seasonal work {shorter.En} {(ofSeason == 1 ? "is" : "are")} enough: say so in the proposal.").With(first);
    }

    private static Words Said(int months) => months == 1 ? new("un mese", "one month") : new($"{months} mesi", $"{months} months");
}
