namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>A record that is part of another, as it was written.</summary>
internal sealed record FormerRecord(
    Guid Id, string Surname, string Name, DateOnly BirthDate, string? Identifiers, string? Contacts, string? Addresses, DateTimeOffset MergedAt, Guid MergedBy, string Reason)
{
    /// <summary>Sections that the merge did not take.</summary>
    public IReadOnlyList<FormerSection> Sections { get; init; } = [];
}

/// <summary>A section of a former record, encrypted.</summary>
internal sealed record FormerSection(string Code, string Cipher);

/// <summary>Where people are who became part of others. It tells nothing to whoever has not been let in.</summary>
internal sealed class MergedPeople(IDbSession db)
{
    private const string SelectNow = "select merged_into from beneficiaries_person where id = @Id";

    private const string SelectAbsorbed = "select id from beneficiaries_person where merged_into = @Id order by id";

    private const string SelectFormer = """
        select p.id as Id, p.surname as Surname, p.name as Name, p.birth_date as BirthDate, p.identifiers_cipher as Identifiers, p.contacts_cipher as Contacts, p.addresses_cipher as Addresses,
               g.merged_at as MergedAt, g.merged_by as MergedBy, g.reason_cipher as Reason
        from   beneficiaries_person p
        join   beneficiaries_person_merge g on g.absorbed_id = p.id and g.undone_at is null
        where  p.merged_into = @Id
        order by g.merged_at, p.id
        """;

    private const string SelectSections = """
        select section as Code, details_cipher as Cipher
        from   beneficiaries_person_section
        where  beneficiary_id = @Id
        order by section
        """;

    /// <summary>The id of the person of whom this id is by now.</summary>
    public async Task<Guid> WhereNowAsync(Guid id, CancellationToken ct) => await db.ScalarAsync<Guid?>(SelectNow, new { Id = id }, ct) ?? id;

    /// <summary>All ids that are one person by now, the person's own first.</summary>
    public async Task<IReadOnlyList<Guid>> OneAsync(Guid id, CancellationToken ct) => [id, .. await db.QueryAsync<Guid>(SelectAbsorbed, new { Id = id }, ct)];

    /// <summary>The records that are part of the person, as they were written: they belong to the copy (GDPR art. 15).</summary>
    public async Task<IReadOnlyList<FormerRecord>> FormerAsync(Guid id, CancellationToken ct)
    {
        var former = new List<FormerRecord>();
        foreach (var record in await db.QueryAsync<FormerRecordRow>(SelectFormer, new { Id = id }, ct))
        {
            former.Add(record.Record with { Sections = await db.QueryAsync<FormerSection>(SelectSections, new { record.Id }, ct) });
        }

        return former;
    }

    private sealed record FormerRecordRow(
        Guid Id, string Surname, string Name, DateOnly BirthDate, string? Identifiers, string? Contacts, string? Addresses, DateTimeOffset MergedAt, Guid MergedBy, string Reason)
    {
        public FormerRecord Record => new(Id, Surname, Name, BirthDate, Identifiers, Contacts, Addresses, MergedAt, MergedBy, Reason);
    }
}
