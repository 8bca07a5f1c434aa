namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>
/// The module's rows that follow a person into the record that they were merged with. Each table that holds a person is here, with the text that remembers which rows move and the one that
/// moves them, forth at the merge and back at its undoing; or in <see cref="StaysWithItsPerson"/>; or hangs on one of these by a case, a referral or an entry. A test finds tables that nobody thought of.
/// </summary>
internal sealed class MovedRows(IDbSession db, MergedParticipations participations)
{
    /// <summary>Why each other table that holds a person is not moved.</summary>
    public static readonly IReadOnlyDictionary<string, string> StaysWithItsPerson = new Dictionary<string, string>
    {
        ["beneficiaries_name_word"] = "deleted at the merge, written anew at the undoing",
        ["beneficiaries_person_section"] = "one of each: the merge chooses, section by section, and the other stays with the hidden record",
        ["beneficiaries_job_mailbox"] = "one of each person: the merge chooses, and the other stays with the hidden record",
        ["beneficiaries_anonymisation"] = "made of the hidden record too, when the survivor is made anonymous",
        ["beneficiaries_form_draft"] = "what somebody was typing, for thirty days: it stays with the hidden record and is deleted with it",
        ["beneficiaries_duplicate_person"] = "pairs are sought anew",
        ["beneficiaries_person_merge"] = "the merges themselves",
    };

    // Members, applications and referrals go with their case, also those that came to it after the merge.
    private const string MoveMembers = """
        update beneficiaries_case_member set beneficiary_id = @To
        where  beneficiary_id = @From and case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @To)
        """;

    private const string MoveOutsideMembers = """
        update beneficiaries_outside_member set beneficiary_id = @To
        where  beneficiary_id = @From and case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @To)
        """;

    private const string MoveReferrals = """
        update beneficiaries_referral set beneficiary_id = @To
        where  beneficiary_id = @From
               and (id in (select row_id from beneficiaries_person_merge_move where merge_id = @MergeId and kind = 'referral')
                    or case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @To))
        """;

    // The paper of an attestation goes where the attestation goes.
    private const string MoveDocuments = """
        update beneficiaries_document set beneficiary_id = @To
        where  beneficiary_id = @From
               and (id in (select row_id from beneficiaries_person_merge_move where merge_id = @MergeId and kind = 'document')
                    or attestation_id in (select a.id from beneficiaries_attestation a where a.beneficiary_id = @To))
        """;

    // One that was left out already stays behind where the survivor is in the same selection.
    private const string RememberCandidates = """
        insert into beneficiaries_person_merge_move (merge_id, kind, row_id)
        select @MergeId, 'candidate', d.id
        from   beneficiaries_candidate d
        where  d.beneficiary_id = @From and not exists (select 1 from beneficiaries_candidate o where o.cohort_id = d.cohort_id and o.beneficiary_id = @To)
        """;

    // One participant is one row of a programme: where the survivor takes part too, the absorbed one's stays behind and becomes part of it.
    private const string RememberParticipations = """
        insert into beneficiaries_person_merge_move (merge_id, kind, row_id)
        select @MergeId, 'participation', v.id
        from   beneficiaries_participation v
        where  v.beneficiary_id = @From and not exists (select 1 from beneficiaries_participation o where o.programme_id = v.programme_id and o.beneficiary_id = @To)
        """;

    private const string RememberCvs = """
        insert into beneficiaries_person_merge_move (merge_id, kind, row_id, was)
        select @MergeId, 'cv', id, number from beneficiaries_job_cv where beneficiary_id = @From
        """;

    private const string LastCv = "select max(number) from beneficiaries_job_cv where beneficiary_id = @To";

    private const string AdoptCvs = """
        update beneficiaries_job_cv set beneficiary_id = @To, number = number + @Last
        where  beneficiary_id = @From and id in (select row_id from beneficiaries_person_merge_move where merge_id = @MergeId and kind = 'cv')
        """;

    private const string ReturnCvs = """
        update beneficiaries_job_cv
        set    beneficiary_id = @To,
               number = (select v.was from beneficiaries_person_merge_move v where v.merge_id = @MergeId and v.kind = 'cv' and v.row_id = beneficiaries_job_cv.id)
        where  beneficiary_id = @From and id in (select row_id from beneficiaries_person_merge_move where merge_id = @MergeId and kind = 'cv')
        """;

