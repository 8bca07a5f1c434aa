namespace InclusionPlatform.Beneficiaries.Selection.Rules;

/// <summary>What the order of a ranking looks at.</summary>
internal sealed record RankingKey(int Number, int Points, int? MinorChildren, DateOnly? UnemployedSince, DateOnly BirthDate, DateOnly ProposedOn);

/// <summary>Most points first; among equals what was declared, in its order; at the very end the number. Total and the same whatever the order of reading.</summary>
internal sealed class RankingOrder(IReadOnlyList<TieBreak> tieBreaks) : IComparer<RankingKey>
{
    public int Compare(RankingKey? x, RankingKey? y) => Decide(x!, y!).Sign;

    /// <summary>What decides between two with equal points; null where the points do.</summary>
    public TieBreak? Between(RankingKey before, RankingKey after) => Decide(before, after).By;

    private (int Sign, TieBreak? By) Decide(RankingKey one, RankingKey other)
    {
        if (one.Points != other.Points)
        {
            return (other.Points.CompareTo(one.Points), null);
        }

        foreach (var tie in tieBreaks)
        {
            if (Compare(tie, one, other) is var sign and not 0)
            {
                return (sign, tie);
            }
        }

        return (one.Number.CompareTo(other.Number), TieBreak.Number);
    }

    // What is not known stands behind what is.
    private static int Compare(TieBreak tie, RankingKey one, RankingKey other) => tie switch
    {
        TieBreak.MoreMinorChildren => (other.MinorChildren ?? -1).CompareTo(one.MinorChildren ?? -1),
        TieBreak.LongerUnemployed => (one.UnemployedSince ?? DateOnly.MaxValue).CompareTo(other.UnemployedSince ?? DateOnly.MaxValue),
        TieBreak.Older => one.BirthDate.CompareTo(other.BirthDate),
        TieBreak.Younger => other.BirthDate.CompareTo(one.BirthDate),
        TieBreak.EarlierProposed => one.ProposedOn.CompareTo(other.ProposedOn),
        _ => 0,
    };
}
