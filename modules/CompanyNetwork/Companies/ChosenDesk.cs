namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>A chosen company, as far as actions on many need it.</summary>
internal sealed record ChosenCompany(Guid Id, string Name, Guid? LookedAfterBy, bool DoNotCall, DateTimeOffset? ArchivedAt)
{
    public LeftOutCompany LeftOut(LeftOutReason reason) => new(Id, Name, reason);
}

/// <summary>The chosen companies that may be changed, and those that may not; the latter grow as the action finds more.</summary>
internal sealed record Choice(IReadOnlyList<ChosenCompany> Open, List<LeftOutCompany> LeftOut);

/// <summary>Opens and changes companies chosen in a list, a batch at a time.</summary>
internal sealed class ChosenDesk(IDbSession db, IAuditTrail audit, TimeProvider clock)
{
    private const string SelectChosen = $"""
        select id as Id, name as Name, looked_after_by as LookedAfterBy, do_not_call as DoNotCall, archived_at as ArchivedAt
        from   company_network_company
        where  id in {Batches.Keys}
        """;

    private const string MoveVersions = $"""
        update company_network_company
        set    version = version + 1, updated_at = @At
        where  archived_at is null and id in {Batches.Keys}
        """;

    private const string Assign = $"""
        update company_network_company
        set    looked_after_by = @LookedAfterBy, version = version + 1, updated_at = @At
        where  archived_at is null and id in {Batches.Keys}
        """;

    /// <summary>Tells what may be changed from what is missing or archived.</summary>
    public async Task<Choice> OpenAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var found = (await db.QueryInBatchesAsync<Guid, ChosenCompany>(SelectChosen, ids, null, ct)).ToDictionary(company => company.Id);
        var open = new List<ChosenCompany>();
        var leftOut = new List<LeftOutCompany>();
        foreach (var id in ids.Distinct())
        {
            if (!found.TryGetValue(id, out var company))
            {
                leftOut.Add(new(id, null, LeftOutReason.Missing));
            }
            else if (company.ArchivedAt is not null)
            {
                leftOut.Add(company.LeftOut(LeftOutReason.Archived));
            }
            else
            {
                open.Add(company);
            }
        }

        return new(open, leftOut);
    }

    /// <summary>Gives them to a colleague, or to nobody.</summary>
    public Task AssignAsync(IReadOnlyList<Guid> ids, Guid? colleagueId, CancellationToken ct) => WriteAsync(Assign, ids, colleagueId, ct);

    /// <summary>Counts the change of a part of each.</summary>
    public Task MoveAsync(IReadOnlyList<Guid> ids, CancellationToken ct) => WriteAsync(MoveVersions, ids, null, ct);

    /// <summary>Somebody was faster, so that what was read does not hold any more: nothing is kept, and the same may be asked again.</summary>
    public static ConflictException ChangedMeanwhile() => new("companies.changed-meanwhile", new(
        "Nel frattempo un'altra persona ha cambiato alcune di queste aziende: nulla è stato fatto, basta ripetere l'operazione.",
        "Somebody else changed some of these companies in the meantime: nothing was done, just repeat it."));

    private async Task WriteAsync(string sql, IReadOnlyList<Guid> ids, Guid? lookedAfterBy, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        foreach (var batch in ids.Chunk(Batches.Size))
        {
            foreach (var id in batch)
            {
                audit.Changes("company", id);
            }

            if (await db.ExecuteAsync(sql, Batches.Parameters(batch, new { LookedAfterBy = lookedAfterBy, At = at }), ct) != batch.Length)
            {
                throw ChangedMeanwhile();
            }
        }
    }
}
