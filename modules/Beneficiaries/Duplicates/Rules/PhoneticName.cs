using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.Duplicates.Rules;

/// <summary>
/// How a name sounds in Italian, roughly: what is often written in two ways (double letters, h, k and c, y and i, gn, gl, sc, z and s, vowels in the middle) is written in one.
/// The last vowel stays, because it tells Mario from Maria. It finds candidates to be looked at by somebody; it decides nothing.
/// </summary>
internal static class PhoneticName
{
    /// <summary>The version of the rule: whoever was keyed by an older one is keyed again.</summary>
    public const int Version = 1;

    private const int Longest = 59;

    // Written with a blank or without: De Luca and Deluca, D'Angelo and Dangelo, Gian Luca and Gianluca.
    private static readonly HashSet<string> Joined =
    [
        "d", "de", "di", "da", "del", "della", "dello", "dei", "degli", "dell", "dal", "dalla", "dall", "la", "le", "lo", "li", "l", "o", "s", "san", "santa", "el", "al", "ben", "bin", "abu", "van",
        "von", "mc", "mac", "gian", "pier",
    ];

    /// <summary>One key for surname and name, whichever of the two is written where.</summary>
    public static string Key(string surname, string name)
    {
        var (one, other) = (Sound(FirstWord(surname)), Sound(FirstWord(name)));
        return string.CompareOrdinal(one, other) <= 0 ? $"{one}|{other}" : $"{other}|{one}";
    }

    /// <summary>How one word sounds. Letters of other alphabets stay as they are.</summary>
    public static string Sound(string word)
    {
        // Double letters first, or they would part pairs such as gl that are one sound.
        var plain = SearchText.Normalize(word).Replace(" ", "", StringComparison.Ordinal);
        var letters = string.Concat(plain.Where((letter, at) => at == 0 || plain[at - 1] != letter));
        var sound = new List<char>(letters.Length);
        for (var at = 0; at < letters.Length; at++)
        {
            Append(sound, letters, ref at);
        }

        var text = string.Concat(WithoutInnerVowels(sound));
        return text.Length == 0 ? Cut(letters) : Cut(text);
    }

    private static string FirstWord(string text)
    {
        var words = SearchText.Words(text);
        var from = 0;
        while (from < words.Count - 1 && Joined.Contains(words[from]))
        {
            from++;
        }

        return string.Concat(words.Take(from + 1));
    }

    private static void Append(List<char> sound, string letters, ref int at)
    {
        var (letter, next, afterNext) = (letters[at], At(letters, at + 1), At(letters, at + 2));
        switch (letter)
        {
            case 'h':
                break;
            case 'c' when next == 'h':
            case 'c' when next == 'k':
                Add(sound, 'k');
                at++;
                break;
            case 'c':
                Add(sound, IsFront(next) ? 'c' : 'k');
                break;
            case 'k' or 'q':
                Add(sound, 'k');
                break;
            case 'g' when next == 'n':
                Add(sound, 'n');
                at++;
                break;
            case 'g' when next == 'l' && afterNext == 'i':
                Add(sound, 'l');
                at++;
                break;
            case 'g' when next == 'h':
                Add(sound, 'g');
                at++;
                break;
            case 'g':
                Add(sound, IsFront(next) ? 'j' : 'g');
                break;
            case 's' when next == 'c' && IsFront(afterNext):
            case 's' when next == 'h':
                Add(sound, 's');
                at++;
                break;
            case 'z':
                Add(sound, 's');
                break;
            case 'p' when next == 'h':
                Add(sound, 'f');
                at++;
                break;
            case 'x':
                Add(sound, 'k');
                Add(sound, 's');
                break;
            case 'w':
                Add(sound, 'v');
                break;
            case 'e' or 'i' or 'y' or 'j':
                Add(sound, 'i');
                break;
            case 'o' or 'u':
                Add(sound, 'u');
                break;
            default:
                Add(sound, letter);
                break;
        }
    }

    private static void Add(List<char> sound, char letter)
    {
        if (sound.Count == 0 || sound[^1] != letter)
        {
            sound.Add(letter);
        }
    }

    private static IEnumerable<char> WithoutInnerVowels(List<char> sound) => sound.Where((letter, at) => at == 0 || at == sound.Count - 1 || letter is not ('a' or 'i' or 'u'));

    private static char At(string letters, int at) => at < letters.Length ? letters[at] : '\0';

    private static bool IsFront(char letter) => letter is 'e' or 'i' or 'y';

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
