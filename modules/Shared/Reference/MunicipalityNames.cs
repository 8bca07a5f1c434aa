using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Shared.Reference;

/// <summary>How people shorten the names of municipalities.</summary>
internal static class MunicipalityNames
{
    // A word this long that matches whole is enough to trust abbreviations beside it.
    private const int TellingWord = 4;

    /// <summary>"san benedetto", "s benedetto" and "sbenedetto" get one form: saints as s, no blanks.</summary>
    public static string Shortened(string key) => string.Concat(key.Split(' ').Select(ShortenedWord));

    /// <summary>Separates "Grottammare (AP)", "Grottammare - AP" or "Grottammare AP" into name and province, if the end is a province.</summary>
    public static (string Key, string? Province) WithoutProvince(string text)
    {
        var open = text.LastIndexOf('(');
        if (open > 0 && Provinces.Find(text[(open + 1)..].TrimEnd(' ', ')', '.')) is { } inParentheses)
        {
            return (SearchText.Normalize(text[..open]), inParentheses.Code);
        }

        var key = SearchText.Normalize(text);
        var blank = key.LastIndexOf(' ');
        return blank > 0 && key.Length - blank == 3 && Provinces.ByCode(key[(blank + 1)..]) is { } last ? (key[..blank], last.Code) : (key, null);
    }

    /// <summary>"ascoli p" for "ascoli piceno": word by word a beginning, and at least one long word whole.</summary>
    public static bool IsAbbreviation(string[] words, string key)
    {
        var whole = key.Split(' ');
        if (words.Length < 2 || words.Length != whole.Length)
        {
            return false;
        }

        var told = false;
        for (var index = 0; index < words.Length; index++)
        {
            var (word, full) = (words[index], whole[index]);
            if (!full.StartsWith(word, StringComparison.Ordinal) && ShortenedWord(word) != ShortenedWord(full))
            {
                return false;
            }

            told |= word == full && word.Length >= TellingWord;
        }

        return told;
    }

    public static string ShortenedWord(string word) => word is "san" or "santo" or "santa" or "sant" or "santi" or "ss" or "sta" or "sto" ? "s" : word;
}
