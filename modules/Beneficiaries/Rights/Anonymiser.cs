using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Participation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>
/// Takes away whatever tells who a person was. The row of the person and of the cases stay, for statistics: gender, year of birth, education, days, reason, outcome, referring body.
/// Nobody is on the équipe any more and the row is restricted, so that no list, search or id finds it.
/// </summary>
internal sealed class Anonymiser(IDbSession db, SensitiveFields sensitive, IDocumentStore documents, IOutbox outbox, IEvents events, ForgetParticipations participations, ICurrentUser user, TimeProvider clock)
{
    private const string SelectPerson = "select birth_date as BirthDate from beneficiaries_person where id = @Id";

    private const string SelectCases = """
        select id as Id, referring_body_cipher as Body, coalesce(reason_cipher, reason) as Reason
        from   beneficiaries_case
        where  beneficiary_id = @Id
        """;

    private const string SelectDocuments = """
        select id from beneficiaries_document where beneficiary_id = @Id
        union all
        select a.id from beneficiaries_referral_attachment a join beneficiaries_referral r on r.id = a.referral_id where r.beneficiary_id = @Id
        union all
        select s.document_id
        from   beneficiaries_plan_signature s
        join   beneficiaries_plan l on l.id = s.plan_id
        join   beneficiaries_case c on c.id = l.case_id
        where  c.beneficiary_id = @Id and s.document_id is not null
        """;

    private const string SelectMails = """
        select mail_id from beneficiaries_job_application where beneficiary_id = @Id and mail_id is not null
        union all
        select a.mail_id from beneficiaries_appointment a join beneficiaries_case c on c.id = a.case_id where c.beneficiary_id = @Id and a.mail_id is not null
        """;

    private const string BlankPerson = """
        update beneficiaries_person
        set    surname = '–', name = '–', preferred_name = null, sort_name = '', birth_date = @FirstOfYear, birthplace = null, citizenship = null, tax_code_hash = null,
               tax_code_family_hash = null, health_code_hash = null, name_and_birth_hash = @Nobody, identifiers_cipher = null, contacts_cipher = null, addresses_cipher = null,
               phonetic_key = null, domicile_istat = null, unemployed_since = null, minor_children = null, single_parent = null, mobility = null, wished_sectors = '', restricted = 1, has_case = 1,
               retention_from = null, anonymised_at = @Now, version = version + 1
        where  id = @Id
        """;

    // Why somebody left is counted too.
    private const string SelectClosures = """
        select k.id as Id, coalesce(k.dropout_reason_cipher, k.dropout_reason) as Reason
        from   beneficiaries_case_closure k
        join   beneficiaries_case c on c.id = k.case_id
        where  c.beneficiary_id = @Id and (k.dropout_reason_cipher is not null or k.dropout_reason is not null)
        """;

    private const string BlankClosure = "update beneficiaries_case_closure set dropout_reason = null, dropout_reason_cipher = @Reason where id = @ClosureId";

    // The body is of the statistics and, without a person, tells nothing of one: it goes back under the common key, so that it can be counted.
    private const string BlankCase = """
        update beneficiaries_case
        set    referring_body_cipher = @Body, reason = '', reason_cipher = @Reason, closing_note_cipher = null, version = version + 1
        where  id = @CaseId
        """;

    private const string BlankReferral = """
        update beneficiaries_referral
        set    content_cipher = @Empty, referring_body_cipher = @Body, person_hash = @Nobody, tax_code_family_hash = null, version = version + 1
        where  beneficiary_id = @Id
        """;

    // A candidature stays as a number with its points and place: which body proposed goes back under the common key, as that of the case.
    private const string SelectCandidates = """
        select d.id as Id, d.body_cipher as Body
        from   beneficiaries_candidate d
        left join beneficiaries_referral r on r.id = d.referral_id
        where  d.beneficiary_id = @Id or r.beneficiary_id = @Id
        """;

    private const string BlankCandidate = """
        update beneficiaries_candidate
        set    body_cipher = @Body, subject_hash = @Nobody, lines_cipher = null, version = version + 1
        where  id = @CandidateId
        """;

    private const string SelectAbsorbed = "select id from beneficiaries_person where merged_into = @Id and anonymised_at is null order by id";

