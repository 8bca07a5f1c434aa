using System.Globalization;
using InclusionPlatform.Beneficiaries.Duplicates;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>What is written of a person, with the version it has.</summary>
internal sealed record WrittenPerson(Guid Id, int Version, PersonDetails Details);

/// <summary>Reads and writes the registry of one person. Whoever asks has been let in.</summary>
internal sealed class PersonRecord(IDbSession db, SensitiveFields sensitive, RectificationTrail trail, DuplicateFinder duplicates)
{
    private const string Select = """
        select version as Version, identifiers_cipher as Identifiers, contacts_cipher as Contacts, addresses_cipher as Addresses, surname as Surname, name as Name, preferred_name as PreferredName,
               sex as Sex, gender as Gender, birth_date as BirthDate, birthplace as Birthplace, citizenship as Citizenship, education as Education, unemployed_since as UnemployedSince,
               minor_children as MinorChildren, single_parent as SingleParent, mobility as Mobility, wished_sectors as WishedSectors
        from   beneficiaries_person
        where  id = @Id
        """;

    private const string Update = """
        update beneficiaries_person
        set    surname = @Surname, name = @Name, preferred_name = @PreferredName, sort_name = @SortName, sex = @Sex, gender = @Gender, birth_date = @BirthDate,
               birthplace = @Birthplace, citizenship = @Citizenship, tax_code_hash = @TaxCodeHash, tax_code_family_hash = @TaxCodeFamilyHash,
               health_code_hash = @HealthCodeHash, name_and_birth_hash = @NameAndBirthHash, identifiers_cipher = @IdentifiersCipher,
               contacts_cipher = @ContactsCipher, addresses_cipher = @AddressesCipher, domicile_istat = @DomicileIstat, education = @Education,
               unemployed_since = @UnemployedSince, minor_children = @MinorChildren, single_parent = @SingleParent, mobility = @Mobility,
               wished_sectors = @WishedSectors, version = version + 1
        where  id = @Id and version = @Version
        """;

    /// <summary>The person in clear, or null.</summary>
    public async Task<WrittenPerson?> FindAsync(Guid id, CancellationToken ct) => await db.FindAsync<Row>(Select, new { Id = id }, ct) is { } row
        ? new(id, row.Version, new(
            row.Surname, row.Name, row.PreferredName, row.Sex, row.Gender, row.BirthDate, row.Birthplace, row.Citizenship, sensitive.Open<PersonIdentifiers>(row.Identifiers),
            sensitive.Open<PersonContacts>(row.Contacts), sensitive.Open<PersonAddresses>(row.Addresses), row.Education, row.UnemployedSince, row.MinorChildren, row.SingleParent, row.Mobility,
            row.WishedSectors.Split(',', StringSplitOptions.RemoveEmptyEntries)))
        : null;

    /// <summary>Writes the whole registry.</summary>
    /// <param name="before">As it was read.</param>
    /// <param name="version">The version that is to be replaced.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="withTrail">Whether the former values are kept as a correction.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="StaleVersionException">Somebody else wrote meanwhile.</exception>
    public async Task WriteAsync(WrittenPerson before, int version, PersonDetails after, bool withTrail, CancellationToken ct)
    {
        var row = PersonColumns.Of(before.Id, after, after.Identifiers, after.Contacts, after.Addresses, sensitive);
        row.Add("Version", version);
        if (await db.ExecuteAsync(Update, row, ct, ifTaken: PersonColumns.Taken) == 0)
        {
            throw new StaleVersionException();
        }

        if (withTrail)
        {
            await trail.WriteAsync(before.Id, Texts(before.Details), Texts(row), ct);
        }

        await NameWords.WriteAsync(db, before.Id, after, ct);
        await duplicates.SeekAsync(before.Id, ct);
    }

    private Dictionary<string, string?> Texts(PersonDetails person) =>
        Texts(PersonColumns.Of(Guid.Empty, person, null, null, null, sensitive), SensitiveFields.Plain(person.Identifiers), SensitiveFields.Plain(person.Contacts), SensitiveFields.Plain(person.Addresses));

    private Dictionary<string, string?> Texts(Dictionary<string, object?> row) =>
        Texts(row, sensitive.OpenText((string?)row["IdentifiersCipher"]), sensitive.OpenText((string?)row["ContactsCipher"]), sensitive.OpenText((string?)row["AddressesCipher"]));

    private static Dictionary<string, string?> Texts(Dictionary<string, object?> row, string? identifiers, string? contacts, string? addresses) => new()
    {
        ["surname"] = Text(row["Surname"]),
        ["name"] = Text(row["Name"]),
        ["preferredName"] = Text(row["PreferredName"]),
        ["sex"] = Text(row["Sex"]),
        ["gender"] = Text(row["Gender"]),
        ["birthDate"] = Text(row["BirthDate"]),
        ["birthplace"] = Text(row["Birthplace"]),
        ["citizenship"] = Text(row["Citizenship"]),
        ["education"] = Text(row["Education"]),
        ["unemployedSince"] = Text(row["UnemployedSince"]),
        ["minorChildren"] = Text(row["MinorChildren"]),
        ["singleParent"] = Text(row["SingleParent"]),
        ["mobility"] = Text(row["Mobility"]),
        ["wishedSectors"] = Text(row["WishedSectors"]),
        ["identifiers"] = identifiers,
        ["contacts"] = contacts,
        ["addresses"] = addresses,
    };

    private static string? Text(object? value) =>
        value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private sealed record Row(
        int Version, string? Identifiers, string? Contacts, string? Addresses, string Surname, string Name, string? PreferredName, Sex? Sex, Gender? Gender, DateOnly BirthDate, string? Birthplace,
        string? Citizenship, string? Education, DateOnly? UnemployedSince, int? MinorChildren, bool? SingleParent, Mobility? Mobility, string WishedSectors);
}
