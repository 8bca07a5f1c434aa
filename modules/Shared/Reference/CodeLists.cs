namespace InclusionPlatform.Shared.Reference;

/// <summary>One entry of a coded list.</summary>
/// <param name="Code">Stable: it is what the database and the interface hold.</param>
/// <param name="Italian">Words of the screens.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">The act or classification that says so.</param>
/// <param name="ToVerify">The source was not read in full: say so to the administrator.</param>
public sealed record CodedItem(string Code, string Italian, string English, string Source, bool ToVerify);

/// <summary>The short lists that the law or a classification fixes, in their own order.</summary>
public static class CodeLists
{
    private static readonly Lazy<Dictionary<string, IReadOnlyList<CodedItem>>> Table = new(() =>
        EmbeddedTable.Rows("codes.csv")
            .GroupBy(row => row[0], row => new CodedItem(row[1], row[2], row[3], row[4], row[5] == "verify"))
            .ToDictionary(list => list.Key, IReadOnlyList<CodedItem> (list) => list.ToList().AsReadOnly()));

    /// <summary>Sections A to V of ATECO 2025.</summary>
    public static IReadOnlyList<CodedItem> AtecoSections => Items("ateco-section");

    /// <summary>ISCED 2011 levels 0 to 8.</summary>
    public static IReadOnlyList<CodedItem> IscedLevels => Items("isced");

    /// <summary>Categories of disadvantage, each of which a public body attests.</summary>
    public static IReadOnlyList<CodedItem> DisadvantageCategories => Items("disadvantage");

    /// <summary>The five paths of the GOL programme.</summary>
    public static IReadOnlyList<CodedItem> GolPaths => Items("gol-path");

    /// <summary>Languages that people of the services speak, by ISO 639-1.</summary>
    public static IReadOnlyList<CodedItem> Languages => Items("language");

    /// <summary>Driving licences and the qualifications for machines that employers ask for most.</summary>
    public static IReadOnlyList<CodedItem> Licences => Items("licence");

    /// <summary>ICF brief set for vocational rehabilitation; more codes may be added by the service.</summary>
    public static IReadOnlyList<CodedItem> IcfBriefSet => Items("icf");

    /// <summary>ICF qualifiers.</summary>
    public static IReadOnlyList<CodedItem> IcfQualifiers => Items("icf-qualifier");

    /// <summary>The entry with this code in any case, or null.</summary>
    public static CodedItem? Find(this IReadOnlyList<CodedItem> list, string? code)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.FirstOrDefault(item => item.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
    }

    private static IReadOnlyList<CodedItem> Items(string list) => Table.Value[list];
}
