using InclusionPlatform.Internships.Allowances.Reckoning;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>
/// What somebody got too much is taken from what is due to them, to the cent, and never asked back by a transfer. What does not fit waits: its item keeps the version of the register that was listed
/// before, so that the next list finds the register again and reckons what is left by itself.
/// </summary>
internal static class Debts
{
    /// <returns>What goes on the list, and how many debts wait, whole or in part.</returns>
    public static (IReadOnlyList<DraftItem> Taken, int Carried) SetOff(IReadOnlyList<DraftItem> items)
    {
        var due = items.Where(item => item.Cents > 0).GroupBy(item => item.BeneficiaryId).ToDictionary(group => group.Key, group => group.Sum(item => item.Cents));
        var taken = new List<DraftItem>(items.Count);
        var carried = 0;
        foreach (var item in items)
        {
            if (item.Cents >= 0)
            {
                taken.Add(item);
                continue;
            }

            var left = due.GetValueOrDefault(item.BeneficiaryId);
            var part = Math.Min(left, -item.Cents);
            if (part < -item.Cents)
            {
                carried++;
            }

            if (part > 0)
            {
                due[item.BeneficiaryId] = left - part;
                taken.Add(part == -item.Cents ? item : PartOf(item, part));
            }
        }

        return (taken, carried);
    }

    private static DraftItem PartOf(DraftItem item, long part)
    {
        var rest = -item.Cents - part;
        return item with { Cents = -part, RegisterVersion = item.ListedVersion, Lines = [.. item.Lines, new(ReckonedStep.Carried) { MonthCents = rest, Cents = rest }] };
    }
}
