namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>Who may have to stop for a while is not sent where that is not borne.</summary>
internal sealed class InterruptionsAreBorne : HardConstraint
{
    public override string Code => "match.interruptions";

    public override Words? Broken(MatchFacts facts) => facts.Opening?.BearsInterruptions == false && facts.Wish.NeedsInterruptions
        ? new("L'azienda non può accettare interruzioni.", "The company cannot bear interruptions.")
        : null;
}
