using InclusionPlatform.CompanyNetwork.Companies;

namespace InclusionPlatform.CompanyNetwork.History;

/// <summary>What happened to a company's file.</summary>
internal enum CompanyChange
{
    Created,
    Field,
    Archived,
    Restored,
    SiteAdded,
    SiteChanged,
    SiteRemoved,
    PersonAdded,
    PersonChanged,
    PersonRemoved,
    Tags,
    DocumentAdded,
    DocumentRemoved,
    Merged,
    MergeUndone,
    AddedToCampaign,
}

/// <summary>A line of the history of one among many companies.</summary>
internal sealed record ToldChange(Guid CompanyId, CompanyChange What, string? Field, string? Before, string? After);

/// <summary>Writes who changed what, from what to what, in the transaction of the change. Never changes a line.</summary>
internal sealed class CompanyHistory(IDbSession db, ICurrentUser user, TimeProvider clock)
{
    private const string Insert = """
        insert into company_network_change (id, company_id, what, field, value_before, value_after, changed_at, changed_by, changed_by_name)
        values (@Id, @CompanyId, @What, @Field, @Before, @After, @At, @By, @ByName)
        """;

    /// <summary>Something happened that is more than one field.</summary>
    public Task TellAsync(Guid companyId, CompanyChange what, string? before, string? after, CancellationToken ct) =>
        db.ExecuteAsync(Insert, Line(companyId, what, null, before, after), ct);

    /// <summary>The same of many companies: the statement is prepared once and run for all.</summary>
    public Task TellAllAsync(IEnumerable<ToldChange> changes, CancellationToken ct) =>
        db.ExecuteAsync(Insert, changes.Select(change => Line(change.CompanyId, change.What, change.Field, change.Before, change.After)), ct);

    /// <summary>The fields that differ, one line each.</summary>
    public async Task TellFieldsAsync(Guid companyId, CompanyData before, CompanyData after, CancellationToken ct)
    {
        foreach (var field in CompanyField.All)
        {
            var (old, now) = (field.Text(before), field.Text(after));
            if (old != now)
            {
                await db.ExecuteAsync(Insert, Line(companyId, CompanyChange.Field, field.Name, old, now), ct);
            }
        }
    }

    private object Line(Guid companyId, CompanyChange what, string? field, string? before, string? after)
    {
        var now = clock.GetUtcNow();
        return new { Id = Guid.CreateVersion7(now), CompanyId = companyId, What = what.Code(), Field = field, Before = before, After = after, At = now, By = user.Id, ByName = user.DisplayName };
    }
}
