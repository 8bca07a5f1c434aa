namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>Who asked not to be contacted is left alone.</summary>
internal sealed class CompanyMayBeContacted : HardConstraint
{
    public override string Code => "match.do-not-contact";

    public override Words? Broken(MatchFacts facts) =>
        facts.Company.DoNotContact ? new("L'azienda ha chiesto di non essere contattata.", "The company asked not to be contacted.") : null;
}
