using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Outcomes;

namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>Gives a case to another case manager from today: équipe, history, the bell and the access log.</summary>
internal sealed class CaseHandover(IDbSession db, IColleagues colleagues, INotifications notifications, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    private const string EndFormer = """
        update beneficiaries_case_member
        set    to_on = case when from_on > @Today then from_on else @Today end
        where  case_id = @CaseId and user_id = @Former and to_on is null
        """;

    // Whoever was on the équipe in another role goes on as case manager from today.
    private const string EndNewcomer = "update beneficiaries_case_member set to_on = @Yesterday where case_id = @CaseId and user_id = @UserId and from_on < @Today and (to_on is null or to_on >= @Today)";

    private const string DropNewcomer = "delete from beneficiaries_case_member where case_id = @CaseId and user_id = @UserId and from_on >= @Today";

    private const string InsertMember = """
        insert into beneficiaries_case_member (id, case_id, beneficiary_id, user_id, role, from_on)
        values (@MemberId, @CaseId, @BeneficiaryId, @UserId, 'caseManager', @Today)
        """;

    private const string InsertTransfer = """
        insert into beneficiaries_case_transfer (id, case_id, from_user_id, to_user_id, reason, note_cipher, transferred_on, transferred_by)
        values (@Id, @CaseId, @Former, @UserId, @Reason, @Note, @Today, @By)
        """;

    /// <param name="seen">The case; whoever asks may hand it over.</param>
    /// <param name="to">Who answers for it from today.</param>
    /// <param name="reason">Why.</param>
    /// <param name="leaves">Whether the former manager leaves the équipe.</param>
    /// <param name="note">What is going on, sealed for the person.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="FieldException">Not an educator or coordinator with an active account.</exception>
    public async Task PassAsync(SeenCase seen, Guid? to, TransferReason reason, bool leaves, string? note, CancellationToken ct)
    {
        if (!(await colleagues.AllAsync(ct)).Any(colleague => colleague.Id == to && Team.MayJoin(colleague)))
        {
            throw new FieldException("userId", "member.unknown", new(
                "Nell'équipe possono entrare educatori e coordinatori con un account attivo: scegliere dall'elenco.",
                "Only educators and coordinators with an active account may join a team: choose from the list."));
        }

        var now = clock.GetUtcNow();
        var today = clock.Today();
        var row = new
        {
            Id = Guid.CreateVersion7(now),
            MemberId = Guid.CreateVersion7(now),
            CaseId = seen.Id,
            seen.BeneficiaryId,
            Former = seen.ManagerId,
            UserId = to!.Value,
            Reason = reason.Code(),
            Note = note,
            Today = today,
            Yesterday = today.AddDays(-1),
            By = user.Id,
        };
        await Team.HandOverAsync(db, seen, row.UserId, ct);
        if (leaves)
        {
            await db.ExecuteAsync(EndFormer, row, ct);
        }

        await db.ExecuteAsync(EndNewcomer, row, ct);
        await db.ExecuteAsync(DropNewcomer, row, ct);
        await db.ExecuteAsync(InsertMember, row, ct);
        await db.ExecuteAsync(InsertTransfer, row, ct);
        await notifications.NotifyAsync([row.UserId], "case.transferred", null, $"/beneficiaries/{seen.BeneficiaryId}", ct);
        audit.Changes("case", seen.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
    }
}
