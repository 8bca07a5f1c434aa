using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Tags;

/// <summary>Words that colleagues put on companies. Two that differ only by case or accents are the same.</summary>
internal sealed class TagBook(IDbSession db)
{
    public const int LongestTag = 40;
    public const int Most = 20;

    private const string SelectTags = "select tag from company_network_tag where company_id = @CompanyId order by tag_key";

    private const string SelectOfMany = $"""
        select company_id as CompanyId, tag as Tag
        from   company_network_tag
        where  company_id in {Batches.Keys}
        order by company_id, tag_key
        """;

    private const string Insert = """
        insert into company_network_tag (company_id, tag_key, tag)
        select @CompanyId, @Key, @Tag
        where  not exists (select 1 from company_network_tag where company_id = @CompanyId and tag_key = @Key)
        """;

    private const string Delete = "delete from company_network_tag where company_id = @CompanyId and tag_key = @Key";

    public Task<IReadOnlyList<string>> OfAsync(Guid companyId, CancellationToken ct) => db.QueryAsync<string>(SelectTags, new { CompanyId = companyId }, ct);

    public async Task<ILookup<Guid, string>> OfAllAsync(IEnumerable<Guid> companies, CancellationToken ct) =>
        (await db.QueryInBatchesAsync<Guid, CompanyTag>(SelectOfMany, companies, null, ct)).ToLookup(tag => tag.CompanyId, tag => tag.Tag);

    /// <summary>Many companies at once: each statement is prepared once and run for all.</summary>
    public async Task WriteAllAsync(IReadOnlyList<TagChange> changes, CancellationToken ct)
    {
        await db.ExecuteAsync(Delete, changes.SelectMany(change => change.Removed.Select(tag => new { change.CompanyId, Key = Key(tag) })), ct);
        await db.ExecuteAsync(Insert, changes.SelectMany(change => change.Added.Select(tag => new { change.CompanyId, Key = Key(tag), Tag = tag })), ct);
    }

    public async Task WriteAsync(Guid companyId, IEnumerable<string> add, IEnumerable<string> remove, CancellationToken ct)
    {
        foreach (var tag in remove)
        {
            await db.ExecuteAsync(Delete, new { CompanyId = companyId, Key = Key(tag) }, ct);
        }

        foreach (var tag in add)
        {
            await db.ExecuteAsync(Insert, new { CompanyId = companyId, Key = Key(tag), Tag = tag }, ct);
        }
    }

    public static string Key(string tag)
    {
        var key = SearchText.Normalize(tag);
        return key.Length <= LongestTag ? key : key[..LongestTag];
    }

    private sealed record CompanyTag(Guid CompanyId, string Tag);
}
