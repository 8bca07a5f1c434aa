namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>Who said at the last contact that it will never take anybody is not asked again by matching.</summary>
internal sealed class CompanyDidNotSayNever : HardConstraint
{
    public override string Code => "match.said-never";

    public override Words? Broken(MatchFacts facts) =>
        facts.Company.SaidNever ? new("All'ultimo contatto ha risposto che non accoglie nessuno.", "At the last contact it said that it takes nobody.") : null;
}
