namespace InclusionPlatform.Internships.Rules;

/// <summary>Damage to others is insured, by the convention or for this internship alone.</summary>
internal sealed class LiabilityCover : InternshipRule
{
    public override string Code => "internship.liability-cover";

    public override string? Field => "liabilityPolicy";

    public override RuleResult Check(RuleFacts facts) => (facts.Documents.LiabilityPolicy ?? facts.Convention?.LiabilityPolicy) is { } policy
        ? Ok(facts.FrameAct, new Words("Responsabilità civile verso terzi: polizza {0}.", "Third-party liability: policy {0}.").With(policy))
        : Blocks(facts.FrameAct, new(
            "Manca la polizza di responsabilità civile verso terzi: scriverla nella convenzione o tra i documenti del tirocinio.",
            "The third-party liability policy is missing: write it in the convention or among the internship's documents."));
}
