namespace InclusionPlatform.Internships.Rules;

/// <summary>The individual training project is signed by person, host and promoter, not later than the first day.</summary>
internal sealed class ProjectIsSigned : InternshipRule
{
    public override string Code => "internship.project-signed";

    public override bool IsOfThePlan => false;

    public override bool MayBeSetAside => false;

    public override string? Field => "signedByPersonOn";

    public override RuleResult Check(RuleFacts facts)
    {
        var papers = facts.Documents;
        var missing = new[]
        {
            (papers.SignedByPersonOn, It: "persona", En: "person"),
            (papers.SignedByHostOn, It: "azienda", En: "host"),
            (papers.SignedByPromoterOn, It: "servizio", En: "service"),
        };
        var unsigned = missing.Where(signature => signature.Item1 is null).ToArray();
        if (unsigned.Length > 0)
        {
            return Blocks(facts.FrameAct, new Words(
                "Nel progetto formativo manca la firma di: {0}.".Replace("{0}", string.Join(", ", unsigned.Select(signature => signature.It)), StringComparison.Ordinal),
                "The training project lacks the signature of: {0}.".Replace("{0}", string.Join(", ", unsigned.Select(signature => signature.En)), StringComparison.Ordinal)),
                new Dictionary<string, long> { ["missing"] = unsigned.Length });
        }

        return Array.Exists(missing, signature => signature.Item1 > facts.Plan.StartsOn)
            ? Blocks(facts.FrameAct, new(
                "Il progetto formativo è firmato dopo l'inizio: correggere la data della firma oppure spostare l'inizio.",
                "The training project was signed after the first day: correct the day of the signature or move the first day."))
            : Ok(facts.FrameAct, new("Il progetto formativo è firmato da persona, azienda e servizio.", "The training project is signed by person, host and service."));
    }
}
