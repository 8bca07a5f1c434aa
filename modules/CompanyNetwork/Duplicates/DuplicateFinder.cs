using InclusionPlatform.CompanyNetwork.Companies;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>
/// Keeps the pairs of companies that are alike: at each writing the company's keys are compared with those of the others by index, so that the list of
/// pairs is ready and nobody compares the whole bank.
/// </summary>
internal sealed class DuplicateFinder(IDbSession db)
{
    private const string InsertKey = "insert into company_network_company_key (company_id, kind, key_value) values (@CompanyId, @Kind, @Value)";
    private const string DeleteKeys = "delete from company_network_company_key where company_id = @CompanyId";

    // Each value is one look into the index, however many companies share it.
    private const string SelectKnown = $"""
        select k.value
        from   ({Batches.Values}) k
        where  exists (select 1 from company_network_company_key taken where taken.kind = @Kind and taken.key_value = k.value)
        """;

    private const string SelectOthers = """
        select company_id
        from   company_network_company_key
        where  kind = @Kind and key_value = @Value and company_id <> @CompanyId
        order by company_id
        """;

    private const string InsertPair = """
        insert into company_network_duplicate (first_id, second_id, weight, dismissed_at, dismissed_by, dismissed_by_name)
        select @First, @Second, @Weight, null, null, null
        where  not exists (
            select 1 from company_network_duplicate where (first_id = @First and second_id = @Second) or (first_id = @Second and second_id = @First))
        """;

    private const string DeleteOpenPairs = "delete from company_network_duplicate where (first_id = @CompanyId or second_id = @CompanyId) and dismissed_at is null";

    /// <summary>Of a company that has no keys yet.</summary>
    public Task WriteKeysAsync(Guid companyId, CompanyData company, CancellationToken ct) => WriteKeysAsync([(companyId, company)], ct);

    /// <summary>Of many that have no keys yet: only those who share one are looked at one by one.</summary>
    public async Task WriteKeysAsync(IReadOnlyList<(Guid Id, CompanyData Company)> companies, CancellationToken ct)
    {
        var keys = companies.SelectMany(one => CompanyKeys.Of(one.Company), (one, key) => (one.Id, Key: key)).ToList();
        // Of one, each key is looked at anyway.
        var shared = companies.Count == 1 ? null : await SharedAsync(keys.ConvertAll(one => one.Key), ct);
        await db.ExecuteAsync(InsertKey, keys.Select(one => new { CompanyId = one.Id, Kind = one.Key.Kind.Code(), one.Key.Value }), ct);
        foreach (var company in keys.Where(one => shared?.Contains(one.Key) ?? true).GroupBy(one => one.Id, one => one.Key))
        {
            await WritePairsAsync(company.Key, company, ct);
        }
    }

    /// <summary>Those of the keys that another company has already, or that stand there twice.</summary>
    private async Task<HashSet<CompanyKey>> SharedAsync(IReadOnlyList<CompanyKey> keys, CancellationToken ct)
    {
        var (seen, shared) = (new HashSet<CompanyKey>(), new HashSet<CompanyKey>());
        foreach (var key in keys)
        {
            _ = seen.Add(key) || shared.Add(key);
        }

        foreach (var kind in seen.GroupBy(key => key.Kind, key => key.Value))
        {
            foreach (var value in await db.QueryInBatchesAsync<string, string>(SelectKnown, kind, new { Kind = kind.Key.Code() }, ct))
            {
                shared.Add(new(kind.Key, value));
            }
        }

        return shared;
    }

    private async Task WritePairsAsync(Guid companyId, IEnumerable<CompanyKey> keys, CancellationToken ct)
    {
        var alike = new Dictionary<Guid, LikenessKind>();
        foreach (var key in keys.OrderBy(key => key.Kind))
        {
            var others = await db.TopAsync<Guid>(SelectOthers, new { CompanyId = companyId, Kind = key.Kind.Code(), key.Value }, KeySharedByManyTellsNothing.Most, ct);
            if (KeySharedByManyTellsNothing.Tells(others.Count))
            {
                foreach (var other in others)
                {
                    alike.TryAdd(other, key.Kind);
                }
            }
        }

        foreach (var (other, kind) in alike)
        {
            var firstIsOther = string.CompareOrdinal(other.ToString(), companyId.ToString()) < 0;
            await db.ExecuteAsync(InsertPair, new { First = firstIsOther ? other : companyId, Second = firstIsOther ? companyId : other, Weight = (int)kind }, ct);
        }
    }

    /// <summary>Of a company that was changed: what is no more alike leaves the list, what was told apart stays so.</summary>
    public async Task RewriteKeysAsync(Guid companyId, CompanyData company, CancellationToken ct)
    {
        await ForgetAsync(companyId, ct);
        await WriteKeysAsync(companyId, company, ct);
    }

    /// <summary>Of a company that is no more to be found.</summary>
    public async Task ForgetAsync(Guid companyId, CancellationToken ct)
    {
        await db.ExecuteAsync(DeleteKeys, new { CompanyId = companyId }, ct);
        await db.ExecuteAsync(DeleteOpenPairs, new { CompanyId = companyId }, ct);
    }
}
