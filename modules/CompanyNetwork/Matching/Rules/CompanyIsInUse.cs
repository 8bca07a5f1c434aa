namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>An archived company is not proposed.</summary>
internal sealed class CompanyIsInUse : HardConstraint
{
    public override string Code => "match.archived";

    public override Words? Broken(MatchFacts facts) => facts.Company.Archived ? new("L'azienda è archiviata.", "The company is archived.") : null;
}
