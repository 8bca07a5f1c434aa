using System.Reflection;
using System.Text.Json;

namespace InclusionPlatform.Api.Http;

/// <summary>
/// What a field of a body means where its record says nothing of it: by the unit or form that its name and type promise, by its name where that means the same in all records, or by the type that it holds.
/// </summary>
internal static class FieldWords
{
    private const string ByName = "ByName";

    private static readonly Dictionary<(string Name, Type Type), string> Words = new()
    {
        [("AccountClosed", typeof(bool))] = "Whether the account of the former case manager is closed.",
        [("Act", typeof(string))] = "The act and article that the rule comes from.",
        [("Age", typeof(int))] = "Age today, in whole years.",
        [("At", typeof(string))] = ParameterWords.TimeOfDay,
        [("AtecoCode", typeof(string))] = "Code of ATECO 2025.",
        [("AtecoSection", typeof(string))] = "Section of ATECO 2025, one letter.",
        [("Birthplace", typeof(string))] = "Where the person was born: Belfiore code of the Italian municipality or of the foreign country, as in the codice fiscale.",
        [("BirthplaceName", typeof(string))] = "Where the person was born, by name.",
        [("BodyName", typeof(string))] = "Name of the body of the network.",
        [("By", typeof(string))] = "Name of who did it.",
        [("Bytes", typeof(long))] = "Size in bytes.",
        [("Bytes", typeof(int))] = "Size in bytes.",
        [("Cap", typeof(string))] = "Postal code, five digits.",
        [("CaseManager", typeof(string))] = "Who follows the case for the public service in charge, and of which body.",
        [("Citizenship", typeof(string))] = "Country of citizenship, by its code of ISO 3166.",
        [("CitizenshipName", typeof(string))] = "Country of citizenship, by name.",
        [("CommunicationProtocol", typeof(string))] = "Protocol number of the compulsory communication.",
        [("CompanyName", typeof(string))] = "Name of the company.",
        [("ContentType", typeof(string))] = "Media type of the file.",
        [("DisplayName", typeof(string))] = "Whole name, as pages show it.",
        [("DistanceKm", typeof(double))] = "Kilometres as the crow flies.",
        [("DomicileName", typeof(string))] = "Municipality where the person lives, by name.",
        [("Education", typeof(string))] = "Level of education, by its code of ISCED 2011.",
        [("Email", typeof(string))] = "E-mail address.",
        [("EndsAt", typeof(string))] = ParameterWords.TimeOfDay,
        [("FileName", typeof(string))] = "Name of the file, with its ending.",
        [("HostTutor", typeof(string))] = "Name of the tutor at the host.",
        [("InailPosition", typeof(string))] = "Insurance position at INAIL.",
        [("Late", typeof(bool))] = "Whether its day has passed.",
        [("LevelName", typeof(string))] = "The level in words.",
        [("LiabilityPolicy", typeof(string))] = "Number of the third-party liability policy.",
        [("ManagerName", typeof(string))] = "Name of the case manager.",
        [("MinorChildren", typeof(int))] = "How many children under age the person has.",
        [("Month", typeof(string))] = ParameterWords.Of("month")!,
        [("MunicipalityName", typeof(string))] = "Name of the municipality.",
        [("Note", typeof(string))] = "Free text.",
        [("Notes", typeof(string))] = "Free text.",
        [("OpenInternships", typeof(int))] = "How many internships run.",
        [("PermanentStaff", typeof(int))] = "Permanent employees, on whom depends how many internships may be hosted.",
        [("PersonName", typeof(string))] = "Whole name of the person.",
        [("PersonOpens", typeof(bool))] = "Whether whoever asks may open the person's file.",
        [("Phone", typeof(string))] = "Telephone number, as it was written.",
        [("PreferredHours", typeof(string))] = "When it is best to call, in words.",
        [("PreferredName", typeof(string))] = "The name by which the person wants to be called.",
        [("ProgrammeName", typeof(string))] = "Name of the funded programme.",
        [("PromoterTutorName", typeof(string))] = "Name of the tutor of the promoting body.",
        [("Province", typeof(string))] = ParameterWords.Of("province")!,
        [("Reason", typeof(string))] = "Why, in words.",
        [("Region", typeof(string))] = ParameterWords.Of("region")!,
        [("Restricted", typeof(bool))] = "Whether only the équipe sees the person.",
        [("Sector", typeof(string))] = "Code of the sector, such as `catering`.",
        [("ServiceName", typeof(string))] = "Name of the service, as papers carry it.",
        [("SingleParent", typeof(bool))] = "Whether the person brings children up alone.",
        [("StartsAt", typeof(string))] = ParameterWords.TimeOfDay,
        [("TaxCode", typeof(string))] = "Codice fiscale.",
        [("TypedName", typeof(string))] = "Name and surname, typed as a signature.",
        [("UnreachedInARow", typeof(int))] = "How many calls in a row reached nobody; three put the company among the unreached.",
        [("Until", typeof(string))] = ParameterWords.TimeOfDay,
        [("VatNumber", typeof(string))] = "Italian VAT number, eleven digits.",
        [("WishedSectors", typeof(IReadOnlyList<string>))] = "Codes of the sectors in which the person wants to work.",
        [("Workplace", typeof(string))] = "Where it takes place, where that is not simply the company's seat.",
    };

    private static readonly Dictionary<string, string> Deeds = new()
    {
        ["Added"] = "added it",
        ["Changed"] = "changed it last",
        ["Closed"] = "closed it",
        ["Created"] = "made it",
        ["Done"] = "did it",
        ["Held"] = "has it now",
        ["Merged"] = "merged them",
        ["Operator"] = "does it",
        ["Recorded"] = "wrote it down",
        ["Removed"] = "took it away",
        ["Set"] = "set it",
        ["Undone"] = "took it back",
        ["Written"] = "wrote it",
    };

    /// <summary>What the field means; null for one of which nothing can be told but by its record.</summary>
    public static string? Of(PropertyInfo field)
    {
        var (name, type) = (field.Name, Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType);
        return ParameterWords.OfField(name, type)
            ?? OfPage(name, type)
            ?? (OfName(name, type) is { } words ? $"{words[..^1]}{(MayBeNull(field) ? "; null where there is none" : "")}." : null)
            ?? OfHeld(type);
    }

    /// <summary>What asks for a page of a list in a body is what it is in an address.</summary>
    private static string? OfPage(string name, Type type) =>
        (name == "Cursor" && type == typeof(string)) || (name == "Limit" && type == typeof(int)) || (name == "Total" && type == typeof(bool)) ? ParameterWords.Of(JsonNamingPolicy.CamelCase.ConvertName(name)) : null;

    private static string? OfName(string name, Type type) => Words.GetValueOrDefault((name, type))
        ?? (type == typeof(string) && name.EndsWith(ByName, StringComparison.Ordinal) && Deeds.GetValueOrDefault(name[..^ByName.Length]) is { } deed ? $"Name of who {deed}." : null);

    /// <summary>A code or a part of a record is what its type is; a list is told by what is in it.</summary>
    private static string? OfHeld(Type type) => WrittenWords.Of(type)
        ?? (type.IsGenericType && type.GenericTypeArguments is [var held] && WrittenWords.Of(held) is { } words ? $"Each: {char.ToLowerInvariant(words[0])}{words[1..]}" : null);

    private static bool MayBeNull(PropertyInfo field) =>
        Nullable.GetUnderlyingType(field.PropertyType) is not null || (!field.PropertyType.IsValueType && new NullabilityInfoContext().Create(field).ReadState == NullabilityState.Nullable);
}
