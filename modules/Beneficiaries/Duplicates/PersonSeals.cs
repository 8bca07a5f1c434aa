using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Shared.Documents;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>
/// After a merge was undone: whatever went back and was written meanwhile under the survivor's key is put under the key of the person whose it is, or the end of one would take it from the
/// other (ADR 34).
/// </summary>
internal sealed class PersonSeals(IDbSession db, SensitiveFields sensitive, IDocumentStore documents)
{
    /// <summary>Why each other encrypted column of the module needs no new key after an undoing.</summary>
    public static readonly IReadOnlyDictionary<string, string> NeverUnderTheOthersKey = new Dictionary<string, string>
    {
        ["beneficiaries_reading.minutes_cipher"] = "of a meeting, not of a person",
        ["beneficiaries_group_activity.content_cipher"] = "of a group; each one's diary has its own entry",
        ["beneficiaries_planned_activity.content_cipher"] = "of a group; each one has an appointment of their own",
        ["beneficiaries_cohort.minutes_cipher"] = "of a meeting, not of a person",
        ["beneficiaries_consent.note_cipher"] = "written once, and goes back only if it came",
        ["beneficiaries_rectification.former_cipher"] = "written once, and goes back only if it came",
        ["beneficiaries_person_mark.note_cipher"] = "written once, and goes back only if it came",
        ["beneficiaries_participation_before.before_cipher"] = "of the survivor, and goes with the undoing",
        ["beneficiaries_form_draft.content_cipher"] = "stays where it was",
        ["beneficiaries_person_merge.reason_cipher"] = "of the survivor",
        ["beneficiaries_person_merge.before_cipher"] = "of the survivor",
        ["beneficiaries_person_merge.after_cipher"] = "of the survivor",
        ["beneficiaries_person_merge.undo_reason_cipher"] = "of the survivor",
    };

    private const string SelectDocuments = """
        select id from beneficiaries_document where beneficiary_id = @Id
        union
        select a.id from beneficiaries_referral_attachment a join beneficiaries_referral r on r.id = a.referral_id where r.beneficiary_id = @Id
        union
        select s.document_id
        from   beneficiaries_plan_signature s
        join   beneficiaries_plan l on l.id = s.plan_id
        join   beneficiaries_case c on c.id = l.case_id
        where  c.beneficiary_id = @Id and s.document_id is not null
        """;

    /// <summary>Puts what is the person's and under the other's key under the person's own.</summary>
    public async Task GiveAsync(Guid person, Guid fromKeyOf, CancellationToken ct)
    {
        foreach (var column in SealedColumn.All)
        {
            foreach (var row in await db.QueryAsync<Row>(column.OfPersonUnder, new { Person = person, Key = $"p1.{fromKeyOf:N}%" }, ct))
            {
                await db.ExecuteAsync(column.Write, new { row.Id, row.Cipher, Sealed = sensitive.SealText(person, sensitive.OpenText(row.Cipher)) }, ct);
            }
        }

        foreach (var document in await db.QueryAsync<Guid>(SelectDocuments, new { Id = person }, ct))
        {
            await documents.GiveToAsync(document, person, ct);
        }
    }

    private sealed record Row(Guid Id, Guid Person, string Cipher);
}
