using System.Globalization;
using System.Text;

namespace InclusionPlatform.Shared.Search;

/// <summary>
/// Turns what people write into what a search column holds: lower case, no accents, no punctuation, single blanks.
/// It is done here and not by a collation so that both database engines find the same rows.
/// </summary>
public static class SearchText
{
    /// <summary>
    /// "  Sant'Egidio alla Vibrata (TE) " becomes "sant egidio alla vibrata te". Null and blank become the empty string; never throws.
    /// </summary>
    public static string Normalize(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        return Ascii.IsValid(text) ? NormalizeAscii(text) : NormalizeUnicode(WithoutLoneSurrogates(text).Normalize(NormalizationForm.FormKD));
    }

    /// <summary>The words of <see cref="Normalize"/>, in their order.</summary>
    public static IReadOnlyList<string> Words(string? text) => Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string NormalizeAscii(string text)
    {
        var normalized = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var blankIsDue = false;
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                blankIsDue = length > 0;
                continue;
            }

            // There is room: the blank stands for at least one character that was left out.
            if (blankIsDue)
            {
                normalized[length++] = ' ';
                blankIsDue = false;
            }

            normalized[length++] = char.ToLowerInvariant(character);
        }

        return new string(normalized[..length]);
    }

    private static string NormalizeUnicode(string decomposed)
    {
        var normalized = new StringBuilder(decomposed.Length);
        var blankIsDue = false;
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune))
            {
                blankIsDue = normalized.Length > 0;
                continue;
            }

            if (blankIsDue)
            {
                normalized.Append(' ');
                blankIsDue = false;
            }

            AppendFolded(normalized, Rune.ToLowerInvariant(rune));
        }

        return normalized.ToString();
    }

    private static void AppendFolded(StringBuilder normalized, Rune letter)
    {
        var folded = LettersWithoutDecomposition(letter.Value);
        if (folded is null)
        {
            normalized.Append(letter.ToString());
        }
        else
        {
            normalized.Append(folded);
        }
    }

    // Unicode gives these no decomposition, yet people type them without their stroke or as two letters.
    private static string? LettersWithoutDecomposition(int letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        _ => null,
    };

    // string.Normalize refuses half of a surrogate pair, which a truncated upload can well contain.
    private static string WithoutLoneSurrogates(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune == Rune.ReplacementChar ? " " : rune.ToString());
        }

        return whole.ToString();
    }
}
