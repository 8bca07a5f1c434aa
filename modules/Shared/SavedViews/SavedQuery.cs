using System.Text.RegularExpressions;

namespace InclusionPlatform.Shared.SavedViews;

/// <summary>
/// The filters of a view in one stored form. Only codes, days, numbers and ids pass, and never the searched text: a view is shared and kept, and what is typed may be a
/// person's name.
/// </summary>
internal static partial class SavedQuery
{
    public const int Longest = 1000;
    private const string FormCode = "saved-view.query-form";
    private static readonly HashSet<string> NeverKept = ["q", "cursor", "limit", "total"];

    /// <summary>Whether the text can be kept; <paramref name="stored"/> is its one form, in the order given.</summary>
    public static bool TryRead(string? text, out string stored)
    {
        var pairs = (text ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        stored = string.Join('&', pairs);
        return stored.Length <= Longest && pairs.All(IsFilter) && pairs.Select(NameOf).Distinct(StringComparer.OrdinalIgnoreCase).Count() == pairs.Length;
    }

    /// <summary>The stored form.</summary>
    public static string Read(string? text) => TryRead(text, out var stored) ? stored : throw new FieldException("query", FormCode, Refusal);

    public static Words Refusal { get; } = new(
        "Di una vista si salvano i filtri scelti dagli elenchi e l'ordine, non il testo cercato: toglierlo e riprovare.",
        "A view keeps the filters chosen from lists and the order, not the searched text: remove it and try again.");

    private static bool IsFilter(string pair) => Filter().IsMatch(pair) && !NeverKept.Contains(NameOf(pair).ToLowerInvariant());

    private static string NameOf(string pair) => pair.Split('=', 2)[0];

    [GeneratedRegex("^[a-zA-Z]{1,40}=[A-Za-z0-9._:,-]{1,80}$")]
    private static partial Regex Filter();
}
