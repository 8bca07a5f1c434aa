namespace InclusionPlatform.Beneficiaries.Access;

/// <summary>Need to know inside the query of a list of cases. The case's row is called <c>c</c>, the person's <c>p</c>.</summary>
internal static class VisibleCases
{
    /// <summary>Only those whose équipe one is on.</summary>
    public const string Mine = """
        and c.id in (select m.case_id from beneficiaries_case_member m where m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today))
        """;

    /// <summary>A column: whether a coordinator sees the case in full and not by the registry alone.</summary>
    public const string InFull = $"case when {OfMine} then 1 else 0 end as InFull";

    /// <summary>Those that a coordinator does not see at all: to be counted and nothing else.</summary>
    public const string Hidden = $"and p.restricted = 1 and p.anonymised_at is null and not ({OfMine})";

    private const string ToMembers = $"and ({OfMine})";

    private const string ToCoordinators = $"and (p.restricted = 0 or {OfMine})";

    private const string OfMine = """
        c.id in (select m.case_id from beneficiaries_case_member m where m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today))
        or c.beneficiary_id in (select e.beneficiary_id from beneficiaries_emergency_access e where e.user_id = @Me and e.expires_at > @Now)
        """;

    /// <summary>Only those that one sees in full: a filter by what only the équipe knows finds no others.</summary>
    public static ListSql OnlyCasesInFull(this ListSql sql, NeedToKnow needToKnow, bool given = true) => sql.When(given && !needToKnow.IsPlatform, ToMembers);

    /// <summary>Adds the piece that fits whoever asks; none for the platform itself.</summary>
    public static ListSql OnlyVisibleCases(this ListSql sql, NeedToKnow needToKnow) => sql
        .When(!needToKnow.IsPlatform && needToKnow.IsCoordinator, ToCoordinators)
        .When(!needToKnow.IsPlatform && !needToKnow.IsCoordinator, ToMembers);
}
