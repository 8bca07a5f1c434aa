namespace InclusionPlatform.Internships.Rules;

/// <summary>A person has one internship at a time.</summary>
internal sealed class PersonIsFree : InternshipRule
{
    public override string Code => "internship.person-overlap";

    public override bool MayBeSetAside => false;

    public override string? Field => "startsOn";

    public override RuleResult Check(RuleFacts facts)
    {
        var other = facts.Person.Running.Where(facts.Days.Overlaps).OrderBy(span => span.Last).LastOrDefault();
        return other is null
            ? Ok(null, new("La persona non ha altri tirocini in quelle date.", "The person has no other internship in those dates."))
            : Blocks(null, new Words(
                "La persona ha già un tirocinio attivo dal {0:d} al {1:d}: concluderlo prima, oppure far iniziare questo dopo.",
                "The person already has an active internship from {0:d} to {1:d}: end it first, or start this one later.").With(other.First, other.Last));
    }
}
