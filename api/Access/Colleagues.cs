namespace InclusionPlatform.Api.Access;

/// <summary>A service has tens of accounts, seldom hundreds: they are read whole, in one statement.</summary>
internal sealed class Colleagues(IDbSession db) : IColleagues
{
    private const string Select = """
        select   u.id as Id, u.display_name as DisplayName, u.disabled_at as DisabledAt, r.role as Role
        from     access_user u
        left join access_user_role r on r.user_id = u.id
        order by u.display_name, u.id
        """;

    public async Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken ct) =>
        [.. (await db.QueryAsync<Row>(Select, null, ct))
            .GroupBy(row => row.Id)
            .Select(rows => new Colleague(
                rows.Key, rows.First().DisplayName, rows.Where(row => row.Role is not null).Select(row => row.Role!.Value).ToHashSet(), rows.First().DisabledAt is null))];

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CancellationToken ct) =>
        (await AllAsync(ct)).ToDictionary(colleague => colleague.Id, colleague => colleague.DisplayName);

    private sealed record Row(Guid Id, string DisplayName, DateTimeOffset? DisabledAt, Role? Role);
}
