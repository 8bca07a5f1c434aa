using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Shared.Documents;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>
/// Internships, drafts, payments and holds follow a person into the record that they were merged with, and go back when the merge is undone. A payment of a frozen list in which
/// both are stays where it was booked.
/// </summary>
internal sealed class InternshipsFollowPeople(IDbSession db, IDocumentStore documents) : INotificationHandler<PeopleMerged>, INotificationHandler<PersonMergeUndone>
{
    private const string CountSharedLists = """
        select count(*)
        from   internships_allowance_payment a
        join   internships_allowance_payment b on b.run_id = a.run_id
        join   internships_allowance_run r on r.id = a.run_id
        where  a.beneficiary_id = @AbsorbedId and b.beneficiary_id = @SurvivorId and r.state <> 'frozen'
        """;

    private const string MoveInternships = "update internships_internship set beneficiary_id = @SurvivorId where beneficiary_id = @AbsorbedId";

    private const string RememberDrafts = """
        insert into internships_person_move (merge_id, kind, row_id)
        select @MergeId, 'draft', id from internships_draft where beneficiary_id = @AbsorbedId
        """;

    private const string MoveDrafts = """
        update internships_draft set beneficiary_id = @To
        where  beneficiary_id = @From and id in (select row_id from internships_person_move where merge_id = @MergeId and kind = 'draft')
        """;

    private const string RememberPayments = """
        insert into internships_person_move (merge_id, kind, row_id)
        select @MergeId, 'payment', a.id
        from   internships_allowance_payment a
        where  a.beneficiary_id = @AbsorbedId
               and not exists (select 1 from internships_allowance_payment b where b.run_id = a.run_id and b.beneficiary_id = @SurvivorId)
        """;

    private const string MovePayments = """
        update internships_allowance_payment set beneficiary_id = @To
        where  beneficiary_id = @From and id in (select row_id from internships_person_move where merge_id = @MergeId and kind = 'payment')
        """;

    private const string RememberHolds = """
        insert into internships_person_move (merge_id, kind, row_id)
        select @MergeId, 'hold', a.run_id
        from   internships_allowance_hold a
        where  a.beneficiary_id = @AbsorbedId
               and not exists (select 1 from internships_allowance_hold b where b.run_id = a.run_id and b.beneficiary_id = @SurvivorId)
        """;

    private const string MoveHolds = """
        update internships_allowance_hold set beneficiary_id = @To
        where  beneficiary_id = @From and run_id in (select row_id from internships_person_move where merge_id = @MergeId and kind = 'hold')
        """;

    private const string ReturnInternships = $"update internships_internship set beneficiary_id = @AbsorbedId where beneficiary_id = @SurvivorId and case_id in {Batches.Keys}";

    private const string ReturnDrafts = $"update internships_draft set beneficiary_id = @AbsorbedId where beneficiary_id = @SurvivorId and case_id in {Batches.Keys}";

    // Papers that were handed in meanwhile are under the survivor's key.
    private const string SelectPapers = """
        select m.scan_id
        from   internships_attendance_month m
        join   internships_internship i on i.id = m.internship_id
        where  i.beneficiary_id = @AbsorbedId and m.scan_id is not null
        union
        select r.scan_id
        from   internships_attendance_reopening r
        join   internships_internship i on i.id = r.internship_id
        where  i.beneficiary_id = @AbsorbedId and r.scan_id is not null
        union
        select s.scan_id
        from   internships_signature s
        join   internships_internship i on i.id = s.internship_id
        where  i.beneficiary_id = @AbsorbedId and s.scan_id is not null
        union
        select p.document_id
        from   internships_paper p
        join   internships_internship i on i.id = p.internship_id
        where  i.beneficiary_id = @AbsorbedId
        union
        select p.signed_id
        from   internships_paper p
        join   internships_internship i on i.id = p.internship_id
        where  i.beneficiary_id = @AbsorbedId and p.signed_id is not null
        """;

    private static readonly string[] Moves = [MoveDrafts, MovePayments, MoveHolds];

    public async Task Handle(PeopleMerged notification, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(CountSharedLists, notification, cancellationToken) > 0)
        {
            throw new RuleBrokenException("merge.same-pay-list", new(
                "Tutte e due le schede sono in una lista di pagamento ancora aperta: chiuderla o togliere una delle due, poi unire.",
                "Both records are on a pay list that is still open: close it or take one of them out, then merge."));
        }

        foreach (var text in new[] { MoveInternships, RememberDrafts, RememberPayments, RememberHolds })
        {
            await db.ExecuteAsync(text, notification, cancellationToken);
        }

        await MoveAsync(notification.MergeId, notification.AbsorbedId, notification.SurvivorId, cancellationToken);
    }

    public async Task Handle(PersonMergeUndone notification, CancellationToken cancellationToken)
    {
        await MoveAsync(notification.MergeId, notification.SurvivorId, notification.AbsorbedId, cancellationToken);
        foreach (var batch in notification.CaseIds.Chunk(Batches.Size))
        {
            var args = Batches.Parameters(batch, new { notification.SurvivorId, notification.AbsorbedId });
            await db.ExecuteAsync(ReturnInternships, args, cancellationToken);
            await db.ExecuteAsync(ReturnDrafts, args, cancellationToken);
        }

        foreach (var paper in await db.QueryAsync<Guid>(SelectPapers, new { notification.AbsorbedId }, cancellationToken))
        {
            await documents.GiveToAsync(paper, notification.AbsorbedId, cancellationToken);
        }
    }

    private async Task MoveAsync(Guid mergeId, Guid from, Guid to, CancellationToken ct)
    {
        foreach (var text in Moves)
        {
            await db.ExecuteAsync(text, new { MergeId = mergeId, From = from, To = to }, ct);
        }
    }
}
