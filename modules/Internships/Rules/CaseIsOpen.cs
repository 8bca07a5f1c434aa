namespace InclusionPlatform.Internships.Rules;

/// <summary>An internship is an action of a case: the case was open by its first day and is not closed.</summary>
internal sealed class CaseIsOpen : InternshipRule
{
    public override string Code => "internship.case-open";

    public override bool MayBeSetAside => false;

    public override string? Field => "caseId";

    public override RuleResult Check(RuleFacts facts) => facts.Person switch
    {
        { CaseClosedOn: { } closed } when closed < facts.Plan.EndsOn => Blocks(null, new Words(
            "La presa in carico è chiusa dal {0:d}: riaprirla, oppure scegliere quella aperta della stessa persona.",
            "The case was closed on {0:d}: reopen it, or choose the person's open one.").With(closed)),
        { CaseOpenedOn: var opened } when opened > facts.Plan.StartsOn => Blocks(null, new Words(
            "La presa in carico è del {0:d}, dopo l'inizio del tirocinio: correggere una delle due date.",
            "The case was opened on {0:d}, after the internship's first day: correct one of the two dates.").With(opened)),
        _ => Ok(null, new("La presa in carico è aperta.", "The case is open.")),
    };
}
