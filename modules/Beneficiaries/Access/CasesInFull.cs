namespace InclusionPlatform.Beneficiaries.Access;

/// <summary>
/// Need to know inside the queries of a person's copy. Whoever sees a person by one case does not see what other équipes wrote in theirs: the person has each part from the équipe that
/// keeps it. The case's row is called <c>c</c>; <c>@All</c> is 1 for the platform itself, <c>@Case</c> the only case that is asked for, or null.
/// </summary>
internal static class CasesInFull
{
    public const string Only = """
        and (@Case is null or c.id = @Case)
        and (@All = 1
             or c.id in (select m.case_id from beneficiaries_case_member m where m.user_id = @Me and m.from_on <= @Today and (m.to_on is null or m.to_on >= @Today))
             or c.beneficiary_id in (select e.beneficiary_id from beneficiaries_emergency_access e where e.user_id = @Me and e.expires_at > @Now))
        """;

    /// <summary>The parameters of the piece, with the person's; of one case only, if it is given.</summary>
    public static object Args(Guid id, NeedToKnow needToKnow, ICurrentUser user, TimeProvider clock, Guid? only = null) =>
        new { Id = id, Case = only, All = needToKnow.IsPlatform ? 1 : 0, Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() };
}
