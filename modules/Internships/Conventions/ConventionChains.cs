namespace InclusionPlatform.Internships.Conventions;

/// <summary>A renewal goes on where the one before ends: an internship that rests on the first is covered until the last.</summary>
internal sealed class ConventionChains(IDbSession db)
{
    private const string SelectRenewals = """
        select id as Id, renews_id as RenewsId, valid_from as ValidFrom, valid_to as ValidTo
        from   internships_convention
        where  company_id = @CompanyId and state = 'signed' and renews_id is not null
        order by valid_from, id
        """;

    /// <summary>The last day that the convention and its signed renewals cover without a gap.</summary>
    public async Task<DateOnly> LastDayAsync(Guid companyId, Guid id, DateOnly validTo, CancellationToken ct) =>
        LastDay(id, validTo, await db.QueryAsync<Renewal>(SelectRenewals, new { CompanyId = companyId }, ct));

    /// <summary>The same, of renewals that are known.</summary>
    public static DateOnly LastDay(Guid id, DateOnly validTo, IReadOnlyList<Renewal> renewals)
    {
        var seen = new HashSet<Guid>();
        while (seen.Add(id) && renewals.Where(next => next.RenewsId == id && next.ValidFrom <= validTo.AddDays(1) && next.ValidTo > validTo).MaxBy(next => next.ValidTo) is { } renewal)
        {
            (id, validTo) = (renewal.Id, renewal.ValidTo);
        }

        return validTo;
    }

    /// <summary>A signed convention that takes the place of another.</summary>
    internal sealed record Renewal(Guid Id, Guid RenewsId, DateOnly ValidFrom, DateOnly ValidTo);
}
