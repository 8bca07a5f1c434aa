namespace InclusionPlatform.CompanyNetwork.Matching.Settings;

/// <summary>How many points each reason gives at most. The administrator's.</summary>
/// <param name="Availability">A current availability, verified not long ago.</param>
/// <param name="Sector">The sector is one of those wished.</param>
/// <param name="Distance">Near to where the person lives.</param>
/// <param name="Skills">The skills asked for are there.</param>
/// <param name="Hours">As many hours a week as wished.</param>
/// <param name="Times">The times are compatible with when the person is not available.</param>
/// <param name="Context">Protected or productive, as needed.</param>
/// <param name="Results">What came of similar paths at the company.</param>
/// <param name="Quota">There is room within the host's quota.</param>
internal sealed record MatchWeights(int Availability, int Sector, int Distance, int Skills, int Hours, int Times, int Context, int Results, int Quota);

/// <summary>The weights and the list of skills, as kept.</summary>
internal sealed record MatchSettingsRow(
    int Version, int Availability, int Sector, int Distance, int Skills, int Hours, int Times, int Context, int Results, int Quota, string SkillList, DateTimeOffset? ChangedAt, string? ChangedByName)
{
    public MatchWeights Weights => new(Availability, Sector, Distance, Skills, Hours, Times, Context, Results, Quota);

    public IReadOnlyList<string> SkillLabels => SkillList.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public const string Select = """
        select version as Version, availability as Availability, sector as Sector, distance as Distance, skills as Skills, hours as Hours, times as Times, context as Context,
               results as Results, quota as Quota, skill_list as SkillList, changed_at as ChangedAt, changed_by_name as ChangedByName
        from   company_network_matching
        where  id = 1
        """;
}
