namespace InclusionPlatform.Internships.Rules;

/// <summary>Where the region says so, the project names who follows the case for the public service in charge (Toscana, social inclusion: DGR 620/2020, decree 17624/2020).</summary>
internal sealed class CaseManagerIsNamed : InternshipRule
{
    public override string Code => "internship.case-manager";

    public override string? Field => "caseManager";

    public override RuleResult Check(RuleFacts facts)
    {
        var figures = facts.Figures;
        if (figures.CaseManagerRequired is not true)
        {
            return Ok(facts.FrameAct, new("La regione non chiede di indicare chi segue il caso.", "The region does not ask to name who follows the case."));
        }

        var toVerify = figures.IsToVerify("caseManagerRequired");
        return string.IsNullOrWhiteSpace(facts.Plan.CaseManager)
            ? Blocks(figures.Act, new(
                "Manca chi segue il caso per il servizio pubblico che ha in carico la persona: indicarne nome ed ente nel progetto.",
                "It is missing who follows the case for the public service in charge of the person: give name and body in the project."), toVerify: toVerify)
            : Ok(figures.Act, new("Il progetto dice chi segue il caso per il servizio pubblico.", "The project says who follows the case for the public service."), toVerify: toVerify);
    }
}
