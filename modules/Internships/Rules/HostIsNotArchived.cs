namespace InclusionPlatform.Internships.Rules;

/// <summary>A company that left the bank hosts nobody.</summary>
internal sealed class HostIsNotArchived : InternshipRule
{
    public override string Code => "internship.host-archived";

    public override bool MayBeSetAside => false;

    public override string? Field => "companyId";

    public override RuleResult Check(RuleFacts facts) => facts.Host.IsArchived
        ? Blocks(null, new(
            "L'azienda è archiviata: chi segue le aziende può riattivarla, altrimenti serve un altro ospitante.",
            "The company is archived: whoever follows companies may bring it back, otherwise another host is needed."))
        : Ok(null, new("L'azienda è attiva nella banca dati.", "The company is active in the bank."));
}
