namespace InclusionPlatform.Beneficiaries.Participation.Rules;

/// <summary>
/// A count of special categories of data (GDPR art. 9) under five, or one that leaves under five out, is not told; and where one gender's count is hidden, neither is what would give it by subtraction.
/// </summary>
internal static class SmallNumbers
{
    public const int Least = 5;

    public static IndicatorCount Hide(IndicatorCount count, int participants)
    {
        var total = count.Total!.Value;
        if (Few(total) || Few(participants - total))
        {
            return count with { Women = null, Men = null, NonBinary = null, Total = null };
        }

        int[] cells = [count.Women!.Value, count.Men!.Value, count.NonBinary!.Value];
        if (!cells.Any(Few))
        {
            return count;
        }

        // The hidden ones must add up to more than one cell, and to no small number that their sum would tell.
        var hidden = cells.Select(Few).ToArray();
        while (hidden.Count(one => one) < 2 || Few(cells.Where((_, place) => hidden[place]).Sum()))
        {
            if (hidden.All(one => one))
            {
                break;
            }

            hidden[Enumerable.Range(0, cells.Length).Where(place => !hidden[place]).MinBy(place => cells[place] == 0 ? int.MaxValue : cells[place])] = true;
        }

        int? Shown(int place) => hidden[place] ? null : cells[place];
        return count with { Women = Shown(0), Men = Shown(1), NonBinary = Shown(2) };
    }

    private static bool Few(int people) => people is > 0 and < Least;
}
