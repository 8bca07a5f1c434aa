using InclusionPlatform.Internships.Allowances.Reckoning;

namespace InclusionPlatform.Internships.Allowances.Schemes;

/// <summary>The schemes: few rows, read whole in three statements.</summary>
internal sealed class SchemeTable(IDbSession db)
{
    private const string SelectSchemes = """
        select   id as Id, version as Version, name as Name, region as Region, kind as Kind, note as Note, max_daily_hours as MaxDailyHours
        from     internships_allowance_scheme
        order by sort_name, id
        """;

    private const string SelectTerms = """
        select   scheme_id as SchemeId, valid_from as ValidFrom, method as Method, cents as Cents, cents_with_meals as CentsWithMeals, threshold_percent as ThresholdPercent, below as Below,
                 floor_cents as FloorCents, total_cents as TotalCents, act as Act, to_verify as ToVerify, day_share as DayShare, threshold_above as ThresholdAbove
        from     internships_allowance_terms
        order by scheme_id, valid_from
        """;

    private const string SelectSteps = """
        select   scheme_id as SchemeId, valid_from as ValidFrom, reached_at as ReachedAt, cents as Cents
        from     internships_allowance_step
        order by scheme_id, valid_from, reached_at
        """;

    private const string CountUses = "select count(*) from internships_allowance_assigned_scheme where scheme_id = @Id";
    private const string SelectUsed = "select distinct scheme_id from internships_allowance_assigned_scheme";

    /// <summary>All that is read of the schemes, in its order.</summary>
    public static IReadOnlyList<string> Read { get; } = [SelectSchemes, SelectTerms, SelectSteps];

    public Task<IReadOnlyList<AllowanceScheme>> AllAsync(CancellationToken ct) => AllAsync(null, ct);

    private async Task<IReadOnlyList<AllowanceScheme>> AllAsync(RowDigest? into, CancellationToken ct)
    {
        Task<IReadOnlyList<T>> Of<T>(string sql) => into is null ? db.QueryAsync<T>(sql, null, ct) : db.QueryAsync<T>(sql, null, into, ct);
        var schemes = await Of<SchemeRow>(SelectSchemes);
        var terms = (await Of<TermsRow>(SelectTerms)).ToLookup(row => row.SchemeId);
        var steps = (await Of<StepRow>(SelectSteps)).ToLookup(row => (row.SchemeId, row.ValidFrom), row => new AmountStep(row.ReachedAt, row.Cents));
        return [.. schemes.Select(scheme => new AllowanceScheme(
            scheme.Id, scheme.Version, scheme.Name, scheme.Region, scheme.Kind, scheme.Note,
            [.. terms[scheme.Id].Select(row => new TermsData(
                row.ValidFrom, row.Method, row.Cents, row.CentsWithMeals, row.ThresholdPercent, row.Below, row.FloorCents, row.TotalCents, [.. steps[(scheme.Id, row.ValidFrom)]], row.Act,
                row.ToVerify?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []) { DayShare = row.DayShare ?? DayShare.CalendarDays, ThresholdAbove = row.ThresholdAbove ?? false })]) { MaxDailyHours = scheme.MaxDailyHours })];
    }

    /// <summary>The terms of every scheme, by scheme and first day.</summary>
    /// <param name="ct">Cancels.</param>
    /// <param name="into">To which all that is read is added.</param>
    public async Task<SchemeBook> BookAsync(CancellationToken ct, RowDigest? into = null) => new((await AllAsync(into, ct)).ToDictionary(
        scheme => scheme.Id,
        IReadOnlyList<AllowanceTerms> (scheme) => [.. scheme.Terms.OrderBy(terms => terms.ValidFrom).Select(terms => new AllowanceTerms(
            terms.ValidFrom!.Value, terms.Method!.Value, terms.Cents ?? 0, terms.CentsWithMeals, terms.ThresholdPercent, terms.Below ?? BelowThreshold.Nothing, terms.FloorCents, terms.TotalCents,
            terms.Steps ?? [], terms.Act) { DayShare = terms.DayShare ?? DayShare.CalendarDays, ThresholdAbove = terms.ThresholdAbove ?? false, MaxDailyHours = scheme.MaxDailyHours })]));

    /// <summary>Whether an internship is paid by it.</summary>
    public async Task<bool> IsUsedAsync(Guid id, CancellationToken ct) => await db.ScalarAsync<int>(CountUses, new { Id = id }, ct) > 0;

    /// <summary>Those by which an internship is paid.</summary>
    public async Task<IReadOnlySet<Guid>> UsedAsync(CancellationToken ct) => (await db.QueryAsync<Guid>(SelectUsed, null, ct)).ToHashSet();

    private sealed record SchemeRow(Guid Id, int Version, string Name, string? Region, InternshipKind? Kind, string? Note, int? MaxDailyHours);

    private sealed record TermsRow(
        Guid SchemeId, DateOnly ValidFrom, AllowanceMethod Method, long Cents, long? CentsWithMeals, int? ThresholdPercent, BelowThreshold Below, long? FloorCents, long? TotalCents, string? Act, string? ToVerify, DayShare? DayShare,
        bool? ThresholdAbove);

    private sealed record StepRow(Guid SchemeId, DateOnly ValidFrom, int ReachedAt, long Cents);
}

/// <summary>From this day on the internship is paid by this scheme.</summary>
internal sealed record SchemeFrom(DateOnly From, Guid SchemeId);

/// <summary>The terms of all schemes.</summary>
internal sealed class SchemeBook(IReadOnlyDictionary<Guid, IReadOnlyList<AllowanceTerms>> bySchemes)
{
    /// <summary>The terms that follow one another for somebody who passes through these schemes.</summary>
    public IReadOnlyList<TermsFrom> Timeline(IReadOnlyList<SchemeFrom> assigned)
    {
        var timeline = new List<TermsFrom>();
        SchemeFrom[] ordered = [.. assigned.OrderBy(one => one.From)];
        for (var index = 0; index < ordered.Length; index++)
        {
            var (from, until) = (ordered[index].From, index + 1 < ordered.Length ? ordered[index + 1].From : DateOnly.MaxValue);
            var terms = bySchemes.GetValueOrDefault(ordered[index].SchemeId) ?? [];
            timeline.Add(new(from, terms.LastOrDefault(one => one.ValidFrom <= from)));
            timeline.AddRange(terms.Where(one => one.ValidFrom > from && one.ValidFrom < until).Select(one => new TermsFrom(one.ValidFrom, one)));
        }

        return timeline;
    }
}
