namespace InclusionPlatform.Internships.Rules;

/// <summary>The same person does not do a second internship at the same host; one of social inclusion is repeated only with an attestation.</summary>
internal sealed class NotAtTheSameHostAgain : InternshipRule
{
    public override string Code => "internship.same-host-again";

    public override string? Field => "companyId";

    public override RuleResult Check(RuleFacts facts)
    {
        var before = facts.Person.BeforeAtThisHost;
        var numbers = new Dictionary<string, long> { ["before"] = before };
        return (before, facts.IsSocialInclusion, facts.Documents.IsAttested) switch
        {
            (0, _, _) => Ok(facts.FrameAct, new("È il primo tirocinio della persona in questa azienda.", "It is the person's first internship in this company."), numbers),
            (_, true, true) => Ok(facts.FrameAct, new Words(
                "La persona è già stata in questa azienda; la ripetizione è attestata il {0:d}.",
                "The person was already in this company; the repetition was attested on {0:d}.").With(facts.Documents.AttestedOn), numbers),
            (_, true, false) => Blocks(facts.FrameAct, new(
                "La persona è già stata in questa azienda: per ripetere serve l'attestazione del servizio pubblico che l'ha in carico, da registrare tra i documenti.",
                "The person was already in this company: to repeat, an attestation of the public service in charge is needed, to be recorded among the documents."), numbers),
            _ => Blocks(facts.FrameAct, new(
                "La persona ha già fatto un tirocinio in questa azienda e non può ripeterlo: scegliere un altro ospitante.",
                "The person already did an internship in this company and may not repeat it: choose another host."), numbers),
        };
    }
}