    private const string SelectReferralBody = "select min(referring_body_cipher) from beneficiaries_referral where beneficiary_id = @Id";

    private static readonly string[] Forgetting =
    [
        "delete from beneficiaries_name_word where beneficiary_id = @Id",
        "delete from beneficiaries_person_section where beneficiary_id = @Id",
        "delete from beneficiaries_work_experience where beneficiary_id = @Id",
        "delete from beneficiaries_document where beneficiary_id = @Id",
        "delete from beneficiaries_attestation where beneficiary_id = @Id",
        "delete from beneficiaries_emergency_access where beneficiary_id = @Id",
        "delete from beneficiaries_case_member where beneficiary_id = @Id",
        "delete from beneficiaries_outside_member where beneficiary_id = @Id",
        "delete from beneficiaries_form_draft where beneficiary_id = @Id",
        "delete from beneficiaries_consent where beneficiary_id = @Id",
        "delete from beneficiaries_rectification where beneficiary_id = @Id",
        "delete from beneficiaries_person_mark where beneficiary_id = @Id",
        "delete from beneficiaries_referral_attachment where referral_id in (select r.id from beneficiaries_referral r where r.beneficiary_id = @Id)",
        "update beneficiaries_referral_event set note_cipher = null where referral_id in (select r.id from beneficiaries_referral r where r.beneficiary_id = @Id)",
        "update beneficiaries_reading_item set reason_cipher = null where referral_id in (select r.id from beneficiaries_referral r where r.beneficiary_id = @Id)",
        "delete from beneficiaries_diary_reader where entry_id in (select e.id from beneficiaries_diary_entry e join beneficiaries_case c on c.id = e.case_id where c.beneficiary_id = @Id)",
        "delete from beneficiaries_diary_entry where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
        "delete from beneficiaries_appointment where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
        "delete from beneficiaries_work_profile where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
        "delete from beneficiaries_plan_review where plan_id in (select l.id from beneficiaries_plan l join beneficiaries_case c on c.id = l.case_id where c.beneficiary_id = @Id)",
        "delete from beneficiaries_plan_signature where plan_id in (select l.id from beneficiaries_plan l join beneficiaries_case c on c.id = l.case_id where c.beneficiary_id = @Id)",
        "delete from beneficiaries_plan_step where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
        "delete from beneficiaries_plan where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
        "delete from beneficiaries_assessment_signature where assessment_id in (select a.id from beneficiaries_assessment a join beneficiaries_case c on c.id = a.case_id where c.beneficiary_id = @Id)",
        "delete from beneficiaries_assessment where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
        "delete from beneficiaries_job_application_event where application_id in (select a.id from beneficiaries_job_application a where a.beneficiary_id = @Id)",
        "delete from beneficiaries_job_application where beneficiary_id = @Id",
        "delete from beneficiaries_job_cv where beneficiary_id = @Id",
        "delete from beneficiaries_job_mailbox_use where beneficiary_id = @Id",
        "delete from beneficiaries_job_mailbox where beneficiary_id = @Id",
        "update beneficiaries_job_session set details_cipher = '' where path_id in (select j.id from beneficiaries_job_path j join beneficiaries_case c on c.id = j.case_id where c.beneficiary_id = @Id)",
        "update beneficiaries_job_path set content_cipher = '', closing_cipher = null where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
        "delete from beneficiaries_duplicate_person where first_id = @Id or second_id = @Id",
        "update beneficiaries_person_merge set reason_cipher = '', before_cipher = null, after_cipher = null, undo_reason_cipher = null where survivor_id = @Id or absorbed_id = @Id",
        "delete from beneficiaries_case_transfer where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
        "update beneficiaries_case_closure set details_cipher = null, note_cipher = null, reopening_note_cipher = null where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
        "delete from beneficiaries_candidate_points where candidate_id in (select d.id from beneficiaries_candidate d left join beneficiaries_referral r on r.id = d.referral_id where d.beneficiary_id = @Id or r.beneficiary_id = @Id)",
        "update beneficiaries_candidate_event set note_cipher = null where candidate_id in (select d.id from beneficiaries_candidate d left join beneficiaries_referral r on r.id = d.referral_id where d.beneficiary_id = @Id or r.beneficiary_id = @Id)",
        "update beneficiaries_grant set reason_cipher = null, action_kind = null, action_id = null where beneficiary_id = @Id",
        "update beneficiaries_follow_up set note_cipher = null, state = case when state = 'planned' then 'cancelled' else state end where case_id in (select c.id from beneficiaries_case c where c.beneficiary_id = @Id)",
    ];

