namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>
/// Which beginnings of words a company has, as 63 bits beside each of its words in the index: a search for several words passes over companies that lack one of
/// them without opening anything else. A set bit is no proof, a missing one is.
/// </summary>
internal static class WordSignature
{
    private const int Bits = 63, Shortest = 2, Longest = 3;

    /// <summary>The bits of a company with these words.</summary>
    public static long Of(IEnumerable<string> words) => words.Aggregate(0L, (all, word) => all | Of(word, Shortest) | Of(word, Longest));

    /// <summary>The bits that a company must have to own a word that begins so; none for a single letter.</summary>
    public static long Needed(string beginning) => Of(beginning, Shortest) | Of(beginning, Longest);

    private static long Of(string word, int letters)
    {
        if (word.Length < letters)
        {
            return 0;
        }

        // Stored for good: never the runtime's own hash, which changes at each start.
        var hash = 17u;
        foreach (var letter in word.AsSpan(0, letters))
        {
            hash = (hash * 31) + letter;
        }

        return 1L << (int)((hash * 2654435761u >> 8) % Bits);
    }
}
