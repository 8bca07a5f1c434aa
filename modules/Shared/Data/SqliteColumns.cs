using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace InclusionPlatform.Shared.Data;

/// <summary>
/// The values of the row at which a statement stands, read from SQLite without the ceremony of the provider: each of its calls guards the handle against being
/// freed meanwhile and tells the collector that the thread is away, which costs several times the reading of a column (ADR 53). Here one request uses the
/// statement and holds it, and each call ends in nanoseconds.
/// </summary>
internal static unsafe partial class SqliteColumns
{
    private const string Library = "e_sqlite3";

    /// <summary>How the value is stored: one of SQLite's five types.</summary>
    public static int TypeOf(nint statement, int column) => ColumnType(statement, column);

    /// <summary>The value as the provider would give it: long, double, string, bytes or <see cref="DBNull"/>.</summary>
    public static object ValueOf(nint statement, int column) => ColumnType(statement, column) switch
    {
        raw.SQLITE_INTEGER => ColumnInteger(statement, column),
        raw.SQLITE_TEXT => Text(statement, column),
        raw.SQLITE_FLOAT => ColumnDouble(statement, column),
        raw.SQLITE_BLOB => Bytes(statement, column),
        _ => DBNull.Value,
    };

    /// <summary>Adds the value to a digest without making anything of it; false where it is of a kind that hardly ever is.</summary>
    public static bool TryAdd(nint statement, int column, RowDigest digest)
    {
        switch (ColumnType(statement, column))
        {
            case raw.SQLITE_INTEGER:
                digest.AddNumber(ColumnInteger(statement, column));
                return true;
            case raw.SQLITE_TEXT:
                var text = ColumnText(statement, column);
                digest.AddText(new(text, ColumnBytes(statement, column)));
                return true;
            case raw.SQLITE_NULL:
                digest.AddNothing();
                return true;
            default:
                return false;
        }
    }

    private static string Text(nint statement, int column)
    {
        // The text first: asking its length may otherwise convert it.
        var text = ColumnText(statement, column);
        return Encoding.UTF8.GetString(text, ColumnBytes(statement, column));
    }

    private static byte[] Bytes(nint statement, int column)
    {
        var bytes = ColumnBlob(statement, column);
        return new ReadOnlySpan<byte>(bytes, ColumnBytes(statement, column)).ToArray();
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int ColumnType(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial long ColumnInteger(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    [SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial double ColumnDouble(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_text")]
    [SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial byte* ColumnText(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void* ColumnBlob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [SuppressGCTransition]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int ColumnBytes(nint statement, int column);
}
