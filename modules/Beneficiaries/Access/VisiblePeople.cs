namespace InclusionPlatform.Beneficiaries.Access;

/// <summary>Need to know inside the query of a list, so that what may not be seen is neither listed nor counted. The person's row is called <c>p</c>.</summary>
internal static class VisiblePeople
{
    /// <summary>For whoever is not a coordinator.</summary>
    public const string ToMembers = $"and p.id in ({OfMine})";

    /// <summary>For a coordinator.</summary>
    public const string ToCoordinators = $"and (p.restricted = 0 or p.id in ({OfMine}))";

    /// <summary>Only those whose équipe one is on, or whom one registered a moment ago.</summary>
    public const string Mine = $"""
        and p.id in (select m.beneficiary_id from beneficiaries_case_member m where m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today) and {Opens}
                     union all
                     select r.id from beneficiaries_person r where r.registered_by = @Me and r.has_case = 0)
        """;

    /// <summary>
    /// Whether a membership, called <c>m</c>, opens the person: that of the open case does, that of a closed one only while no other équipe follows the person. One look-up each in
    /// the index of open cases.
    /// </summary>
    public const string Opens = "not exists (select 1 from beneficiaries_case o where o.beneficiary_id = m.beneficiary_id and o.closed_on is null and o.id <> m.case_id)";

    private const string OfMine = $"""
        select m.beneficiary_id from beneficiaries_case_member m where m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today) and {Opens}
        union all
        select r.id from beneficiaries_person r where r.registered_by = @Me and r.has_case = 0
        union all
        select e.beneficiary_id from beneficiaries_emergency_access e where e.user_id = @Me and e.expires_at > @Now
        """;

    /// <summary>Adds the piece that fits whoever asks; none for the platform itself.</summary>
    public static ListSql OnlyVisible(this ListSql sql, NeedToKnow needToKnow) => sql
        .When(!needToKnow.IsPlatform && needToKnow.IsCoordinator, ToCoordinators)
        .When(!needToKnow.IsPlatform && !needToKnow.IsCoordinator, ToMembers);
}
