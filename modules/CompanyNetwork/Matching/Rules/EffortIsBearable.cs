using InclusionPlatform.CompanyNetwork.Contracts;

namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>The work is no harder on the body than the person can bear.</summary>
internal sealed class EffortIsBearable : HardConstraint
{
    public override string Code => "match.effort";

    public override Words? Broken(MatchFacts facts) => facts.Opening?.Effort is { } asked && facts.Wish.Effort is { } bearable && asked > bearable
        ? new($"Chiede uno sforzo fisico {It(asked)}: il massimo indicato è {It(bearable)}.", $"It asks for {En(asked)} physical effort: the most given is {En(bearable)}.")
        : null;

    private static string It(Effort effort) => effort switch { Effort.Low => "basso", Effort.Medium => "medio", _ => "alto" };

    private static string En(Effort effort) => effort switch { Effort.Low => "low", Effort.Medium => "medium", _ => "high" };
}
