using System.Diagnostics.CodeAnalysis;

namespace InclusionPlatform.Shared.Data;

/// <summary>
/// Texts of statements as keys. They are long and almost always the same object, so a few of their letters tell them apart; to go through a thousand for each look-up takes longer
/// than SQLite needs for a row.
/// </summary>
internal sealed class StatementTexts : IEqualityComparer<string>
{
    private const int Looked = 16;

    private StatementTexts()
    {
    }

    public static StatementTexts Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    /// <summary>Of the length and of letters spread over the whole text.</summary>
    public int GetHashCode([DisallowNull] string obj)
    {
        var hash = obj.Length;
        var step = 1 + (obj.Length / Looked);
        for (var at = obj.Length - 1; at >= 0; at -= step)
        {
            hash = (hash * 31) + obj[at];
        }

        return hash;
    }
}
