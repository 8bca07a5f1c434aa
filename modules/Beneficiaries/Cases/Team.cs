using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases.Rules;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>What the slices that change an équipe share.</summary>
internal static class Team
{
    private const string SelectSpans = "select id as Id, user_id as UserId, from_on as FromOn, to_on as ToOn from beneficiaries_case_member where case_id = @CaseId";

    private const string FormerManager = "update beneficiaries_case_member set role = 'educator' where case_id = @CaseId and role = 'caseManager'";

    private const string NewManager = "update beneficiaries_case set manager_id = @UserId, version = version + 1 where id = @CaseId and version = @Version";

    public static Words ManagerStays { get; } = new(
        "L'operatore di riferimento resta finché non lo diventa un'altra persona: affidare prima il caso a un collega.",
        "The case manager stays until somebody else becomes it: hand the case over to a colleague first.");

    /// <summary>Whoever answers for a case does so at once: with a day to come nobody could act until then.</summary>
    /// <exception cref="FieldException"><c>member.manager-begins-later</c>.</exception>
    public static void CheckBeginning(MemberRole role, DateOnly fromOn, DateOnly today)
    {
        if (role is MemberRole.CaseManager && fromOn > today)
        {
            throw new FieldException("fromOn", "member.manager-begins-later", new(
                "L'operatore di riferimento comincia al più tardi oggi: per un passaggio futuro, aggiungere ora il collega con un altro ruolo e affidargli il caso quel giorno.",
                "The case manager begins today at the latest: for a later hand-over, add the colleague in another role now and hand the case over on that day."));
        }
    }

    /// <summary>Équipes are made of who works with people.</summary>
    public static bool MayJoin(Colleague colleague) => colleague.IsActive && (colleague.Roles.Contains(Role.Educator) || colleague.Roles.Contains(Role.Coordinator));

    public static Task<IReadOnlyList<MembershipSpan>> SpansAsync(IDbSession db, Guid caseId, CancellationToken ct) =>
        db.QueryAsync<MembershipSpan>(SelectSpans, new { CaseId = caseId }, ct);

    /// <summary>Exactly one answers for a case.</summary>
    public static async Task HandOverAsync(IDbSession db, SeenCase seen, Guid userId, CancellationToken ct)
    {
        await db.ExecuteAsync(FormerManager, new { CaseId = seen.Id }, ct);
        if (await db.ExecuteAsync(NewManager, new { CaseId = seen.Id, UserId = userId, seen.Version }, ct) == 0)
        {
            throw new StaleVersionException();
        }
    }
}
