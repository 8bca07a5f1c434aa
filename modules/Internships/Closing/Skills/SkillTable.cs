namespace InclusionPlatform.Internships.Closing.Skills;

/// <summary>A term that the service added to the catalogue.</summary>
/// <param name="Code">Its own for ever, whatever it is called.</param>
/// <param name="Version">Its ETag.</param>
/// <param name="NameIt">As it stands on papers.</param>
/// <param name="NameEn">The English twin, where it was written.</param>
/// <param name="Area">Under which heading it is shown.</param>
/// <param name="WithdrawnAt">Since when it is not offered any more; null while it is.</param>
internal sealed record OwnSkill(string Code, int Version, string NameIt, string? NameEn, SkillArea Area, DateTimeOffset? WithdrawnAt)
{
    public Words Name => new(NameIt, NameEn ?? NameIt);
}

/// <summary>A term of the platform that was withdrawn once, or is.</summary>
internal sealed record ShippedSkill(string Code, int Version, DateTimeOffset? WithdrawnAt);

/// <summary>Reads the catalogue of skills: the terms of the platform and those of the service. Few rows, two statements.</summary>
internal sealed class SkillTable(IDbSession db)
{
    private const string Select = """
        select   code as Code, version as Version, name_it as NameIt, name_en as NameEn, area as Area, withdrawn_at as WithdrawnAt
        from     internships_skill
        order by area, name_key
        """;

    private const string SelectShipped = "select code as Code, version as Version, withdrawn_at as WithdrawnAt from internships_skill_shipped";

    public async Task<IReadOnlyList<ShippedSkill>> ShippedAsync(CancellationToken ct) => await db.QueryAsync<ShippedSkill>(SelectShipped, null, ct);

    public async Task<IReadOnlyList<OwnSkill>> OwnAsync(CancellationToken ct) => await db.QueryAsync<OwnSkill>(Select, null, ct);

    public async Task<SkillBook> ReadAsync(CancellationToken ct) => new(await OwnAsync(ct), await ShippedAsync(ct));
}

/// <summary>The catalogue as it is now. What was withdrawn is not offered, but keeps its words wherever it was used.</summary>
internal sealed class SkillBook(IReadOnlyList<OwnSkill> own, IReadOnlyList<ShippedSkill> shipped)
{
    private readonly Dictionary<string, OwnSkill> byCode = own.ToDictionary(one => one.Code, StringComparer.Ordinal);

    private readonly HashSet<string> withdrawn = [.. shipped.Where(one => one.WithdrawnAt is not null).Select(one => one.Code)];

    /// <summary>Only the terms of the platform, all of them.</summary>
    public static SkillBook Shipped { get; } = new([], []);

    /// <summary>Those to choose from, by heading; with them the withdrawn ones that are used where one writes.</summary>
    public IReadOnlyList<SkillName> Offered(IReadOnlySet<string>? used = null) => [.. SkillCatalogue.All
        .Where(one => !withdrawn.Contains(one.Code) || used?.Contains(one.Code) is true)
        .Select(one => (one.Area, Name: new SkillName(one.Code, one.Name.ToString(), SkillCatalogue.WordsOf(one.Area).ToString())))
        .Concat(own.Where(one => one.WithdrawnAt is null || used?.Contains(one.Code) is true).Select(one => (one.Area, Name: new SkillName(one.Code, one.Name.ToString(), SkillCatalogue.WordsOf(one.Area).ToString()))))
        .OrderBy(one => one.Area).Select(one => one.Name)];

    /// <summary>Whether there is such a term, withdrawn or not.</summary>
    public bool Knows(string code) => SkillCatalogue.Knows(code) || byCode.ContainsKey(code);

    /// <summary>Whether it is not offered any more.</summary>
    public bool IsWithdrawn(string code) => withdrawn.Contains(code) || byCode.GetValueOrDefault(code)?.WithdrawnAt is not null;

    /// <summary>In both languages: papers are written in that of their readers, whatever the screen is in.</summary>
    public Words? WordsOf(string code) => byCode.GetValueOrDefault(code)?.Name ?? SkillCatalogue.WordsOf(code);

    public string NameOf(string code) => WordsOf(code)?.ToString() ?? code;

    /// <summary>The heading of a term.</summary>
    public Words? GroupOf(string code) => byCode.TryGetValue(code, out var found) ? SkillCatalogue.WordsOf(found.Area) : SkillCatalogue.GroupOf(code);
}
