namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>Writes the words by which companies are found, from their record and their people as they are.</summary>
internal sealed class SearchWords(IDbSession db)
{
    private const string Delete = "delete from company_network_search_word where company_id = @Id";

    private const string Insert = """
        insert into company_network_search_word (company_id, word, spread, signature)
        select @Id, word, @Spread, @Signature
        from   (select @W0 as word union all select @W1 union all select @W2 union all select @W3 union all select @W4 union all select @W5 union all select @W6 union all select @W7
                union all select @W8 union all select @W9 union all select @W10 union all select @W11 union all select @W12 union all select @W13 union all select @W14 union all select @W15) words
        where  word is not null
        """;

    private const string SelectCompanies = $"""
        select c.id as Id, c.name as Name, c.trade_name as TradeName, c.vat_number as VatNumber, c.municipality as Municipality, c.sector as Sector, c.phone as Phone
        from   company_network_company c
        where  c.id in {Batches.Keys}
        """;

    private const string SelectPeople = $"""
        select p.company_id as CompanyId, p.name as Name, p.phone as Phone, p.other_phone as OtherPhone
        from   company_network_person p
        where  p.company_id in {Batches.Keys}
        order by p.is_first desc, p.id
        """;

    /// <summary>Of companies that have just been added; they have no people but the first.</summary>
    public Task AddAsync(IEnumerable<(Guid Id, CompanyData Company)> added, CancellationToken ct) => db.ExecuteAsync(
        Insert,
        added.SelectMany(one => Rows(
            new(one.Id, one.Company.Name, one.Company.TradeName, one.Company.VatNumber, one.Company.Municipality, one.Company.Sector, one.Company.Phone),
            one.Company.ContactPerson is { } person ? [new(one.Id, person.Name, person.Phone, null)] : [])),
        ct);

    /// <summary>Of companies of which something changed, once all of it is written.</summary>
    public async Task RewriteAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var companies = await db.QueryInBatchesAsync<Guid, WordedCompany>(SelectCompanies, ids, null, ct);
        var people = (await db.QueryInBatchesAsync<Guid, WordedPerson>(SelectPeople, ids, null, ct)).ToLookup(person => person.CompanyId);
        await db.ExecuteAsync(Delete, companies.Select(company => new { company.Id }), ct);
        await db.ExecuteAsync(Insert, companies.SelectMany(company => Rows(company, people[company.Id])), ct);
    }

    private static IEnumerable<object> Rows(WordedCompany company, IEnumerable<WordedPerson> people)
    {
        var words = CompanyWords.Of(company, people);
        var (spread, signature) = (CompanyWords.Spread(company.Id), WordSignature.Of(words));
        foreach (var some in words.Chunk(CompanyWords.Most))
        {
            string? Word(int index) => index < some.Length ? some[index] : null;
            yield return new
            {
                company.Id,
                Spread = spread,
                Signature = signature,
                W0 = Word(0), W1 = Word(1), W2 = Word(2), W3 = Word(3), W4 = Word(4), W5 = Word(5), W6 = Word(6), W7 = Word(7),
                W8 = Word(8), W9 = Word(9), W10 = Word(10), W11 = Word(11), W12 = Word(12), W13 = Word(13), W14 = Word(14), W15 = Word(15),
            };
        }
    }
}
