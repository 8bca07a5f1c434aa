using System.Buffers;

namespace InclusionPlatform.Shared.Identifiers;

/// <summary>What people type or paste around an identifier: blanks of every kind, invisible marks, small letters.</summary>
internal static class WrittenText
{
    private static readonly SearchValues<char> AsKept = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Upper-case and without blanks, control and zero-width characters; empty for null.</summary>
    public static string Compact(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        // As it is kept: a pay list reads thousands.
        return text.AsSpan().ContainsAnyExcept(AsKept) ? Compacted(text) : text;
    }

    private static string Compacted(string text) => string.Concat(text.Where(character => !IsBlank(character))).ToUpperInvariant();

    // Zero-width characters come along when a code is copied from a web page or a PDF.
    private static bool IsBlank(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || character is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';
}
