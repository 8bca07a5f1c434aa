namespace InclusionPlatform.Beneficiaries.PersonFile.Rules;

/// <summary>For whom unemployment is counted.</summary>
internal enum UnemploymentScheme
{
    Gol,
    FsePlus,
}

/// <summary>From which month on a scheme calls unemployment long, since a day: declared by the administrator with its act, because programmes change it.</summary>
internal sealed class LongTermTerm
{
    /// <summary>The term.</summary>
    public Guid Id { get; set; }

    /// <summary>For which scheme.</summary>
    public UnemploymentScheme Scheme { get; set; }

    /// <summary>Counted so from this day on, until a later term of the scheme.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Months without work.</summary>
    public int Months { get; set; }

    /// <summary>Younger than so many years: other months; 0 for nobody.</summary>
    public int YoungUnder { get; set; }

    /// <summary>Months without work for the young.</summary>
    public int YoungMonths { get; set; }

    /// <summary>The act that says so.</summary>
    public string Source { get; set; } = "";

    /// <summary>The figures are not certain: said on the screen.</summary>
    public bool ToVerify { get; set; }

    /// <summary>When it was declared: of two from the same day the later counts.</summary>
    public DateTimeOffset DeclaredAt { get; set; }

    /// <summary>By whom; nobody for what came with the platform.</summary>
    public Guid DeclaredBy { get; set; }
}

/// <summary>How somebody stands for a scheme on a day.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="LongTerm">Whether it counts as long-term unemployment.</param>
/// <param name="FromOn">The day on which it becomes so.</param>
/// <param name="Months">Months that the scheme asks.</param>
/// <param name="Source">The act.</param>
/// <param name="ToVerify">The figures are not certain.</param>
internal sealed record LongTermStanding(UnemploymentScheme Scheme, bool LongTerm, DateOnly FromOn, int Months, string Source, bool ToVerify);

/// <summary>Long-term unemployment, by the term in force on the day of asking, computed from the day since which somebody has no work and from the age on the day of asking; never written.</summary>
internal static class LongTermUnemployment
{
    public static IReadOnlyList<LongTermStanding> Of(DateOnly? unemployedSince, int age, DateOnly today, IEnumerable<LongTermTerm> terms) =>
        unemployedSince is not { } since ? [] :
        [
            .. terms.Where(term => term.ValidFrom <= today)
                .GroupBy(term => term.Scheme)
                .OrderBy(scheme => scheme.Key)
                .Select(scheme => Standing(LatestOf(scheme)!, since, age, today)),
        ];

    /// <summary>The one from the latest day and, of several from that day, the one declared last.</summary>
    public static LongTermTerm? LatestOf(IEnumerable<LongTermTerm> terms) => terms.OrderByDescending(term => term.ValidFrom).ThenByDescending(term => term.DeclaredAt).ThenByDescending(term => term.Id).FirstOrDefault();

    private static LongTermStanding Standing(LongTermTerm term, DateOnly since, int age, DateOnly today)
    {
        var months = age < term.YoungUnder ? term.YoungMonths : term.Months;
        var from = since.AddMonths(months);
        return new(term.Scheme, from <= today, from, months, term.Source, term.ToVerify);
    }
}
