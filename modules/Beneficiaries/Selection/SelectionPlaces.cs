namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>Gives a free place to the next of the ranking. The selection is held by whoever calls this.</summary>
internal sealed class SelectionPlaces(IDbSession db, CohortDesk desk)
{
    private const string CountTaken = "select count(*) from beneficiaries_candidate where cohort_id = @CohortId and state in ('selected', 'enrolled')";

    private const string SelectNext = """
        select d.id as Id, d.number as Number, coalesce(d.beneficiary_id, r.beneficiary_id) as PersonId
        from   beneficiaries_candidate d
        left join beneficiaries_referral r on r.id = d.referral_id
        where  d.cohort_id = @CohortId and d.state = 'waiting'
        order by d.position
        """;

    private const string Take = "update beneficiaries_candidate set state = 'selected', version = version + 1 where id = @Id and state = 'waiting'";

    /// <summary>The number of who moved in, or null when all places are taken or nobody waits.</summary>
    public async Task<int?> MoveInAsync(KeptCohort cohort, CancellationToken ct)
    {
        if (await db.ScalarAsync<int>(CountTaken, new { CohortId = cohort.Id }, ct) >= cohort.Places
            || (await db.TopAsync<NextRow>(SelectNext, new { CohortId = cohort.Id }, 1, ct)).SingleOrDefault() is not { } next
            || await db.ExecuteAsync(Take, new { next.Id }, ct) == 0)
        {
            return null;
        }

        await desk.TellAsync(next.Id, next.PersonId, CandidateEventKind.MovedIn, null, ct);
        return next.Number;
    }

    private sealed record NextRow(Guid Id, int Number, Guid? PersonId);
}
