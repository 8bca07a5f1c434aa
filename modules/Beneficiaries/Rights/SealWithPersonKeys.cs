using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Documents;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>
/// Encrypts anew, with the keys of the people, what was written under the common key: before there were keys of people, or while a referral had no person yet (ADR 34).
/// A little at a time, each text in its own statement and only if it is still the one that was read: stopped at any instant nothing is lost, and the next run goes on.
/// </summary>
internal sealed record SealWithPersonKeys : IRequest<int>;

internal sealed class SealWithPersonKeysHandler(IDbSession db, SensitiveFields sensitive, IDocumentStore documents) : IRequestHandler<SealWithPersonKeys, int>
{
    private const int AtOnce = 500;

    private const string SelectDocuments = """
        select id as Id, beneficiary_id as Person, title_cipher as Cipher
        from   beneficiaries_document
        where  title_cipher like 'CfDJ8%'
        order by 1
        """;

    private const string SelectAttachments = """
        select t.id as Id, r.beneficiary_id as Person, '' as Cipher
        from   beneficiaries_referral_attachment t
        join   beneficiaries_referral r on r.id = t.referral_id
        join   beneficiaries_person p on p.id = r.beneficiary_id
        where  p.anonymised_at is null and r.content_cipher like 'CfDJ8%'
        order by 1
        """;

    private const string Order = "order by 1";

