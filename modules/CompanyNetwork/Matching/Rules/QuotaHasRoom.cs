namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>The host may take one more intern of this kind: the internships' own rule says so.</summary>
internal sealed class QuotaHasRoom : HardConstraint
{
    public override string Code => "match.quota-full";

    public override Words? Broken(MatchFacts facts) => facts.Quota is { Holds: true, Left: 0, Allowed: { } allowed }
        ? new Words(
            "Ha già il numero massimo di tirocinanti ({0}). Per i tirocini che non contano nel massimo, scegliere il tipo di tirocinio.",
            "It already has as many interns as it may ({0}). For internships that do not count, choose the kind of internship.").With(allowed)
        : null;
}
