using System.Globalization;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.Beneficiaries.Selection.Rules;

/// <summary>Which criteria need something more to be said, and how it is written.</summary>
internal static class CriterionArgument
{
    private const int MostMonths = 240, MostAge = 120, MostText = 100;

    /// <summary>Whether the argument fits the criterion.</summary>
    public static bool Fits(SelectionCriterion criterion, string? argument) => criterion switch
    {
        SelectionCriterion.LongUnemployed => Months(argument) is not null,
        SelectionCriterion.AgeBand => Ages(argument) is not null,
        SelectionCriterion.DisadvantageCategory => argument is null || CodeLists.DisadvantageCategories.Any(item => item.Code == argument),
        SelectionCriterion.Judged => !string.IsNullOrWhiteSpace(argument) && argument.Length <= MostText,
        _ => argument is null,
    };

    /// <summary>Months without work, 1 to 240.</summary>
    public static int? Months(string? argument) => Number(argument) is { } months and >= 1 and <= MostMonths ? months : null;

    /// <summary>Years of age, such as 18-29, both included.</summary>
    public static (int From, int To)? Ages(string? argument) =>
        argument?.Split('-') is [var from, var to] && Number(from) is { } first && Number(to) is { } last && first <= last && last <= MostAge ? (first, last) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
