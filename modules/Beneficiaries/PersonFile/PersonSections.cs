using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights;

namespace InclusionPlatform.Beneficiaries.PersonFile;

/// <summary>A section of the person's file, written by itself.</summary>
internal enum PersonSection
{
    Household,
    LabourServices,
    Benefits,
    BankAccount,
    Curriculum,
}

/// <summary>That a section was written, when and by whom; what it says stays closed.</summary>
internal sealed record WrittenSection(PersonSection Section, int Version, DateTimeOffset ChangedAt, string? ChangedByName);

/// <summary>A section in clear.</summary>
/// <param name="Version">0 until it is written.</param>
/// <param name="Details">Null until it is written.</param>
internal sealed record OpenedSection<T>(int Version, T? Details) where T : class;

/// <summary>Keeps the sections of the person's file, each as one encrypted text with a version of its own, so that two colleagues can write two sections at once.</summary>
internal sealed class PersonSections(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, RectificationTrail trail, IColleagues colleagues, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    private const string Select = "select version as Version, details_cipher as Details from beneficiaries_person_section where beneficiary_id = @PersonId and section = @Section";

    private const string SelectWritten = """
        select section as Section, version as Version, changed_at as ChangedAt, changed_by as ChangedBy
        from   beneficiaries_person_section
        where  beneficiary_id = @PersonId
        """;

    private const string Insert = """
        insert into beneficiaries_person_section (beneficiary_id, section, version, details_cipher, changed_at, changed_by)
        values (@PersonId, @Section, 1, @Details, @At, @By)
        """;

    private const string Update = """
        update beneficiaries_person_section
        set    details_cipher = @Details, changed_at = @At, changed_by = @By, version = version + 1
        where  beneficiary_id = @PersonId and section = @Section and version = @Version
        """;

    /// <summary>Writes a section for somebody of the équipe.</summary>
    /// <exception cref="StaleVersionException">A colleague wrote it meanwhile.</exception>
    public async Task SaveAsync<T>(Guid personId, PersonSection section, int version, T details, CancellationToken ct) where T : class
    {
        await needToKnow.PersonAsync(personId, Sight.Full, ct);
        var former = version == 0 ? null : await db.FindAsync<SealedRow>(Select, new { PersonId = personId, Section = section.Code() }, ct);
        var row = new { PersonId = personId, Section = section.Code(), Version = version, Details = sensitive.Seal(personId, details), At = clock.GetUtcNow(), By = user.Id };
        if (await db.ExecuteAsync(version == 0 ? Insert : Update, row, ct, ifTaken: Taken) == 0)
        {
            throw new StaleVersionException();
        }

        if (former is not null)
        {
            await trail.WriteAsync(
                personId, new Dictionary<string, string?> { [section.Code()] = sensitive.OpenText(former.Details) }, new Dictionary<string, string?> { [section.Code()] = sensitive.OpenText(row.Details) }, ct);
        }

        audit.Changes("beneficiary", personId);
    }

    /// <summary>Opens a section. Whoever asks has been let in and the reading has been logged by the caller.</summary>
    public async Task<OpenedSection<T>> OpenAsync<T>(Guid personId, PersonSection section, CancellationToken ct) where T : class
    {
        var row = await db.FindAsync<SealedRow>(Select, new { PersonId = personId, Section = section.Code() }, ct);
        return new(row?.Version ?? 0, sensitive.Open<T>(row?.Details));
    }

    /// <summary>Which sections are written.</summary>
    public async Task<IReadOnlyList<WrittenSection>> WrittenAsync(Guid personId, CancellationToken ct)
    {
        var rows = await db.QueryAsync<WrittenRow>(SelectWritten, new { PersonId = personId }, ct);
        var names = rows.Count == 0 ? null : await colleagues.NamesAsync(ct);
        return [.. rows.Select(row => new WrittenSection(row.Section, row.Version, row.ChangedAt, names!.GetValueOrDefault(row.ChangedBy)))];
    }

    private static ConflictException Taken() => new("person-section.taken", new(
        "Un collega ha scritto questa parte della scheda nello stesso momento: rileggerla e riprovare.",
        "A colleague wrote this part of the file at the same moment: read it again and retry."));

    private sealed record SealedRow(int Version, string Details);

    private sealed record WrittenRow(PersonSection Section, int Version, DateTimeOffset ChangedAt, Guid ChangedBy);
}
