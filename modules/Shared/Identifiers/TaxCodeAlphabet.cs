using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Shared.Identifiers;

/// <summary>The tables and the small sums of the codice fiscale (Ministry of Finance, decree of 23-12-1976).</summary>
internal static class TaxCodeAlphabet
{
    public const string Months = "ABCDEHLMPRST";

    private const string OmocodiaLetters = "LMNPQRSTUV";

    /// <summary>Where digits stand, rightmost first: the order in which they become letters when two people would share a code.</summary>
    public static ReadOnlySpan<int> DigitPositions => [14, 13, 12, 10, 9, 7, 6];

    // Value of each character in an odd place, by its rank: A and 0, B and 1, … share theirs.
    private static ReadOnlySpan<byte> OddValues =>
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>The letter that the first fifteen characters (ASCII upper-case letters and digits) ask for.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first15) => (char)('A' + CheckSum(first15));

    /// <summary>Sum of odd and even values modulo 26; the national check letter of an Italian IBAN is the same sum.</summary>
    public static int CheckSum(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var index = 0; index < characters.Length; index++)
        {
            var rank = char.IsAsciiDigit(characters[index]) ? characters[index] - '0' : characters[index] - 'A';
            sum += index % 2 == 0 ? OddValues[rank] : rank;
        }

        return sum % 26;
    }

    /// <summary>The digit behind a digit or behind the letter that stands for it, or null.</summary>
    public static char? ToDigit(char character)
    {
        if (char.IsAsciiDigit(character))
        {
            return character;
        }

        var digit = OmocodiaLetters.IndexOf(character, StringComparison.Ordinal);
        return digit < 0 ? null : (char)('0' + digit);
    }

    public static string SurnameLetters(string surname)
    {
        var (consonants, vowels) = Letters(surname);
        return Triple(consonants, vowels);
    }

    public static string NameLetters(string name)
    {
        var (consonants, vowels) = Letters(name);
        return consonants.Length > 3
            ? string.Concat(consonants.AsSpan(0, 1), consonants.AsSpan(2, 2))
            : Triple(consonants, vowels);
    }

    /// <summary>Consonants come first, then vowels, then X as filling: any other order is no name's.</summary>
    public static bool IsTriple(ReadOnlySpan<char> letters)
    {
        var vowelSeen = false;
        foreach (var letter in letters)
        {
            if (IsVowel(letter))
            {
                vowelSeen = true;
            }
            else if (vowelSeen && letter != 'X')
            {
                return false;
            }
        }

        return true;
    }

    private static string Triple(string consonants, string vowels) => string.Concat(consonants, vowels, "XXX")[..3];

    private static (string Consonants, string Vowels) Letters(string name)
    {
        var letters = SearchText.Normalize(name).ToUpperInvariant().Where(char.IsAsciiLetterUpper).ToLookup(IsVowel);
        return (string.Concat(letters[false]), string.Concat(letters[true]));
    }

    private static bool IsVowel(char letter) => letter is 'A' or 'E' or 'I' or 'O' or 'U';
}
