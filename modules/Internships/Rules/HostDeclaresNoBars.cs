namespace InclusionPlatform.Internships.Rules;

/// <summary>The host declares that nothing bars it: dismissals, short-time work, L.68/99, safety. Binding for the extracurricular kind, as the region says for the other.</summary>
internal sealed class HostDeclaresNoBars : InternshipRule
{
    public override string Code => "internship.host-declaration";

    public override bool IsOfThePlan => false;

    public override string? Field => "hostDeclaredOn";

    public override RuleResult Check(RuleFacts facts)
    {
        Words missing = new(
            "Manca la dichiarazione dell'azienda: nessun licenziamento per le stesse mansioni negli ultimi 12 mesi, nessuna cassa integrazione su di esse, in regola con la L. 68/99 e con la sicurezza. Registrarne la data tra i documenti.",
            "The company's declaration is missing: no dismissals on the same duties in the last 12 months, no short-time work on them, in order with L. 68/99 and safety. Record its day among the documents.");
        return facts switch
        {
            { Documents.HostDeclaredOn: { } day } when day > facts.Plan.StartsOn => Blocks(facts.FrameAct, new Words(
                "La dichiarazione dell'azienda è del {0:d}, dopo l'inizio: correggere la data oppure spostare l'inizio.",
                "The company's declaration is of {0:d}, after the first day: correct the day or move the first day.").With(day)),
            { Documents.HostDeclaredOn: { } day } => Ok(facts.FrameAct, new Words(
                "L'azienda ha dichiarato il {0:d} di poter ospitare.", "The company declared on {0:d} that it may host.").With(day)),
            { IsSocialInclusion: true } => Warns(facts.FrameAct, missing),
            _ => Blocks(facts.FrameAct, missing),
        };
    }
}
