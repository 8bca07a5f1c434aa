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

/// <summary>
/// Tells of opportunities in which numbers they went out: those whose sending began, but for what was left out of the mail because it was not open any more. One statement for a page.
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
        select i.opportunity_id as OpportunityId, e.number as Number, e.sending_started_at as StartedAt, e.sent_at as SentAt
        from   bulletin_edition_item i
        join   bulletin_edition e on e.id = i.edition_id
        where  i.left_out is null and e.state in ('sending', 'sent') and i.opportunity_id in {Batches.Keys}
        """;

    /// <summary>By opportunity; of those that never went out there is nothing.</summary>
    /// <param name="opportunities">Which ones.</param>
    /// <param name="except">A number that does not count: the one they are looked at in.</param>
    /// <param name="ct">To stop it.</param>
    public async Task<IReadOnlyDictionary<Guid, SentIn>> OfAsync(IEnumerable<Guid> opportunities, int? except, CancellationToken ct) =>
        (await db.QueryInBatchesAsync<Guid, Row>(Select, opportunities, null, ct))
            .Where(row => row.Number != except)
            .GroupBy(row => row.OpportunityId)
            .ToDictionary(rows => rows.Key, rows => Latest([.. rows]));

    private static SentIn Latest(IReadOnlyList<Row> rows)
    {
        var latest = rows.MaxBy(row => row.At)!;
        return new(latest.Number, latest.At, rows.Count);
    }

    private sealed record Row(Guid OpportunityId, int Number, DateTimeOffset? StartedAt, DateTimeOffset? SentAt)
    {
        public DateTimeOffset At => SentAt ?? StartedAt ?? default;
    }
}
