using System.Text.Json;

namespace InclusionPlatform.Beneficiaries.Assessments.Grids;

/// <summary>A grid by which skills are judged.</summary>
/// <param name="Levels">From the lowest, at least two.</param>
/// <param name="Skills">What is judged.</param>
internal sealed record GridContent(IReadOnlyList<string> Levels, IReadOnlyList<GridSkill> Skills);

/// <summary>A skill of a grid.</summary>
/// <param name="Group">The heading that it stands under.</param>
/// <param name="Label">Its name.</param>
/// <param name="Uri">Its address in ESCO, if it has one.</param>
internal sealed record GridSkill(string? Group, string Label, string? Uri);

/// <summary>A grid as it is kept.</summary>
internal sealed record KeptGrid(Guid Id, int Version, string Name, bool Active, GridContent Content);

/// <summary>Reads the grids; nothing of a person is in them.</summary>
internal sealed class SkillGrids(IDbSession db)
{
    private const string Select = "select id as Id, version as Version, name as Name, active as Active, content as Content from beneficiaries_skill_grid where 1 = 1";
    private const string OfId = "and id = @Id";
    private const string ByName = "order by active desc, name";

    /// <summary>All, those in use first.</summary>
    public async Task<IReadOnlyList<KeptGrid>> AllAsync(CancellationToken ct) => [.. (await db.QueryAsync<Row>(new ListSql(Select).OrderBy(ByName), null, ct)).Select(row => row.Opened)];

    /// <summary>One, or null.</summary>
    public async Task<KeptGrid?> FindAsync(Guid id, CancellationToken ct) => (await db.FindAsync<Row>(new ListSql(Select).When(true, OfId).ToString(), new { Id = id }, ct))?.Opened;

    /// <summary>As it is kept.</summary>
    public static string Write(GridContent content) => JsonSerializer.Serialize(content);

    private sealed record Row(Guid Id, int Version, string Name, bool Active, string Content)
    {
        public KeptGrid Opened => new(Id, Version, Name, Active, JsonSerializer.Deserialize<GridContent>(Content)!);
    }
}
