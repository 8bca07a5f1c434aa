using System.Text.Json;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>What is sealed of a person's file, read as what it was sealed from: its text has positions where a copy has the words of codes.</summary>
internal static class SealedParts
{
    /// <summary>The group or section that was written so.</summary>
    /// <param name="part">Code of the group or of the section.</param>
    /// <param name="json">What was sealed, opened.</param>
    /// <returns>The text itself where the part is no group and no section: a plain field.</returns>
    public static object Read(string part, string json) => part switch
    {
        "identifiers" => As<PersonIdentifiers>(json),
        "contacts" => As<PersonContacts>(json),
        "addresses" => As<PersonAddresses>(json),
        "household" => As<HouseholdDetails>(json),
        "labourServices" => As<LabourServicesDetails>(json),
        "benefits" => As<BenefitsDetails>(json),
        "bankAccount" => As<BankAccountDetails>(json),
        "curriculum" => As<CurriculumDetails>(json),
        _ => json,
    };

    private static T As<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
