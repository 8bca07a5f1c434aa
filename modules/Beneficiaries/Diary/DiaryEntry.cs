using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.Beneficiaries.Diary;

/// <summary>An entry of a diary.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Version">For changing and signing a draft.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="On">When it happened.</param>
/// <param name="At">HH:mm, or null.</param>
/// <param name="Text">Facts and agreements.</param>
/// <param name="Readers">Who reads it besides its author; null is the whole équipe.</param>
/// <param name="AmendsId">The entry that this one amends.</param>
/// <param name="AmendsOn">Its day.</param>
/// <param name="AmendedBy">The signed entries that amend this one, the earliest first.</param>
/// <param name="WrittenBy">Its author.</param>
/// <param name="WrittenByName">The author's name.</param>
/// <param name="WrittenAt">When it was begun.</param>
/// <param name="SignedAt">When it became final; null while it is a draft, which only its author sees.</param>
/// <param name="Present">Of a group activity: whether the person was there.</param>
internal sealed record DiaryEntry(
    Guid Id, int Version, DiaryKind Kind, DateOnly On, string? At, string Text, IReadOnlyList<DiaryReader>? Readers, Guid? AmendsId, DateOnly? AmendsOn,
    IReadOnlyList<DiaryAmendment> AmendedBy, Guid WrittenBy, string? WrittenByName, DateTimeOffset WrittenAt, DateTimeOffset? SignedAt,
    bool? Present) : IVersioned;

/// <summary>Somebody who reads a limited entry.</summary>
/// <param name="Name">Name and surname; null if the account is gone.</param>
internal sealed record DiaryReader(Guid Id, string? Name);

/// <summary>An entry that amends another.</summary>
internal sealed record DiaryAmendment(Guid Id, DateOnly On);

/// <summary>An entry as it is kept.</summary>
internal sealed record DiaryRow(
    Guid Id, int Version, DiaryKind Kind, DateOnly HappenedOn, string? HappenedAt, string Text, bool Limited, Guid? AmendsId, DateOnly? AmendsOn, Guid WrittenBy, DateTimeOffset WrittenAt,
    DateTimeOffset? SignedAt, bool? Present)
{
    /// <summary>The beginning of every query of entries; conditions follow.</summary>
    public const string Select = """
        select e.id as Id, e.version as Version, e.kind as Kind, e.happened_on as HappenedOn, e.happened_at as HappenedAt, e.text_cipher as Text, e.limited as Limited,
               e.amends_id as AmendsId, o.happened_on as AmendsOn, e.written_by as WrittenBy, e.written_at as WrittenAt, e.signed_at as SignedAt, e.present as Present
        from   beneficiaries_diary_entry e
        left join beneficiaries_diary_entry o on o.id = e.amends_id
        where  e.case_id = @CaseId
        """;
}

/// <summary>Opens rows of a diary for whoever may read them, with the names of their readers and what amends them: two statements, however many rows.</summary>
internal sealed class DiaryPages(IDbSession db, SensitiveFields sensitive, IColleagues colleagues)
{
    private const string SelectReaders = $"select entry_id as EntryId, user_id as UserId from beneficiaries_diary_reader where entry_id in {Batches.Keys}";

    // An amendment has the readers of what it amends, so whoever reads the one may know of the other; drafts of it are left out.
    private const string SelectAmendments = $"""
        select id as Id, amends_id as AmendsId, happened_on as HappenedOn
        from   beneficiaries_diary_entry
        where  signed_at is not null and amends_id in {Batches.Keys}
        """;

    public async Task<IReadOnlyList<DiaryEntry>> OpenAsync(IReadOnlyList<DiaryRow> rows, CancellationToken ct)
    {
        var names = await colleagues.NamesAsync(ct);
        var readers = (await db.QueryInBatchesAsync<Guid, ReaderRow>(SelectReaders, rows.Where(row => row.Limited).Select(row => row.Id), null, ct)).ToLookup(row => row.EntryId);
        var amendments = (await db.QueryInBatchesAsync<Guid, AmendmentRow>(SelectAmendments, rows.Where(row => row.SignedAt is not null).Select(row => row.Id), null, ct)).ToLookup(row => row.AmendsId);
        return [.. rows.Select(row => new DiaryEntry(
            row.Id, row.Version, row.Kind, row.HappenedOn, row.HappenedAt, sensitive.OpenText(row.Text)!,
            row.Limited ? [.. readers[row.Id].Select(reader => new DiaryReader(reader.UserId, names.GetValueOrDefault(reader.UserId))).OrderBy(reader => reader.Name, StringComparer.Ordinal)] : null,
            row.AmendsId, row.AmendsOn, [.. amendments[row.Id].OrderBy(amendment => amendment.Id).Select(amendment => new DiaryAmendment(amendment.Id, amendment.HappenedOn))],
            row.WrittenBy, names.GetValueOrDefault(row.WrittenBy), row.WrittenAt, row.SignedAt, row.Present))];
    }

    private sealed record ReaderRow(Guid EntryId, Guid UserId);

    private sealed record AmendmentRow(Guid Id, Guid AmendsId, DateOnly HappenedOn);
}
