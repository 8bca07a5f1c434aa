using System.Text.RegularExpressions;

namespace InclusionPlatform.Shared.TextDocuments;

/// <summary>Keeps what goes from one number to another on one line: <c>8:30–12:30</c> broken at its dash is read as two times.</summary>
internal static partial class Spans
{
    // WORD JOINER (U+2060): no line ends beside it, and it has no width.
    private const string Joiner = "\u2060";

    /// <summary>With a joiner on both sides of the dash: text documents know no other way within a text.</summary>
    public static string Join(string text) => Dash().Replace(text, $"{Joiner}–{Joiner}");

    /// <summary>As it is printed: the text without joiners, so that it is found and copied as it reads.</summary>
    public static string InHtml(string encoded) => Span().Replace(encoded.Replace(Joiner, "", StringComparison.Ordinal), "<span class=\"whole\">$0</span>");

    [GeneratedRegex(@"(?<=\d)–(?=\d)")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\d[\d:.]*–\d+(?:[:.]\d+)*")]
    private static partial Regex Span();
}
