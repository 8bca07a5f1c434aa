namespace InclusionPlatform.Internships.Rules;

/// <summary>Damage to others is insured, by the convention or for this internship alone.</summary>
internal sealed class LiabilityCover : InternshipRule
{
    public override string Code => "internship.liability-cover";

    public override bool IsOfThePlan => false;

    public override bool MayBeSetAside => false;

    public override string? Field => "liabilityPolicy";

    public override RuleResult Check(RuleFacts facts)
    {
        var own = facts.Documents.LiabilityPolicy;
        return (own ?? facts.Convention?.LiabilityPolicy, own is null ? facts.Convention?.LiabilityUntil : null) switch
        {
            (null, _) => Blocks(facts.FrameAct, new(
                "Manca la polizza di responsabilità civile verso terzi: scriverla nella convenzione o tra i documenti del tirocinio.",
                "The third-party liability policy is missing: write it in the convention or among the internship's documents.")),
            (var policy, { } until) when until < facts.Plan.StartsOn => Blocks(facts.FrameAct, new Words(
                "La polizza {0} è scaduta il {1:d}, prima dell'inizio: aggiornarla nella convenzione.",
                "Policy {0} ended on {1:d}, before the first day: bring it up to date in the convention.").With(policy, until)),
            (var policy, { } until) when until < facts.Plan.EndsOn => Warns(facts.FrameAct, new Words(
                "La polizza {0} scade il {1:d}, prima della fine del tirocinio: va rinnovata in tempo.",
                "Policy {0} ends on {1:d}, before the internship does: renew it in time.").With(policy, until)),
            (var policy, _) => Ok(facts.FrameAct, new Words("Responsabilità civile verso terzi: polizza {0}.", "Third-party liability: policy {0}.").With(policy)),
        };
    }
}
