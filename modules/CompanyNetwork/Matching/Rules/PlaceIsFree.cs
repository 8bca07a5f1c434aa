namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>Of an opening whose places are all kept or taken nothing can be given.</summary>
internal sealed class PlaceIsFree : HardConstraint
{
    public override string Code => "match.no-place-left";

    public override Words? Broken(MatchFacts facts) =>
        facts.Opening is { Places: <= 0 } ? new("I posti di questa disponibilità sono già tutti tenuti o occupati.", "All places of this availability are kept or taken already.") : null;
}