    private const string RememberApplications = """
        insert into beneficiaries_person_merge_move (merge_id, kind, row_id, was)
        select @MergeId, 'application', id, round from beneficiaries_job_application where beneficiary_id = @From
        """;

    // The same opening of both: the absorbed one's becomes a later round.
    private const string AdoptApplications = """
        update beneficiaries_job_application
        set    beneficiary_id = @To,
               round = round + coalesce((select max(o.round) from beneficiaries_job_application o
                                         where  o.beneficiary_id = @To and o.opening_key = beneficiaries_job_application.opening_key), 0)
        where  beneficiary_id = @From
        """;

    private const string ReturnApplications = """
        update beneficiaries_job_application
        set    beneficiary_id = @To,
               round = coalesce((select v.was from beneficiaries_person_merge_move v
                                 where  v.merge_id = @MergeId and v.kind = 'application' and v.row_id = beneficiaries_job_application.id), round)
        where  beneficiary_id = @From
               and path_id in (select j.id from beneficiaries_job_path j join beneficiaries_case c on c.id = j.case_id where c.beneficiary_id = @To)
        """;

    private static readonly string[] Remember =
    [
        Remembering("case", "case"), Remembering("member", "case_member"), Remembering("outsideMember", "outside_member"), Remembering("referral", "referral"), Remembering("emergency", "emergency_access"),
        Remembering("attestation", "attestation"), Remembering("document", "document"), Remembering("experience", "work_experience"), Remembering("consent", "consent"),
        Remembering("rectification", "rectification"), Remembering("mark", "person_mark"), RememberCandidates, Remembering("grant", "grant"), RememberParticipations, RememberCvs,
        Remembering("mailboxUse", "job_mailbox_use"), RememberApplications,
    ];

    // Cases first: what goes with a case looks at where the case is.
    private static readonly string[] Move =
    [
        Moving("case", "case"), MoveMembers, MoveOutsideMembers, MoveReferrals, Moving("emergency", "emergency_access"), Moving("attestation", "attestation"), MoveDocuments,
        Moving("experience", "work_experience"), Moving("consent", "consent"), Moving("rectification", "rectification"), Moving("mark", "person_mark"), Moving("candidate", "candidate"),
        Moving("grant", "grant"), Moving("participation", "participation"), Moving("mailboxUse", "job_mailbox_use"),
    ];

    /// <summary>Every text that moves rows, for the test that looks for tables that nobody thought of.</summary>
    internal static IEnumerable<string> Moves => [.. Move, AdoptCvs, AdoptApplications];

    /// <summary>Remembers all that there is, and moves it.</summary>
    public async Task AdoptAsync(Guid mergeId, Guid from, Guid to, CancellationToken ct)
    {
        var args = new { MergeId = mergeId, From = from, To = to, Last = await db.ScalarAsync<int?>(LastCv, new { To = to }, ct) ?? 0 };
        await participations.AdoptAsync(mergeId, from, to, ct);
        foreach (var text in Remember.Concat(Move).Append(AdoptCvs).Append(AdoptApplications))
        {
            await db.ExecuteAsync(text, args, ct);
        }
    }

    /// <summary>Gives back what was remembered and is still there, with what came since to its cases.</summary>
    public async Task ReturnAsync(Guid mergeId, Guid from, Guid to, CancellationToken ct)
    {
        var args = new { MergeId = mergeId, From = from, To = to };
        await participations.ReturnAsync(mergeId, ct);
        foreach (var text in Move.Append(ReturnCvs).Append(ReturnApplications))
        {
            await db.ExecuteAsync(text, args, ct);
        }
    }

    private static string Remembering(string kind, string table) => $"""
        insert into beneficiaries_person_merge_move (merge_id, kind, row_id)
        select @MergeId, '{kind}', id from beneficiaries_{table} where beneficiary_id = @From
        """;

    private static string Moving(string kind, string table) => $"""
        update beneficiaries_{table} set beneficiary_id = @To
        where  beneficiary_id = @From and id in (select row_id from beneficiaries_person_merge_move where merge_id = @MergeId and kind = '{kind}')
        """;
}
