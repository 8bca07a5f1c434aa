namespace InclusionPlatform.Internships.Rules;

/// <summary>The project and the mandatory communication name both parties by their tax codes: what is not known would be a blank on what people sign.</summary>
internal sealed class TaxCodesAreKnown : InternshipRule
{
    public override string Code => "internship.tax-codes";

    public override bool IsOfThePlan => false;

    public override string? Field => null;

    public override RuleResult Check(RuleFacts facts) => (facts.HostTaxCodeIsKnown, facts.PromoterTaxCodeIsKnown) switch
    {
        (true, true) => Ok(facts.FrameAct, new("I codici fiscali dell'azienda e del soggetto promotore sono noti.", "The tax codes of company and promoter are known.")),
        (false, true) => Warns(facts.FrameAct, new(
            "Manca il codice fiscale o la partita IVA dell'azienda: nel progetto resterebbe in bianco. Scriverlo nella scheda dell'azienda.",
            "The company's tax code or VAT number is missing: the project would leave it blank. Write it on the company's record.")),
        (true, false) => Warns(facts.FrameAct, new(
            "Manca il codice fiscale del soggetto promotore: nel progetto resterebbe in bianco. Lo imposta chi gestisce l'installazione (Internships:Promoter:TaxCode).",
            "The promoter's tax code is missing: the project would leave it blank. Whoever runs the installation sets it (Internships:Promoter:TaxCode).")),
        _ => Warns(facts.FrameAct, new(
            "Mancano il codice fiscale dell'azienda e quello del soggetto promotore: nel progetto resterebbero in bianco. Il primo si scrive nella scheda dell'azienda, il secondo lo imposta chi gestisce l'installazione (Internships:Promoter:TaxCode).",
            "The tax codes of company and promoter are missing: the project would leave them blank. The first is written on the company's record, the second is set by whoever runs the installation (Internships:Promoter:TaxCode).")),
    };
}
