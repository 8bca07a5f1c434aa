using InclusionPlatform.CompanyNetwork.People;
using InclusionPlatform.CompanyNetwork.Sites;
using InclusionPlatform.CompanyNetwork.Tags;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>What of a company lies beside its row.</summary>
internal sealed record CompanyParts(string? LookedAfterByName, IReadOnlyList<Site> Sites, IReadOnlyList<Person> People, IReadOnlyList<string> Tags)
{
    public static CompanyParts None { get; } = new(null, [], [], []);
}

/// <summary>Reads a company whole; the address of a merged one leads to the one it became part of.</summary>
internal sealed class CompanyReader(IDbSession db, SiteBook sites, PeopleBook people, TagBook tags, IColleagues colleagues, TimeProvider clock)
{
    // A chain of merges is as long as the times that somebody found one more double; a ring cannot come about, because only living companies are merged.
    private const int LongestChain = 20;

    public async Task<Company> ReadAsync(Guid id, CancellationToken ct)
    {
        var row = await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { Id = id }, ct) ?? throw new NotFoundException("company");
        for (var step = 0; step < LongestChain && row.MergedInto is { } survivor; step++)
        {
            row = await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { Id = survivor }, ct) ?? throw new NotFoundException("company");
        }

        var name = row.LookedAfterBy is { } colleague && (await colleagues.NamesAsync(ct)).TryGetValue(colleague, out var known) ? known : null;
        // Most companies of a large bank have neither: what is not there is not asked for.
        return row.Show(clock.Today(), new(
            name, await sites.OfAsync(row.Id, ct), row.HasPeople == 0 ? [] : await people.OfAsync(row.Id, ct), row.HasTags == 0 ? [] : await tags.OfAsync(row.Id, ct)));
    }
}

/// <summary>Opens a company for a change of one of its parts, and moves its version.</summary>
internal sealed class CompanyDesk(IDbSession db, IAuditTrail audit, TimeProvider clock)
{
    private const string MoveVersion = """
        update company_network_company
        set    version = version + 1, updated_at = @At
        where  id = @Id and version = @Version
        """;

    /// <summary>The row, when it exists and is not archived.</summary>
    public async Task<CompanyRow> OpenAsync(Guid id, CancellationToken ct)
    {
        audit.Changes("company", id);
        var row = await db.FindAsync<CompanyRow>(CompanySql.SelectById, new { Id = id }, ct) ?? throw new NotFoundException("company");
        ArchivedCompanyStaysAsItIs.Check(row.ArchivedAt);
        return row;
    }

    /// <summary>Counts the change of a part; a stale version is a 412.</summary>
    public async Task MoveAsync(Guid id, int version, CancellationToken ct)
    {
        if (await db.ExecuteAsync(MoveVersion, new { Id = id, Version = version, At = clock.GetUtcNow() }, ct) == 0)
        {
            throw new StaleVersionException();
        }
    }
}
