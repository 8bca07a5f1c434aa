using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>The columns that follow from what is written of a person, the same at registration and at each change.</summary>
internal static class PersonColumns
{
    public static Dictionary<string, object?> Of(
        Guid id, PersonDetails person, PersonIdentifiers? identifiers, PersonContacts? contacts, PersonAddresses? addresses, SensitiveFields sensitive)
    {
        var canonical = SensitiveFields.Canonical(identifiers);
        var hashes = sensitive.HashesOf(canonical);
        var surname = person.Surname.Trim();
        var name = person.Name.Trim();
        return new()
        {
            ["Id"] = id,
            ["Surname"] = surname,
            ["Name"] = name,
            ["PreferredName"] = Blank(person.PreferredName),
            ["SortName"] = SearchText.Normalize($"{surname} {name}"),
            ["Sex"] = person.Sex!.Value.Code(),
            ["Gender"] = (person.Gender ?? (person.Sex is Sex.Female ? Gender.Woman : Gender.Man)).Code(),
            ["BirthDate"] = person.BirthDate!.Value,
            ["Birthplace"] = Blank(person.Birthplace)?.ToUpperInvariant(),
            ["Citizenship"] = Blank(person.Citizenship)?.ToUpperInvariant(),
            ["TaxCodeHash"] = hashes.TaxCode,
            ["TaxCodeFamilyHash"] = hashes.TaxCodeFamily,
            ["HealthCodeHash"] = hashes.HealthCode,
            ["NameAndBirthHash"] = sensitive.NameAndBirth(surname, name, person.BirthDate.Value),
            ["IdentifiersCipher"] = sensitive.Seal(id, canonical),
            ["ContactsCipher"] = sensitive.Seal(id, contacts),
            ["AddressesCipher"] = sensitive.Seal(id, addresses),
            ["DomicileIstat"] = Blank((addresses?.Domicile ?? addresses?.Residence)?.Municipality),
            ["Education"] = Blank(person.Education),
            ["UnemployedSince"] = person.UnemployedSince,
            ["MinorChildren"] = person.MinorChildren,
            ["SingleParent"] = person.SingleParent,
            ["Mobility"] = person.Mobility?.Code(),
            ["WishedSectors"] = string.Join(',', person.WishedSectors?.Distinct() ?? []),
        };
    }

    /// <summary>The same words whoever the other person is: what may not be seen must not show here.</summary>
    public static ConflictException Taken() => new("beneficiary.already-followed", Sentences.TaxCodeTaken);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
