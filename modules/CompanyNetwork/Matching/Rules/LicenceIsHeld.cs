namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>Who has no driving licence is not sent where one is required.</summary>
internal sealed class LicenceIsHeld : HardConstraint
{
    public override string Code => "match.licence-required";

    public override Words? Broken(MatchFacts facts) =>
        facts.Opening?.LicenceRequired == true && facts.Wish.DrivingLicence == false ? new("Serve la patente di guida.", "A driving licence is required.") : null;
}
