using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Tags;

/// <summary>Words that colleagues put on companies. Two that differ only by case or accents are the same.</summary>
internal sealed class TagBook(IDbSession db)
{
    public const int LongestTag = 40;
    public const int Most = 20;

    private const string SelectTags = "select tag from company_network_tag where company_id = @CompanyId order by tag_key";

    private const string Insert = """
        insert into company_network_tag (company_id, tag_key, tag)
        select @CompanyId, @Key, @Tag
        where  not exists (select 1 from company_network_tag where company_id = @CompanyId and tag_key = @Key)
        """;

    private const string Delete = "delete from company_network_tag where company_id = @CompanyId and tag_key = @Key";

    public Task<IReadOnlyList<string>> OfAsync(Guid companyId, CancellationToken ct) => db.QueryAsync<string>(SelectTags, new { CompanyId = companyId }, ct);

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
}
