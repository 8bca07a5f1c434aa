namespace InclusionPlatform.Internships.Rules;

/// <summary>The person is insured against accidents at work, by the convention or for this internship alone.</summary>
internal sealed class InailCover : InternshipRule
{
    public override string Code => "internship.inail-cover";

    public override bool IsOfThePlan => false;

    public override bool MayBeSetAside => false;

    public override string? Field => "inailPosition";

    public override RuleResult Check(RuleFacts facts) => (facts.Documents.InailPosition ?? facts.Convention?.InailPosition) is { } position
        ? Ok(facts.FrameAct, new Words("Copertura INAIL, posizione {0}.", "INAIL cover, position {0}.").With(position))
        : Blocks(facts.FrameAct, new(
            "Manca la copertura INAIL: scrivere la posizione nella convenzione o tra i documenti del tirocinio.",
            "The INAIL cover is missing: write the position in the convention or among the internship's documents."));
}
