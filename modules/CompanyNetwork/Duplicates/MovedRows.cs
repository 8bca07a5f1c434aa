namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>
/// The module's own rows that follow a merged company. Each table has two texts: one remembers which rows are to move, one moves those between two companies,
/// forth at the merge and back at its undoing. A test finds tables that hold a company and are missing here.
/// </summary>
internal sealed class MovedRows(IDbSession db)
{
    /// <summary>Rows of these are chosen one by one, because both companies may have the same.</summary>
    public const string Sites = "site";
    public const string People = "person";

    private const string RememberContacts = """
        insert into company_network_merge_move (merge_id, kind, row_id)
        select @MergeId, 'contact', id from company_network_contact where company_id = @From
        """;

    private const string MoveContacts = """
        update company_network_contact set company_id = @To
        where  company_id = @From and id in (select row_id from company_network_merge_move where merge_id = @MergeId and kind = 'contact')
        """;

    private const string RememberAvailabilities = """
        insert into company_network_merge_move (merge_id, kind, row_id)
        select @MergeId, 'availability', id from company_network_availability where company_id = @From
        """;

    private const string MoveAvailabilities = """
        update company_network_availability set company_id = @To
        where  company_id = @From and id in (select row_id from company_network_merge_move where merge_id = @MergeId and kind = 'availability')
        """;

    private const string RememberDocuments = """
        insert into company_network_merge_move (merge_id, kind, row_id)
        select @MergeId, 'document', id from company_network_document where company_id = @From
        """;

    private const string MoveDocuments = """
        update company_network_document set company_id = @To
        where  company_id = @From and id in (select row_id from company_network_merge_move where merge_id = @MergeId and kind = 'document')
        """;

    private const string RememberReferrals = """
        insert into company_network_merge_move (merge_id, kind, row_id)
        select @MergeId, 'referral', id from company_network_referral where company_id = @From
        """;

    private const string MoveReferrals = """
        update company_network_referral set company_id = @To, version = version + 1
        where  company_id = @From and id in (select row_id from company_network_merge_move where merge_id = @MergeId and kind = 'referral')
        """;

    private const string MoveSites = """
        update company_network_site set company_id = @To, is_main = 0
        where  company_id = @From and id in (select row_id from company_network_merge_move where merge_id = @MergeId and kind = 'site')
        """;

    private const string MovePeople = """
        update company_network_person set company_id = @To, is_first = 0
        where  company_id = @From and id in (select row_id from company_network_merge_move where merge_id = @MergeId and kind = 'person')
        """;

    private const string RememberRow = "insert into company_network_merge_move (merge_id, kind, row_id) values (@MergeId, @Kind, @RowId)";
    private const string SelectRows = "select row_id from company_network_merge_move where merge_id = @MergeId and kind = @Kind";

    private static readonly string[] Remember = [RememberContacts, RememberAvailabilities, RememberDocuments, RememberReferrals];
    private static readonly string[] Move = [MoveContacts, MoveAvailabilities, MoveDocuments, MoveReferrals, MoveSites, MovePeople];

    public Task ChooseAsync(Guid mergeId, string kind, IEnumerable<Guid> rows, CancellationToken ct) =>
        db.ExecuteAsync(RememberRow, rows.Select(row => new { MergeId = mergeId, Kind = kind, RowId = row }), ct);

    public async Task<IReadOnlySet<Guid>> ChosenAsync(Guid mergeId, string kind, CancellationToken ct) =>
        (await db.QueryAsync<Guid>(SelectRows, new { MergeId = mergeId, Kind = kind }, ct)).ToHashSet();

    /// <summary>Remembers what else there is, and moves it together with what was chosen.</summary>
    public async Task MoveAsync(Guid mergeId, Guid from, Guid to, CancellationToken ct)
    {
        foreach (var sql in Remember)
        {
            await db.ExecuteAsync(sql, new { MergeId = mergeId, From = from }, ct);
        }

        await ReturnAsync(mergeId, from, to, ct);
    }

    /// <summary>Moves what was remembered and is still there.</summary>
    public async Task ReturnAsync(Guid mergeId, Guid from, Guid to, CancellationToken ct)
    {
        foreach (var sql in Move)
        {
            await db.ExecuteAsync(sql, new { MergeId = mergeId, From = from, To = to }, ct);
        }
    }
}
