namespace InclusionPlatform.Internships.Rules;

/// <summary>The promoter's tutor has a maximum too; it is waived for the same purpose at the same host, so it only warns.</summary>
internal sealed class PromoterTutorLoad : InternshipRule
{
    public override string Code => "internship.promoter-tutor-load";

    public override string? Field => "promoterTutorId";

    public override RuleResult Check(RuleFacts facts)
    {
        var others = facts.Days.PeakOf(facts.Host.OfPromoterTutor);
        var toVerify = facts.Figures.IsToVerify("promoterTutorMax");
        if (facts.Figures.PromoterTutorMax is not { } most || others < most)
        {
            return Ok(facts.FrameAct, new Words("Altri tirocini seguiti dal tutor del servizio: {0}.", "Other internships of the service's tutor: {0}.").With(others), new Dictionary<string, long> { ["others"] = others }, toVerify);
        }

        return Warns(facts.FrameAct, new Words(
            "Il tutor del servizio segue già {0} tirocini e il massimo è {1}, salvo che siano per lo stesso scopo presso lo stesso ospitante: valutare un'altra persona.",
            "The service's tutor already follows {0} internships and the maximum is {1}, unless they are for the same purpose at the same host: consider somebody else.").With(others, most), new Dictionary<string, long> { ["others"] = others, ["allowed"] = most }, toVerify);
    }
}