    /// <summary>Every encrypted text that is written of a person: whose it is, and how it is written anew.</summary>
    internal static readonly (string Select, string Update)[] Texts =
    [
        (
            """
            select id as Id, beneficiary_id as Person, details_cipher as Cipher
            from   beneficiaries_outside_member
            where  details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_outside_member
            set    details_cipher = @Sealed
            where  id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select id as Id, id as Person, identifiers_cipher as Cipher
            from   beneficiaries_person
            where  identifiers_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_person
            set    identifiers_cipher = @Sealed
            where  id = @Id and identifiers_cipher = @Cipher
            """),
        (
            """
            select id as Id, id as Person, contacts_cipher as Cipher
            from   beneficiaries_person
            where  contacts_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_person
            set    contacts_cipher = @Sealed
            where  id = @Id and contacts_cipher = @Cipher
            """),
        (
            """
            select id as Id, id as Person, addresses_cipher as Cipher
            from   beneficiaries_person
            where  addresses_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_person
            set    addresses_cipher = @Sealed
            where  id = @Id and addresses_cipher = @Cipher
            """),
        (
            """
            select id as Id, beneficiary_id as Person, closing_note_cipher as Cipher
            from   beneficiaries_case
            where  closing_note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_case
            set    closing_note_cipher = @Sealed
            where  id = @Id and closing_note_cipher = @Cipher
            """),
        (
            """
            select beneficiary_id as Id, beneficiary_id as Person, details_cipher as Cipher
            from   beneficiaries_person_section
            where  details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_person_section
            set    details_cipher = @Sealed
            where  beneficiary_id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select id as Id, beneficiary_id as Person, details_cipher as Cipher
            from   beneficiaries_work_experience
            where  details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_work_experience
            set    details_cipher = @Sealed
            where  id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select id as Id, beneficiary_id as Person, title_cipher as Cipher
            from   beneficiaries_document
            where  title_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_document
            set    title_cipher = @Sealed
            where  id = @Id and title_cipher = @Cipher
            """),
        (
            """
            select id as Id, beneficiary_id as Person, details_cipher as Cipher
            from   beneficiaries_attestation
            where  details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_attestation
            set    details_cipher = @Sealed
            where  id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select id as Id, beneficiary_id as Person, reason_cipher as Cipher
            from   beneficiaries_emergency_access
            where  reason_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_emergency_access
            set    reason_cipher = @Sealed
            where  id = @Id and reason_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.text_cipher as Cipher
            from   beneficiaries_diary_entry t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.text_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_diary_entry
            set    text_cipher = @Sealed
            where  id = @Id and text_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.details_cipher as Cipher
            from   beneficiaries_appointment t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_appointment
            set    details_cipher = @Sealed
            where  id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select t.case_id as Id, c.beneficiary_id as Person, t.details_cipher as Cipher
            from   beneficiaries_work_profile t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_work_profile
            set    details_cipher = @Sealed
            where  case_id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, r.beneficiary_id as Person, t.note_cipher as Cipher
            from   beneficiaries_referral_event t
            join   beneficiaries_referral r on r.id = t.referral_id
            where  r.beneficiary_id is not null and t.note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_referral_event
            set    note_cipher = @Sealed
            where  id = @Id and note_cipher = @Cipher
            """),
        (
            """
            select id as Id, beneficiary_id as Person, content_cipher as Cipher
            from   beneficiaries_referral
            where  beneficiary_id in (select p.id from beneficiaries_person p where p.anonymised_at is null) and content_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_referral
            set    content_cipher = @Sealed
            where  id = @Id and content_cipher = @Cipher
            """),
        (
            """
            select t.referral_id as Id, r.beneficiary_id as Person, t.reason_cipher as Cipher
            from   beneficiaries_reading_item t
            join   beneficiaries_referral r on r.id = t.referral_id
            where  r.beneficiary_id is not null and t.reason_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_reading_item
            set    reason_cipher = @Sealed
            where  referral_id = @Id and reason_cipher = @Cipher
            """),
        (
            """
            select c.id as Id, c.beneficiary_id as Person, c.referring_body_cipher as Cipher
            from   beneficiaries_case c
            join   beneficiaries_person p on p.id = c.beneficiary_id
            where  p.anonymised_at is null and c.referring_body_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_case
            set    referring_body_cipher = @Sealed
            where  id = @Id and referring_body_cipher = @Cipher
            """),
        (
            """
            select r.id as Id, r.beneficiary_id as Person, r.referring_body_cipher as Cipher
            from   beneficiaries_referral r
            join   beneficiaries_person p on p.id = r.beneficiary_id
            where  p.anonymised_at is null and r.referring_body_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_referral
            set    referring_body_cipher = @Sealed
            where  id = @Id and referring_body_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.content_cipher as Cipher
            from   beneficiaries_plan t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.content_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_plan
            set    content_cipher = @Sealed
            where  id = @Id and content_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.closing_cipher as Cipher
            from   beneficiaries_plan t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.closing_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_plan
            set    closing_cipher = @Sealed
            where  id = @Id and closing_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.name_cipher as Cipher
            from   beneficiaries_plan_signature t
            join   beneficiaries_plan l on l.id = t.plan_id
            join   beneficiaries_case c on c.id = l.case_id
            where  t.name_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_plan_signature
            set    name_cipher = @Sealed
            where  id = @Id and name_cipher = @Cipher
            """),
        (
            """
            select t.action_id as Id, c.beneficiary_id as Person, t.note_cipher as Cipher
            from   beneficiaries_plan_step t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_plan_step
            set    note_cipher = @Sealed
            where  action_id = @Id and note_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.note_cipher as Cipher
            from   beneficiaries_plan_review t
            join   beneficiaries_plan l on l.id = t.plan_id
            join   beneficiaries_case c on c.id = l.case_id
            where  t.note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_plan_review
            set    note_cipher = @Sealed
            where  id = @Id and note_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.content_cipher as Cipher
            from   beneficiaries_assessment t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.content_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_assessment
            set    content_cipher = @Sealed
            where  id = @Id and content_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.details_cipher as Cipher
            from   beneficiaries_case_closure t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_case_closure
            set    details_cipher = @Sealed
            where  id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.note_cipher as Cipher
            from   beneficiaries_case_closure t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_case_closure
            set    note_cipher = @Sealed
            where  id = @Id and note_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.reopening_note_cipher as Cipher
            from   beneficiaries_case_closure t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.reopening_note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_case_closure
            set    reopening_note_cipher = @Sealed
            where  id = @Id and reopening_note_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.note_cipher as Cipher
            from   beneficiaries_follow_up t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_follow_up
            set    note_cipher = @Sealed
            where  id = @Id and note_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.note_cipher as Cipher
            from   beneficiaries_case_transfer t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_case_transfer
            set    note_cipher = @Sealed
            where  id = @Id and note_cipher = @Cipher
            """),
        (
            """
            select d.id as Id, p.id as Person, d.body_cipher as Cipher
            from   beneficiaries_candidate d
            left join beneficiaries_referral r on r.id = d.referral_id
            join   beneficiaries_person p on p.id = coalesce(d.beneficiary_id, r.beneficiary_id)
            where  p.anonymised_at is null and d.body_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_candidate
            set    body_cipher = @Sealed
            where  id = @Id and body_cipher = @Cipher
            """),
        (
            """
            select d.id as Id, p.id as Person, d.lines_cipher as Cipher
            from   beneficiaries_candidate d
            left join beneficiaries_referral r on r.id = d.referral_id
            join   beneficiaries_person p on p.id = coalesce(d.beneficiary_id, r.beneficiary_id)
            where  p.anonymised_at is null and d.lines_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_candidate
            set    lines_cipher = @Sealed
            where  id = @Id and lines_cipher = @Cipher
            """),
        (
            """
            select t.candidate_id as Id, p.id as Person, t.reason_cipher as Cipher
            from   beneficiaries_candidate_points t
            join   beneficiaries_candidate d on d.id = t.candidate_id
            left join beneficiaries_referral r on r.id = d.referral_id
            join   beneficiaries_person p on p.id = coalesce(d.beneficiary_id, r.beneficiary_id)
            where  p.anonymised_at is null and t.reason_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_candidate_points
            set    reason_cipher = @Sealed
            where  candidate_id = @Id and reason_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, p.id as Person, t.note_cipher as Cipher
            from   beneficiaries_candidate_event t
            join   beneficiaries_candidate d on d.id = t.candidate_id
            left join beneficiaries_referral r on r.id = d.referral_id
            join   beneficiaries_person p on p.id = coalesce(d.beneficiary_id, r.beneficiary_id)
            where  p.anonymised_at is null and t.note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_candidate_event
            set    note_cipher = @Sealed
            where  id = @Id and note_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.content_cipher as Cipher
            from   beneficiaries_job_path t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.content_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_job_path
            set    content_cipher = @Sealed
            where  id = @Id and content_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.closing_cipher as Cipher
            from   beneficiaries_job_path t
            join   beneficiaries_case c on c.id = t.case_id
            where  t.closing_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_job_path
            set    closing_cipher = @Sealed
            where  id = @Id and closing_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, c.beneficiary_id as Person, t.details_cipher as Cipher
            from   beneficiaries_job_session t
            join   beneficiaries_job_path j on j.id = t.path_id
            join   beneficiaries_case c on c.id = j.case_id
            where  t.details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_job_session
            set    details_cipher = @Sealed
            where  id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, t.beneficiary_id as Person, t.content_cipher as Cipher
            from   beneficiaries_job_cv t
            where  t.content_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_job_cv
            set    content_cipher = @Sealed
            where  id = @Id and content_cipher = @Cipher
            """),
        (
            """
            select t.beneficiary_id as Id, t.beneficiary_id as Person, t.details_cipher as Cipher
            from   beneficiaries_job_mailbox t
            where  t.details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_job_mailbox
            set    details_cipher = @Sealed
            where  beneficiary_id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, t.beneficiary_id as Person, t.details_cipher as Cipher
            from   beneficiaries_job_application t
            where  t.details_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_job_application
            set    details_cipher = @Sealed
            where  id = @Id and details_cipher = @Cipher
            """),
        (
            """
            select t.id as Id, a.beneficiary_id as Person, t.note_cipher as Cipher
            from   beneficiaries_job_application_event t
            join   beneficiaries_job_application a on a.id = t.application_id
            where  t.note_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_job_application_event
            set    note_cipher = @Sealed
            where  id = @Id and note_cipher = @Cipher
            """),
        (
            """
            select id as Id, beneficiary_id as Person, special_cipher as Cipher
            from   beneficiaries_participation
            where  special_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_participation
            set    special_cipher = @Sealed
            where  id = @Id and special_cipher = @Cipher
            """),
        (
            """
            select id as Id, beneficiary_id as Person, reason_cipher as Cipher
            from   beneficiaries_grant
            where  reason_cipher like 'CfDJ8%'
            """,
            """
            update beneficiaries_grant
            set    reason_cipher = @Sealed
            where  id = @Id and reason_cipher = @Cipher
            """),
    ];

    public async Task<int> Handle(SealWithPersonKeys request, CancellationToken cancellationToken)
    {
        // The papers first: their titles and referrals, still under the common key, tell that they are still to be done.
        foreach (var select in new[] { SelectDocuments, SelectAttachments })
        {
            foreach (var row in await db.TopAsync<Row>(select, null, AtOnce, cancellationToken))
            {
                await documents.GiveToAsync(row.Id, row.Person, cancellationToken);
            }
        }

        var count = 0;
        foreach (var (select, update) in Texts)
        {
            foreach (var row in await db.TopAsync<Row>(new ListSql(select).OrderBy(Order), null, AtOnce, cancellationToken))
            {
                count += await db.ExecuteAsync(update, new { row.Id, row.Cipher, Sealed = sensitive.SealText(row.Person, sensitive.OpenText(row.Cipher)) }, cancellationToken);
            }
        }

        return count;
    }

    private sealed record Row(Guid Id, Guid Person, string Cipher);
}
