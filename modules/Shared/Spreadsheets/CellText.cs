using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>Understands what people write in cells, the Italian way.</summary>
public static partial class CellText
{
    private static readonly HashSet<string> MarksForNothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "n.d.", "n.d", "nd", "n/d", "n.a.", "n.a", "na", "n/a", "n.p.", "n.p", "np", "n/p", "null", "none", "vuoto", "nessuno", "nessuna",
        "non disponibile", "non pervenuto", "non pervenuta", "non noto", "non nota"
    };

    /// <summary>What stands in the place of a result that the file does not hold, because what wrote it does not reckon.</summary>
    internal const string NotReckoned = "#CALC!";

    private static readonly HashSet<string> FailedFormulas = new(StringComparer.OrdinalIgnoreCase)
    {
        "#n/a", "#n/d", "#rif!", "#ref!", "#valore!", "#value!", "#nome?", "#name?", "#div/0!", "#num!", "#null!", "#nullo!", "#spill!", "#espansione!", NotReckoned
    };

    private static readonly HashSet<string> Yes = ["si", "s", "x", "v", "vero", "true", "yes", "y", "1", "ok", "✓", "✔", "☑", "☒"];
    private static readonly HashSet<string> No = ["no", "n", "falso", "false", "0", "☐"];

    /// <summary>The text without spaces around it, doubled spaces and invisible characters; null when it means nothing ("-", "n.d.", "//", "n/a").</summary>
    public static string? Text(string? cell)
    {
        var text = Tidy(cell);
        return text.Length == 0 || text.All(character => "-–—/\\._*?".Contains(character, StringComparison.Ordinal)) || MarksForNothing.Contains(text) || IsFailedFormula(text) ? null : text;
    }

    /// <summary>The cell holds the mark of a formula that has no result, such as <c>#N/D</c>: it means nothing, but somebody meant something.</summary>
    public static bool IsFailedFormula(string? cell) => cell is { Length: > 0 } && cell.AsSpan().TrimStart() is ['#', ..] && FailedFormulas.Contains(cell.Trim());

    /// <summary>The cell is empty or holds a mark for nothing.</summary>
    public static bool IsBlank(string? cell) => Text(cell) is null;

    /// <summary>A day: <c>3/12/2024</c>, <c>3-12-24</c>, ISO with or without time, <c>3 marzo 2024</c>, or an Excel day number such as 45354.</summary>
    /// <param name="cell">The cell's text.</param>
    /// <param name="latest">For years of two digits: the day that the date cannot be after, such as today for a birth date; without it 49 is 2049 and 50 is 1950.</param>
    public static CellValue<DateOnly> Date(string? cell, DateOnly? latest = null) =>
        Text(cell) is { } text ? CellValue<DateOnly>.OfNullable(CellDate.Parse(text, latest)) : CellValue<DateOnly>.Blank;

    /// <summary>A whole number: "12", "1.200" (Italian thousands), "1 200", "12,00". "12,5" and "1,200" are wrong: not whole, or not certain.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "It is the kind of cell, said as the callers say it.")]
    public static CellValue<int> Integer(string? cell)
    {
        if (Text(cell) is not { } text) return CellValue<int>.Blank;
        var match = WholeNumber().Match(text.Replace('−', '-').Replace('’', '\''));
        if (!match.Success) return CellValue<int>.Wrong;
        var digits = new string([.. match.Groups["whole"].Value.Where(char.IsAsciiDigit)]);
        return int.TryParse(match.Groups["sign"].Value + digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? CellValue<int>.Of(number)
            : CellValue<int>.Wrong;
    }

    /// <summary>Yes or no: "sì", "SI", "s", "x", "vero"; "no", "N", "falso".</summary>
    public static CellValue<bool> YesNo(string? cell)
    {
        if (Text(cell) is not { } text) return CellValue<bool>.Blank;
        var word = Fold(text).TrimEnd('.', '!', '\'', '’', '`');
        return Yes.Contains(word) ? CellValue<bool>.Of(true) : No.Contains(word) ? CellValue<bool>.Of(false) : CellValue<bool>.Wrong;
    }

    internal static string Fold(string text) =>
        new([.. text.Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
            .Select(char.ToLowerInvariant)]);

    private static string Tidy(string? cell)
    {
        if (string.IsNullOrEmpty(cell)) return "";
        var text = new StringBuilder(cell.Length);
        foreach (var character in cell.ReplaceLineEndings("\n"))
        {
            if (character is '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\u2060' or '\ufeff' or '\u00ad') continue;
            if (character is '\n') TrimSpaceBeforeEnd(text);
            var space = character is not '\n' && char.IsWhiteSpace(character);
            if (space && text.Length > 0 && text[^1] is ' ' or '\n') continue;
            text.Append(space ? ' ' : character);
        }
        return text.ToString().Trim();
    }

    private static void TrimSpaceBeforeEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
    }

    // Thousands in groups of three after one kind of mark; decimals only zeros, and not three of them, which could be thousands.
    [GeneratedRegex(@"^(?<sign>-?) ?(?<whole>[0-9]+|[0-9]{1,3}(?:(?<mark>[. '])[0-9]{3})(?:\k<mark>[0-9]{3})*)(?:,0{1,2}|,0{4,}|\.0{1,2}|\.0{4,})?$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();
}
