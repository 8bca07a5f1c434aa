namespace InclusionPlatform.Internships.Rules;

/// <summary>The host's tutor follows few interns at once.</summary>
internal sealed class HostTutorLoad : InternshipRule
{
    public override string Code => "internship.host-tutor-load";

    public override string? Field => "hostTutor";

    public override RuleResult Check(RuleFacts facts)
    {
        var others = facts.Days.PeakOf(facts.Host.OfHostTutor);
        var toVerify = facts.Figures.IsToVerify("hostTutorMax");
        if (facts.Figures.HostTutorMax is not { } most)
        {
            return Ok(facts.Figures.Act, new Words(
                "Altri tirocini seguiti dal tutor aziendale: {0}; per questo tipo non c'è un massimo scritto.",
                "Other internships of the host's tutor: {0}; for this kind there is no written maximum.").With(others), new Dictionary<string, long> { ["others"] = others });
        }

        var numbers = new Dictionary<string, long> { ["others"] = others, ["allowed"] = most };
        return others < most
            ? Ok(facts.FrameAct, new Words("Altri tirocini seguiti dal tutor aziendale: {0}, al massimo {1} in tutto.", "Other internships of the host's tutor: {0}, {1} at most in all.").With(others, most), numbers, toVerify)
            : Blocks(facts.FrameAct, new Words(
                "Il tutor aziendale segue già {0} tirocinanti e il massimo è {1}: indicare un'altra persona dell'azienda.",
                "The host's tutor already follows {0} interns and the maximum is {1}: name somebody else of the company.").With(others, most), numbers, toVerify);
    }
}
