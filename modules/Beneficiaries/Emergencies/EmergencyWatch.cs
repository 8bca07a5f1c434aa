using InclusionPlatform.Beneficiaries.Access;

namespace InclusionPlatform.Beneficiaries.Emergencies;

/// <summary>
/// Who watches over emergency accesses, inside the queries that list them (the access is called <c>e</c>): the coordinators over all of them but their own, also of
/// people whom they may not see; the case manager of an open case over those to that person.
/// </summary>
internal static class EmergencyWatch
{
    /// <summary>For a coordinator: all but one's own.</summary>
    public const string ByCoordinators = "and e.user_id <> @Me";

    /// <summary>For a case manager.</summary>
    public const string ByCaseManagers = """
        and e.user_id <> @Me
        and exists (select 1 from beneficiaries_case c where c.beneficiary_id = e.beneficiary_id and c.manager_id = @Me and c.closed_on is null)
        """;

    /// <summary>Adds the piece that fits whoever asks.</summary>
    public static ListSql OnlyWatched(this ListSql sql, NeedToKnow needToKnow) => sql
        .When(needToKnow.IsCoordinator, ByCoordinators)
        .When(!needToKnow.IsCoordinator, ByCaseManagers);
}