    private const string Remember = """
        insert into beneficiaries_anonymisation (beneficiary_id, reason, done_at, done_by)
        select @Id, @Reason, @Now, @By
        where  not exists (select 1 from beneficiaries_anonymisation a where a.beneficiary_id = @Id)
        """;

    /// <summary>Whoever asks was let in and the rules were looked at. The key is destroyed once this has been committed, by <see cref="DestroyKeys"/>.</summary>
    public async Task AnonymiseAsync(Guid id, AnonymisationReason reason, CancellationToken ct)
    {
        // What was written of them before they became part of this one is under keys of their own, which are destroyed too.
        foreach (var absorbed in await db.QueryAsync<Guid>(SelectAbsorbed, new { Id = id }, ct))
        {
            await AnonymiseAsync(absorbed, reason, ct);
        }

        var now = clock.GetUtcNow();
        var birth = (await db.FindAsync<Born>(SelectPerson, new { Id = id }, ct))!.BirthDate;
        var cases = await db.QueryAsync<CaseRow>(SelectCases, new { Id = id }, ct);
        foreach (var document in await db.QueryAsync<Guid>(SelectDocuments, new { Id = id }, ct))
        {
            await documents.ForgetAsync(document, ct);
        }

        foreach (var mail in await db.QueryAsync<Guid>(SelectMails, new { Id = id }, ct))
        {
            await outbox.ForgetAsync(mail, ct);
        }

        foreach (var row in cases)
        {
            await db.ExecuteAsync(BlankCase, new { CaseId = row.Id, Body = sensitive.SealId(BodyOf(row.Body)), Reason = sensitive.SealText(CodeOf(row.Reason)) }, ct);
        }

        foreach (var row in await db.QueryAsync<ClosureRow>(SelectClosures, new { Id = id }, ct))
        {
            await db.ExecuteAsync(BlankClosure, new { ClosureId = row.Id, Reason = sensitive.SealText(CodeOf(row.Reason)) }, ct);
        }

        foreach (var row in await db.QueryAsync<CandidateRow>(SelectCandidates, new { Id = id }, ct))
        {
            await db.ExecuteAsync(BlankCandidate, new { CandidateId = row.Id, Body = sensitive.SealId(BodyOf(row.Body)), Nobody = Nobody() }, ct);
        }

        if (await db.ScalarAsync<string>(SelectReferralBody, new { Id = id }, ct) is { } referring)
        {
            await db.ExecuteAsync(BlankReferral, new { Id = id, Empty = sensitive.SealText("{}"), Body = sensitive.SealId(BodyOf(referring)), Nobody = Nobody() }, ct);
        }

        await participations.OfAsync(id, ct);
        foreach (var text in Forgetting)
        {
            await db.ExecuteAsync(text, new { Id = id }, ct);
        }

        await db.ExecuteAsync(BlankPerson, new { Id = id, FirstOfYear = new DateOnly(birth.Year, 1, 1), Nobody = Nobody(), Now = now }, ct);
        await db.ExecuteAsync(Remember, new { Id = id, Reason = reason.Code(), Now = now, By = user.Id }, ct);
        events.Publish(new PersonAnonymised(id, [.. cases.Select(row => row.Id)]));
    }

    // After a backup came back the key may be gone already, and with it which body it was.
    private Guid BodyOf(string cipher)
    {
        try
        {
            return sensitive.OpenId(cipher);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return Guid.Empty;
        }
    }

    // Of a key that is gone nothing can be counted any more.
    private string? CodeOf(string? reason)
    {
        try
        {
            return sensitive.PlainCode(reason);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string Nobody() => $"{Guid.NewGuid():N}{Guid.NewGuid():N}";

    private sealed record Born(DateOnly BirthDate);

    private sealed record CaseRow(Guid Id, string Body, string? Reason);

    private sealed record ClosureRow(Guid Id, string? Reason);

    private sealed record CandidateRow(Guid Id, string Body);
}
