namespace InclusionPlatform.Internships.Rules;

/// <summary>
/// An internship of social inclusion is extended or repeated, at whatever host, only with an attestation by the public service in charge (accord 22-1-2015, rep. 7/CSR).
/// </summary>
internal sealed class InclusionIsRepeated : InternshipRule
{
    public override string Code => "internship.inclusion-repeated";

    public override string? Field => "attestedBy";

    public override RuleResult Check(RuleFacts facts)
    {
        var before = facts.Person.InclusionBefore;
        var numbers = new Dictionary<string, long> { ["before"] = before };
        return facts switch
        {
            { IsSocialInclusion: false } => Ok(facts.FrameAct, new(
                "Per un tirocinio extracurriculare non serve l'attestazione del servizio pubblico.", "An extracurricular internship needs no attestation by the public service."), numbers),
            { Person.InclusionBefore: 0 } => Ok(facts.FrameAct, new(
                "È il primo tirocinio di inclusione sociale della persona.", "It is the person's first internship of social inclusion."), numbers),
            { Documents.IsAttested: true } => Ok(facts.FrameAct, new Words(
                "La persona ha già fatto tirocini di inclusione sociale; la ripetizione è attestata il {0:d}.",
                "The person already did internships of social inclusion; the repetition was attested on {0:d}.").With(facts.Documents.AttestedOn), numbers),
            _ => Blocks(facts.FrameAct, new(
                "La persona ha già fatto un tirocinio di inclusione sociale: per ripeterlo, anche in un'altra azienda, serve l'attestazione del servizio pubblico che l'ha in carico. Registrarla tra i documenti.",
                "The person already did an internship of social inclusion: to repeat it, at another company too, an attestation of the public service in charge is needed. Record it among the documents."), numbers),
        };
    }
}
