namespace InclusionPlatform.Bulletin.Editions;

/// <summary>Whether an opportunity went out in the bulletin.</summary>
internal enum InBulletin
{
    /// <summary>In no number that went out.</summary>
    Never,

    /// <summary>In one at least.</summary>
    Sent,
}

/// <summary>The numbers of the bulletin in which an opportunity went out.</summary>
/// <param name="Number">The latest of them.</param>
/// <param name="SentAt">When that one went out.</param>
/// <param name="Times">How many they are.</param>
internal sealed record SentIn(int Number, DateTimeOffset SentAt, int Times);

/// <summary>The number of the bulletin in which an opportunity is to go out: scheduled, and its sending has not begun.</summary>
/// <param name="Number">The first of them, if they are several.</param>
/// <param name="ScheduledAt">When that one goes out, unless it is taken back before.</param>
internal sealed record PlannedIn(int Number, DateTimeOffset ScheduledAt);

/// <summary>Where an opportunity went out, and where it is to; each null for nowhere.</summary>
internal sealed record InNumbers(SentIn? Sent, PlannedIn? Planned)
{
    public static InNumbers None { get; } = new(null, null);
}

/// <summary>
/// Tells of opportunities in which numbers they went out and in which they are to: those whose sending began, but for what was left out of the mail because it was not open any more. One statement for a page.
/// </summary>
internal sealed class SentEditions(IDbSession db)
{
    /// <summary>For lists of <c>bulletin_opportunity</c>: those of no number that went out.</summary>
    public const string Never = $"and not exists ({SelectAny})";

    /// <summary>For lists of <c>bulletin_opportunity</c>: those of one at least.</summary>
    public const string Once = $"and exists ({SelectAny})";

    private const string SelectAny = """
        select 1
        from   bulletin_edition_item i
        join   bulletin_edition e on e.id = i.edition_id
        where  i.opportunity_id = bulletin_opportunity.id and i.left_out is null and e.state in ('sending', 'sent')
        """;

    private const string Select = $"""
        select i.opportunity_id as OpportunityId, e.number as Number, e.scheduled_at as ScheduledAt, e.sending_started_at as StartedAt, e.sent_at as SentAt,
               case when e.state = 'scheduled' then 1 else 0 end as IsPlanned
        from   bulletin_edition_item i
        join   bulletin_edition e on e.id = i.edition_id
        where  i.left_out is null and e.state in ('scheduled', 'sending', 'sent') and i.opportunity_id in {Batches.Keys}
        """;

    /// <summary>By opportunity; of those that are in no number, or only in drafts, there is nothing.</summary>
    /// <param name="opportunities">Which ones.</param>
    /// <param name="except">A number that does not count: the one they are looked at in.</param>
    /// <param name="ct">To stop it.</param>
    public async Task<IReadOnlyDictionary<Guid, InNumbers>> OfAsync(IEnumerable<Guid> opportunities, int? except, CancellationToken ct) =>
        (await db.QueryInBatchesAsync<Guid, Row>(Select, opportunities, null, ct))
            .Where(row => row.Number != except)
            .GroupBy(row => row.OpportunityId)
            .ToDictionary(rows => rows.Key, rows => new InNumbers(Latest([.. rows.Where(row => row.IsPlanned == 0)]), First(rows.Where(row => row.IsPlanned == 1))));

    private static SentIn? Latest(IReadOnlyList<Row> rows) => rows.MaxBy(row => row.At) is { } latest ? new(latest.Number, latest.At, rows.Count) : null;

    private static PlannedIn? First(IEnumerable<Row> rows) => rows.MinBy(row => row.ScheduledAt) is { ScheduledAt: { } at } first ? new(first.Number, at) : null;

    private sealed record Row(Guid OpportunityId, int Number, DateTimeOffset? ScheduledAt, DateTimeOffset? StartedAt, DateTimeOffset? SentAt, int IsPlanned)
    {
        public DateTimeOffset At => SentAt ?? StartedAt ?? default;
    }
}
