namespace InclusionPlatform.CompanyNetwork.Matching.Rules;

/// <summary>Who cannot work in shifts is not sent where work is in shifts.</summary>
internal sealed class ShiftsArePossible : HardConstraint
{
    public override string Code => "match.shifts";

    public override Words? Broken(MatchFacts facts) =>
        facts.Opening?.Shifts == true && facts.Wish.Shifts == false ? new("Si lavora a turni.", "Work is in shifts.") : null;
}
