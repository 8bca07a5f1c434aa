using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace InclusionPlatform.Shared;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Items">In order.</param>
/// <param name="NextCursor">To be sent as <c>cursor</c> for what follows; null at the end.</param>
/// <param name="Total">How many there are in all; counted only when asked for with <c>total=true</c>.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor, int? Total = null);

/// <summary>Key-set paging: a cursor holds the sort key of the last row, so that the next page is one index seek, however deep.</summary>
public static class Paging
{
    /// <summary>Rows in a page when none is asked for.</summary>
    public const int DefaultLimit = 25;

    /// <summary>Most rows in a page.</summary>
    public const int MaxLimit = 200;

    /// <summary>The limit within bounds.</summary>
    public static int Limit(int? asked) => Math.Clamp(asked ?? DefaultLimit, 1, MaxLimit);

    /// <summary>Makes a page of rows of which one more than the limit was read.</summary>
    /// <param name="rows">At most limit + 1 rows.</param>
    /// <param name="limit">Rows of the page.</param>
    /// <param name="key">The sort key of a row, most significant part first. Never personal data: cursors travel in addresses.</param>
    /// <param name="total">The count, if asked for.</param>
    public static Page<T> Page<T>(IReadOnlyList<T> rows, int limit, Func<T, string[]> key, int? total = null) => rows.Count <= limit
        ? new(rows, null, total)
        : new([.. rows.Take(limit)], Encode(key(rows[limit - 1])), total);

    /// <summary>The parts of a cursor, or null without one.</summary>
    /// <param name="cursor">As given by <see cref="Page{T}(IReadOnlyList{T}, int, Func{T, string[]}, int?)"/>.</param>
    /// <param name="parts">How many parts it must have.</param>
    /// <exception cref="FieldException"><c>paging.cursor</c> if it was made up.</exception>
    public static string[]? Decode(string? cursor, int parts)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        try
        {
            var decoded = JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)));
            if (decoded?.Length == parts && Array.TrueForAll(decoded, part => part is not null))
            {
                return decoded;
            }
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
        }

        throw new FieldException("cursor", "paging.cursor", new(
            "Il punto da cui continuare l'elenco non è valido: si ricomincia dalla prima pagina.",
            "The point to continue the list from is not valid: start again from the first page."));
    }

    private static string Encode(string[] key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key));
}

/// <summary>Builds the text of a list from constant pieces only, so that each combination of filters uses its index.</summary>
/// <param name="select">A constant text that ends with its <c>where</c> condition.</param>
public sealed class ListSql(string select)
{
    private readonly StringBuilder text = new(select);

    /// <summary>Adds a constant piece, which starts with <c>and</c>, when the filter is given.</summary>
    public ListSql When(bool given, string piece)
    {
        if (given)
        {
            text.Append('\n').Append(piece);
        }

        return this;
    }

    /// <summary>Ends with a constant <c>order by</c>.</summary>
    public string OrderBy(string order) => text.Append('\n').Append(order).ToString();

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
