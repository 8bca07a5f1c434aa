using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>Reads and writes what a merge and its undoing have in common. Whoever asks has been let in.</summary>
internal sealed class MergeDesk(IDbSession db, PersonRecord record, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
{
    private const string SelectSections = """
        select section as Code, details_cipher as Cipher from beneficiaries_person_section where beneficiary_id = @Id
        union all
        select 'mailbox', details_cipher from beneficiaries_job_mailbox where beneficiary_id = @Id
        """;

    private const string UpdateSection = """
        update beneficiaries_person_section
        set    details_cipher = @Details, changed_at = @Now, changed_by = @Me, version = version + 1
        where  beneficiary_id = @Id and section = @Code
        """;

    private const string InsertSection = """
        insert into beneficiaries_person_section (beneficiary_id, section, version, details_cipher, changed_at, changed_by)
        values (@Id, @Code, 1, @Details, @Now, @Me)
        """;

    private const string DeleteSection = "delete from beneficiaries_person_section where beneficiary_id = @Id and section = @Code";

    private const string UpdateMailbox = """
        update beneficiaries_job_mailbox
        set    details_cipher = @Details, changed_at = @Now, changed_by = @Me, version = version + 1
        where  beneficiary_id = @Id
        """;

    private const string InsertMailbox = """
        insert into beneficiaries_job_mailbox (beneficiary_id, version, details_cipher, changed_at, changed_by)
        values (@Id, 1, @Details, @Now, @Me)
        """;

    private const string DeleteMailbox = "delete from beneficiaries_job_mailbox where beneficiary_id = @Id";

    // What follows from the cases that are the person's now.
    private const string Reckon = """
        update beneficiaries_person
        set    has_case = case when exists (select 1 from beneficiaries_case c where c.beneficiary_id = @Id) then 1 else 0 end,
               restricted = case when exists (select 1 from beneficiaries_case c where c.beneficiary_id = @Id and c.restricted = 1) then 1 else 0 end,
               retention_from = case when exists (select 1 from beneficiaries_case c where c.beneficiary_id = @Id and c.closed_on is null) then null
                                     else (select max(c.closed_on) from beneficiaries_case c where c.beneficiary_id = @Id) end
        where  id = @Id
        """;

    public async Task<MergeSource> ReadAsync(Guid id, CancellationToken ct)
    {
        var person = await record.FindAsync(id, ct) ?? throw new NotFoundException("beneficiary", id);
        var sections = await db.QueryAsync<FormerSection>(SelectSections, new { Id = id }, ct);
        return new(id, person.Version, person.Details, sections.ToDictionary(section => section.Code, section => sensitive.OpenText(section.Cipher)!));
    }

    /// <summary>Writes what differs, under the person's own key.</summary>
    /// <exception cref="StaleVersionException">Somebody else wrote meanwhile.</exception>
    public async Task WriteAsync(MergeSource before, int version, MergeSource after, CancellationToken ct)
    {
        await record.WriteAsync(new(before.Id, before.Version, before.Person), version, after.Person, withTrail: false, ct);
        foreach (var code in before.Sections.Keys.Union(after.Sections.Keys).Where(code => before.Section(code) != after.Section(code)))
        {
            var (update, insert, delete) = code == MergeField.Mailbox ? (UpdateMailbox, InsertMailbox, DeleteMailbox) : (UpdateSection, InsertSection, DeleteSection);
            var text = after.Section(code) is null ? delete : before.Section(code) is null ? insert : update;
            await db.ExecuteAsync(text, new { before.Id, Code = code, Details = sensitive.SealText(before.Id, after.Section(code)), Now = clock.GetUtcNow(), Me = user.Id }, ct);
        }
    }

    /// <summary>Reckons anew what follows from the cases.</summary>
    public Task ReckonAsync(Guid id, CancellationToken ct) => db.ExecuteAsync(Reckon, new { Id = id }, ct);
}
