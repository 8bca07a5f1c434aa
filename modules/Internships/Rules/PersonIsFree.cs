namespace InclusionPlatform.Internships.Rules;

/// <summary>A person is at one place at a time: another internship in the same days is there only at other hours, and both together stay within the week of the contract.</summary>
internal sealed class PersonIsFree : InternshipRule
{
    public override string Code => "internship.person-overlap";

    public override bool MayBeSetAside => false;

    public override string? Field => "startsOn";

    public override RuleResult Check(RuleFacts facts)
    {
        var others = facts.Person.Running.Where(other => facts.Days.Overlaps(new(other.First, other.Last))).OrderBy(other => other.Last).ToArray();
        if (others.Length == 0)
        {
            return Ok(null, new("La persona non ha altri tirocini in quelle date.", "The person has no other internship in those dates."));
        }

        var last = others[^1];
        if (facts.Plan.Hours is not { } hours || Array.Exists(others, other => other.Hours is null))
        {
            return Blocks(null, new Words(
                "La persona ha già un tirocinio attivo dal {0:d} al {1:d}: concluderlo prima, oppure far iniziare questo dopo.",
                "The person already has an active internship from {0:d} to {1:d}: end it first, or start this one later.").With(last.First, last.Last), Together(facts.Days, others));
        }

        var clashes = others.SelectMany(other => hours.Shared(other.Hours!.Slots)).ToArray();
        if (clashes is [var shared, ..])
        {
            return Blocks(null, new Words(
                "La persona ha già un tirocinio dal {0:d} al {1:d} nelle stesse ore ({2}): cambiare orario a uno dei due.".Replace("{2}", shared.Said.It, StringComparison.Ordinal),
                "The person already has an internship from {0:d} to {1:d} at the same hours ({2}): change the hours of one of them.".Replace("{2}", shared.Said.En, StringComparison.Ordinal)).With(last.First, last.Last), Together(facts.Days, others, clashes));
        }

        var (all, most) = ((hours.Minutes + others.Sum(other => other.Hours!.Minutes) + 59) / 60, facts.Figures.MaxWeeklyHours);
        var numbers = new Dictionary<string, long> { ["hours"] = all, ["allowed"] = most };
        return all > most
            ? Blocks(facts.FrameAct, new Words(
                "Con l'altro tirocinio della persona le ore a settimana sarebbero {0}, oltre le {1} del contratto: ridurre l'orario.",
                "With the person's other internship the hours a week would be {0}, above the {1} of the contract: reduce the hours.").With(all, most), numbers)
            : Warns(null, new Words(
                "La persona ha un altro tirocinio dal {0:d} al {1:d}, in altre ore: insieme fanno {2} ore a settimana.",
                "The person has another internship from {0:d} to {1:d}, at other hours: together they make {2} hours a week.").With(last.First, last.Last, all), numbers);
    }

    // More days or more hours together break more of the rule than before.
    private static Dictionary<string, long> Together(Span days, OtherInternship[] others, DayHours[]? clashes = null)
    {
        var numbers = new Dictionary<string, long>
        {
            ["days"] = others.Sum(other => Math.Min(days.Last.DayNumber, other.Last.DayNumber) - Math.Max(days.First.DayNumber, other.First.DayNumber) + 1),
        };
        if (clashes is not null)
        {
            numbers["minutes"] = clashes.Sum(clash => clash.Minutes);
        }

        return numbers;
    }
}
