using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.Shared;

/// <summary>
/// Asks for many keys at once in a text that stays constant and is the same on both engines: <c>$"… where id in {Batches.Keys}"</c>, once for each batch of fifty. How the keys travel
/// is the engine's matter (<see cref="IDatabase.Batch"/>).
/// </summary>
public static class Batches
{
    /// <summary>How many keys one statement takes.</summary>
    public const int Size = 50;

    /// <summary>The list of parameters, in brackets. The last batch repeats its last key to fill them.</summary>
    public const string Keys = """
        (@K0, @K1, @K2, @K3, @K4, @K5, @K6, @K7, @K8, @K9, @K10, @K11, @K12, @K13, @K14, @K15, @K16, @K17, @K18, @K19, @K20, @K21, @K22, @K23, @K24,
        @K25, @K26, @K27, @K28, @K29, @K30, @K31, @K32, @K33, @K34, @K35, @K36, @K37, @K38, @K39, @K40, @K41, @K42, @K43, @K44, @K45, @K46, @K47, @K48, @K49)
        """;

    /// <summary>The same parameters as the rows of a table with one column, <c>value</c>.</summary>
    public const string Values =
        "select @K0 as value"
        + " union all select @K1 union all select @K2 union all select @K3 union all select @K4 union all select @K5 union all select @K6 union all select @K7"
        + " union all select @K8 union all select @K9 union all select @K10 union all select @K11 union all select @K12 union all select @K13 union all select @K14"
        + " union all select @K15 union all select @K16 union all select @K17 union all select @K18 union all select @K19 union all select @K20 union all select @K21"
        + " union all select @K22 union all select @K23 union all select @K24 union all select @K25 union all select @K26 union all select @K27 union all select @K28"
        + " union all select @K29 union all select @K30 union all select @K31 union all select @K32 union all select @K33 union all select @K34 union all select @K35"
        + " union all select @K36 union all select @K37 union all select @K38 union all select @K39 union all select @K40 union all select @K41 union all select @K42"
        + " union all select @K43 union all select @K44 union all select @K45 union all select @K46 union all select @K47 union all select @K48 union all select @K49";

    /// <summary>Runs a text that ends in <see cref="Keys"/> over all keys and answers all rows; the order is that of the batches.</summary>
    public static async Task<IReadOnlyList<TRow>> QueryInBatchesAsync<TKey, TRow>(this IDbSession db, string sql, IEnumerable<TKey> keys, object? more, CancellationToken ct) where TKey : notnull
    {
        var rows = new List<TRow>();
        foreach (var batch in keys.Distinct().Chunk(Size))
        {
            rows.AddRange(await db.QueryAsync<TRow>(sql, Parameters(batch, more), ct));
        }

        return rows;
    }

    /// <summary>As <see cref="QueryInBatchesAsync"/>, a batch at a time, with all rows added to a digest.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<TRow>> QueryAndDigestInBatchesAsync<TKey, TRow>(
        this IDbSession db, string sql, IEnumerable<TKey> keys, RowDigest into, [EnumeratorCancellation] CancellationToken ct) where TKey : notnull
    {
        foreach (var batch in keys.Distinct().Chunk(Size))
        {
            yield return await db.QueryAsync<TRow>(sql, Parameters(batch), into, ct);
        }
    }

    /// <summary>Adds all rows of all batches to a digest; the text says the order inside of a batch.</summary>
    public static async Task DigestInBatchesAsync<TKey>(this IDbSession db, string sql, IEnumerable<TKey> keys, RowDigest into, CancellationToken ct) where TKey : notnull
    {
        foreach (var batch in keys.Distinct().Chunk(Size))
        {
            await db.DigestAsync(sql, Parameters(batch), into, ct);
        }
    }

    /// <summary>The parameters of one batch.</summary>
    public static BatchParameters Parameters<TKey>(IReadOnlyList<TKey> batch, object? more = null) where TKey : notnull => new BatchParameters<TKey>(batch, more);
}

/// <summary>The keys of a batch with the other parameters of its text; the session puts them as the engine wants them.</summary>
/// <param name="more">The other parameters.</param>
public abstract class BatchParameters(object? more) : DynamicParameters(more)
{
    /// <summary>Puts each key as a parameter of its own.</summary>
    internal abstract void AddEach();

    /// <summary>Puts all keys as one parameter, <c>@Keys</c>: a list in JSON of the values as SQLite keeps them.</summary>
    internal abstract void AddAsOne();
}

internal sealed class BatchParameters<TKey>(IReadOnlyList<TKey> batch, object? more) : BatchParameters(more) where TKey : notnull
{
    private const int LengthOfId = 36;

    internal override void AddEach()
    {
        for (var index = 0; index < Batches.Size; index++)
        {
            // An empty place repeats a key, so that the type of every parameter is known to the engine.
            Add($"K{index}", batch[Math.Min(index, batch.Count - 1)]);
        }
    }

    internal override void AddAsOne() => Add("Keys", batch is IReadOnlyList<Guid> ids ? Written(ids) : JsonSerializer.Serialize(batch.Select<TKey, object>(key => (object)key switch
    {
        DateOnly day => DapperSetup.Written(day),
        DateTimeOffset instant => DapperSetup.Written(instant),
        string or int or long => key,
        _ => throw new NotSupportedException($"Keys of type {typeof(TKey)} are not asked for in batches."),
    })));

    /// <summary>Ids need no escaping, and are what nearly every batch is of.</summary>
    private static string Written(IReadOnlyList<Guid> ids) => ids.Count == 0 ? "[]" : string.Create((ids.Count * (LengthOfId + 3)) + 1, ids, static (text, ids) =>
    {
        text[0] = '[';
        var at = 1;
        foreach (var id in ids)
        {
            text[at] = '"';
            id.TryFormat(text[(at + 1)..], out _);
            text[at + LengthOfId + 1] = '"';
            text[at + LengthOfId + 2] = ',';
            at += LengthOfId + 3;
        }

        // Upper case, as DapperSetup writes it.
        foreach (ref var sign in text)
        {
            sign = sign is >= 'a' and <= 'f' ? (char)(sign - 32) : sign;
        }

        text[^1] = ']';
    });
}
