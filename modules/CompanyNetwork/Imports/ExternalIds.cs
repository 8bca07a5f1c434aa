using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>The ids that companies have in the sheets they come from: which company an id is, and which id a company has, of one source.</summary>
internal static class ExternalIds
{
    public const int Longest = 80;
    public const int LongestSource = 60;

    /// <summary>The source as it is stored: two spellings of one name are one source.</summary>
    public static string KeyOf(string? source)
    {
        var key = SearchText.Normalize(source);
        return key.Length <= LongestSource ? key : key[..LongestSource];
    }
}

/// <summary>An id of a source.</summary>
internal sealed record ExternalId(string Id, Guid CompanyId)
{
    public const string SelectByIds = $"""
        select x.external_id as Id, coalesce(c.merged_into, x.company_id) as CompanyId
        from   company_network_external_id x
               join company_network_company c on c.id = x.company_id
        where  x.source = @Source and x.external_id in {Batches.Keys}
        """;

    public const string SelectByCompanies = $"""
        select x.external_id as Id, x.company_id as CompanyId
        from   company_network_external_id x
        where  x.source = @Source and x.company_id in {Batches.Keys}
        """;

    public const string Delete = "delete from company_network_external_id where company_id = @CompanyId and source = @Source";

    public const string Insert = "insert into company_network_external_id (id, source, external_id, company_id) values (@Id, @Source, @ExternalId, @CompanyId)";
}
