using System.Globalization;
using System.Text;

namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>A column's name reduced to its words, and how alike two of them are.</summary>
internal sealed record HeaderName(string Compact, IReadOnlyList<string> Words)
{
    private static readonly HashSet<string> SmallWords =
        ["di", "del", "dell", "della", "dei", "delle", "degli", "e", "ed", "il", "lo", "la", "le", "i", "gli", "of", "the"];

    public static HeaderName Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char? previous = null;
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark) continue;
            // camelCase is two words, as the export of a program may write it.
            if (!char.IsLetterOrDigit(character) || (char.IsUpper(character) && previous is { } before && char.IsLower(before))) Close();
            if (char.IsLetterOrDigit(character)) word.Append(char.ToLowerInvariant(character));
            previous = character;
        }
        Close();
        var meaningful = words.Where(each => !SmallWords.Contains(each)).ToList();
        return new HeaderName(string.Concat(words), meaningful.Count > 0 ? meaningful : words);

        void Close()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>From 0 (nothing in common) to 1 (the same name).</summary>
    public double Likeness(HeaderName other)
    {
        if (Compact.Length == 0 || other.Compact.Length == 0) return 0;
        if (Compact == other.Compact) return 1;
        var typing = Compact.Length >= 4 && other.Compact.Length >= 4 ? Closeness(Compact, other.Compact) : 0;
        return Math.Max(typing >= 0.8 ? typing * 0.95 : 0, WordLikeness(other));
    }

    private double WordLikeness(HeaderName other)
    {
        var free = other.Words.ToList();
        double shared = 0, coveredOfOther = 0;
        foreach (var word in Words)
        {
            var (best, likeness) = (-1, 0.0);
            for (var i = 0; i < free.Count; i++)
            {
                var each = WordsAlike(word, free[i], initials: Words.Count > 1 && other.Words.Count == Words.Count);
                if (each > likeness) (best, likeness) = (i, each);
            }
            if (best < 0) continue;
            shared += likeness * (word.Length + free[best].Length);
            coveredOfOther += likeness * free[best].Length;
            free.RemoveAt(best);
        }
        var overlap = shared / (Words.Sum(word => word.Length) + other.Words.Sum(word => word.Length));
        var coverage = coveredOfOther / other.Words.Sum(word => word.Length);
        // Everything the known name says is there, with more words: "Comune sede operativa". Below a name with nothing more.
        var contained = coverage >= 0.9 && free.Count == 0 ? 0.64 + (0.2 * overlap * coverage) : 0;
        return 0.98 * Math.Max(overlap, contained);
    }

    private static double WordsAlike(string one, string two, bool initials)
    {
        if (one == two) return 1;
        var (shorter, longer) = one.Length <= two.Length ? (one, two) : (two, one);
        if (longer.StartsWith(shorter, StringComparison.Ordinal) && (shorter.Length >= 3 || initials)) return 0.92;
        if (shorter.Length < 4) return 0;
        // Italian plurals and genders differ in the last letter: azienda, aziende.
        if (longer.Length == shorter.Length && one[..^1] == two[..^1]) return 0.9;
        var closeness = Closeness(one, two);
        return closeness >= 0.75 ? closeness * 0.95 : 0;
    }

    // 1 less the share of letters to change (Levenshtein's distance).
    private static double Closeness(string one, string two)
    {
        // Nobody writes a name this long; the cost of comparing must stay bounded for any file.
        if (one.Length > 80 || two.Length > 80) return 0;
        var previous = Enumerable.Range(0, two.Length + 1).ToArray();
        var current = new int[two.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= two.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }
        return 1 - ((double)previous[two.Length] / Math.Max(one.Length, two.Length));
    }
}
