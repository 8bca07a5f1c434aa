using System.Globalization;

namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>The place can be reached with the means that the person has.</summary>
internal sealed class PlaceIsWithinReach : HardConstraint
{
    public override string Code => "match.too-far";

    public override Words? Broken(MatchFacts facts)
    {
        if (facts.Km is not { } km || Reach.Km(facts.Wish) is not { } reach || km <= reach)
        {
            return null;
        }

        var moving = Reach.Moving(facts.Wish);
        var (it, en) = (moving.It.Length > 0 ? $" {moving.It}" : "", moving.En.Length > 0 ? $" {moving.En}" : "");
        return new(
            $"Dista {Whole(km)} km in linea d'aria: oltre i {Whole(reach)} km che può fare{it}.",
            $"It is {Whole(km)} km away as the crow flies: more than the {Whole(reach)} km that can be done{en}.");
    }

    private static string Whole(double km) => Math.Round(km).ToString("0", CultureInfo.InvariantCulture);
}
