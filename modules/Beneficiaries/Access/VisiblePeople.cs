namespace InclusionPlatform.Beneficiaries.Access;

/// <summary>Need to know inside the query of a list, so that what may not be seen is neither listed nor counted. The person's row is called <c>p</c>.</summary>
internal static class VisiblePeople
{
    /// <summary>For whoever is not a coordinator.</summary>
    public const string ToMembers = $"and p.id in ({OfMine})";

    /// <summary>For a coordinator.</summary>
    public const string ToCoordinators = $"and (p.restricted = 0 or p.id in ({OfMine}))";

    /// <summary>
    /// A column: whether a coordinator sees the person in full and not by the registry alone. Asked of each row by itself, because a page has few rows and all who are one's own may be many.
    /// </summary>
    public const string InFull = $"case when {Full} then 1 else 0 end as InFull";

    /// <summary>
    /// A column for lists of own cases: whether the page of the person opens. Of a closed case whose person others have followed since it does not: what links there leads to the own case instead.
    /// With <c>@Coordinates</c>.
    /// </summary>
    public const string PersonOpens = $"case when (@Coordinates = 1 and p.restricted = 0) or {Full} then 1 else 0 end as PersonOpens";

    /// <summary>Those whom a coordinator does not see at all, and who are somebody still.</summary>
    public const string HiddenFromCoordinators = $"and p.restricted = 1 and p.merged_into is null and p.anonymised_at is null and p.id not in ({OfMine})";

    /// <summary>Only those whose équipe one is on, or whom one registered a moment ago.</summary>
    public const string Mine = $"""
        and p.id in (select m.beneficiary_id from beneficiaries_case_member m where m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today) and {Opens}
                     union all
                     select r.id from beneficiaries_person r where r.registered_by = @Me and r.has_case = 0)
        """;

    /// <summary>
    /// Whether a membership, called <c>m</c>, opens the person: that of the open case does, that of a closed one only while it was the last, and no other équipe has followed the person
    /// since: what came after an own case is not of its équipe, also once it is over. One look-up in the index of the cases of the person; their own case is read only where there is another one
    /// (which the cross join says to SQLite, that else begins with it).
    /// </summary>
    public const string Opens = $"""
        not exists (select 1
                    from   beneficiaries_case o
                    cross join beneficiaries_case w
                    where  o.beneficiary_id = m.beneficiary_id and o.id <> m.case_id and w.id = m.case_id and {Since})
        """;

    /// <summary>Whether the case <c>o</c> goes on, or ended after <c>w</c> had.</summary>
    public const string Since = """
        (o.closed_on is null
         or (w.closed_on is not null and (o.closed_on > w.closed_on or (o.closed_on = w.closed_on and o.opened_at > w.opened_at))))
        """;

    private const string Full = $"""
        (p.registered_by = @Me and p.has_case = 0)
        or exists (select 1 from beneficiaries_case_member m
                   where  m.beneficiary_id = p.id and m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today) and {Opens})
        or exists (select 1 from beneficiaries_emergency_access e where e.beneficiary_id = p.id and e.user_id = @Me and e.expires_at > @Now)
        """;

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
