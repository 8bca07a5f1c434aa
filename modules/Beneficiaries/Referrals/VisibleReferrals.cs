using InclusionPlatform.Beneficiaries.Access;

namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>
/// Need to know of referrals, inside every query that reads one. The referral's row is called <c>r</c>. Until the person is taken on it is seen by coordinators, by whoever
/// received it, and by the members of the meeting that reads it while its minutes are open; from then on it belongs to the case and is seen as the case is.
/// </summary>
internal static class VisibleReferrals
{
    private const string OfMyCases = """
        r.state = 'takenOn' and (
            r.case_id in (select m.case_id from beneficiaries_case_member m where m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today))
            or r.beneficiary_id in (select e.beneficiary_id from beneficiaries_emergency_access e where e.user_id = @Me and e.expires_at > @Now))
        """;

    private const string ToMembers = $"""
        and ((r.state <> 'takenOn' and (
                r.received_by = @Me
                or r.reading_id in (select m.reading_id from beneficiaries_reading_member m
                                    join   beneficiaries_reading g on g.id = m.reading_id
                                    where  m.user_id = @Me and g.state = 'planned')))
             or ({OfMyCases}))
        """;

    private const string ToCoordinators = $"""
        and (r.state <> 'takenOn'
             or exists (select 1 from beneficiaries_person p where p.id = r.beneficiary_id and p.restricted = 0)
             or ({OfMyCases}))
        """;

    private const string ToNobodyElse = "and r.received_by = @Me and 1 = 0";

    /// <summary>Adds the piece that fits whoever asks; none for the platform itself, and nothing is seen by a system.</summary>
    public static ListSql OnlyVisibleReferrals(this ListSql sql, ICurrentUser user) => sql
        .When(user.Kind == ActorKind.Person && user.Roles.Contains(Role.Coordinator), ToCoordinators)
        .When(user.Kind == ActorKind.Person && !user.Roles.Contains(Role.Coordinator), ToMembers)
        .When(user.Kind is ActorKind.Client or ActorKind.Anonymous, ToNobodyElse);
}
