namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>A column with an encrypted text of a person: whose it is, and how it is written anew.</summary>
/// <param name="Table">The table, <c>t</c> in the joins.</param>
/// <param name="Column">The encrypted column.</param>
/// <param name="Key">What finds its row.</param>
/// <param name="Person">Where it stands whose the text is.</param>
/// <param name="Joins">The way there, where the row itself does not say it.</param>
/// <param name="StaysWhenAnonymous">Under the common key it tells nobody any more, and what is counted is kept: of people made anonymous it is left alone.</param>
internal sealed record SealedColumn(string Table, string Column, string Key = "id", string Person = "t.beneficiary_id", string Joins = "", bool StaysWhenAnonymous = false)
{
    private const string ByCase = "join beneficiaries_case c on c.id = t.case_id";
    private const string ByPlan = "join beneficiaries_plan l on l.id = t.plan_id join beneficiaries_case c on c.id = l.case_id";
    private const string ByPath = "join beneficiaries_job_path j on j.id = t.path_id join beneficiaries_case c on c.id = j.case_id";
    private const string ByApplication = "join beneficiaries_job_application a on a.id = t.application_id";
    private const string ByReferral = "join beneficiaries_referral r on r.id = t.referral_id";
    private const string OfCandidate = "left join beneficiaries_referral r on r.id = t.referral_id";
    private const string ByCandidate = "join beneficiaries_candidate d on d.id = t.candidate_id left join beneficiaries_referral r on r.id = d.referral_id";

    /// <summary>Every one that there is; a test finds encrypted columns that nobody thought of.</summary>
    public static readonly IReadOnlyList<SealedColumn> All =
    [
        new("beneficiaries_person", "identifiers_cipher", Person: "t.id"),
        new("beneficiaries_person", "contacts_cipher", Person: "t.id"),
        new("beneficiaries_person", "addresses_cipher", Person: "t.id"),
        new("beneficiaries_person_section", "details_cipher", Key: "beneficiary_id"),
        new("beneficiaries_work_experience", "details_cipher"),
        new("beneficiaries_document", "title_cipher"),
        new("beneficiaries_attestation", "details_cipher"),
        new("beneficiaries_emergency_access", "reason_cipher"),
        new("beneficiaries_outside_member", "details_cipher"),
        new("beneficiaries_participation", "special_cipher"),
        new("beneficiaries_grant", "reason_cipher"),
        new("beneficiaries_job_cv", "content_cipher"),
        new("beneficiaries_job_mailbox", "details_cipher", Key: "beneficiary_id"),
        new("beneficiaries_job_application", "details_cipher"),
        new("beneficiaries_job_application_event", "note_cipher", Person: "a.beneficiary_id", Joins: ByApplication),
        new("beneficiaries_case", "closing_note_cipher"),
        new("beneficiaries_case", "referring_body_cipher", StaysWhenAnonymous: true),
        new("beneficiaries_case", "reason_cipher", StaysWhenAnonymous: true),
        new("beneficiaries_case_closure", "dropout_reason_cipher", Person: "c.beneficiary_id", Joins: ByCase, StaysWhenAnonymous: true),
        OfCase("beneficiaries_case_closure", "details_cipher"),
        OfCase("beneficiaries_case_closure", "note_cipher"),
        OfCase("beneficiaries_case_closure", "reopening_note_cipher"),
        OfCase("beneficiaries_case_transfer", "note_cipher"),
        OfCase("beneficiaries_follow_up", "note_cipher"),
        OfCase("beneficiaries_diary_entry", "text_cipher"),
        OfCase("beneficiaries_appointment", "details_cipher"),
        OfCase("beneficiaries_work_profile", "details_cipher", key: "case_id"),
        OfCase("beneficiaries_assessment", "content_cipher"),
        OfCase("beneficiaries_plan", "content_cipher"),
        OfCase("beneficiaries_plan", "closing_cipher"),
        OfCase("beneficiaries_plan_signature", "name_cipher", ByPlan),
        OfCase("beneficiaries_plan_review", "note_cipher", ByPlan),
        OfCase("beneficiaries_plan_step", "note_cipher", key: "action_id"),
        OfCase("beneficiaries_job_path", "content_cipher"),
        OfCase("beneficiaries_job_path", "closing_cipher"),
        OfCase("beneficiaries_job_session", "details_cipher", ByPath),
        new("beneficiaries_referral", "content_cipher", StaysWhenAnonymous: true),
        new("beneficiaries_referral", "referring_body_cipher", StaysWhenAnonymous: true),
        new("beneficiaries_referral_event", "note_cipher", Person: "r.beneficiary_id", Joins: ByReferral),
        new("beneficiaries_reading_item", "reason_cipher", "referral_id", "r.beneficiary_id", ByReferral),
        new("beneficiaries_candidate", "body_cipher", Person: "coalesce(t.beneficiary_id, r.beneficiary_id)", Joins: OfCandidate, StaysWhenAnonymous: true),
        new("beneficiaries_candidate", "lines_cipher", Person: "coalesce(t.beneficiary_id, r.beneficiary_id)", Joins: OfCandidate, StaysWhenAnonymous: true),
        new("beneficiaries_candidate_points", "reason_cipher", "candidate_id", "coalesce(d.beneficiary_id, r.beneficiary_id)", ByCandidate, StaysWhenAnonymous: true),
        new("beneficiaries_candidate_event", "note_cipher", Person: "coalesce(d.beneficiary_id, r.beneficiary_id)", Joins: ByCandidate, StaysWhenAnonymous: true),
    ];

    /// <summary>The texts that were written under the common key.</summary>
    public string UnderCommonKey { get; } = $"""
        select t.{Key} as Id, {Person} as Person, t.{Column} as Cipher
        from   {Table} t
        {Joins}
        {(StaysWhenAnonymous ? $"join beneficiaries_person p on p.id = {Person}" : "")}
        where  {Person} is not null and t.{Column} like 'CfDJ8%' {(StaysWhenAnonymous ? "and p.anonymised_at is null" : "")}
        """;

    /// <summary>The texts of <c>@Person</c> under a key that begins as <c>@Key</c>.</summary>
    public string OfPersonUnder { get; } = $"""
        select t.{Key} as Id, {Person} as Person, t.{Column} as Cipher
        from   {Table} t
        {Joins}
        where  {Person} = @Person and t.{Column} like @Key
        """;

    /// <summary>Writes it anew, if it is still the one that was read.</summary>
    public string Write { get; } = $"""
        update {Table}
        set    {Column} = @Sealed
        where  {Key} = @Id and {Column} = @Cipher
        """;

    private static SealedColumn OfCase(string table, string column, string joins = ByCase, string key = "id") => new(table, column, key, "c.beneficiary_id", joins);
}
