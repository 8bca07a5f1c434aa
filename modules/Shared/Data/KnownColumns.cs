using System.Collections;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InclusionPlatform.Shared.Data;

/// <summary>
/// The rows of a prepared statement whose columns are known from its earlier runs. Before each answer the mapper asks every column's name and type, and SQLite's
/// provider works both out anew from the statement's text: a good part of what a short read costs.
/// </summary>
internal sealed class KnownColumns : DbDataReader
{
    private readonly SqliteDataReader rows;
    private readonly RowDigest? digest;
    private nint statement;
    private Memory? known;

    /// <param name="rows">The provider's reader.</param>
    /// <param name="memory">What is known from earlier runs.</param>
    /// <param name="digest">To which each row is added when it is read.</param>
    public KnownColumns(SqliteDataReader rows, Memory memory, RowDigest? digest)
    {
        (this.rows, this.digest, known, statement) = (rows, digest, memory, rows.Handle?.DangerousGetHandle() ?? 0);
        digest?.BeginStatement();
    }

    /// <inheritdoc/>
    public override int Depth => rows.Depth;

    /// <inheritdoc/>
    public override int FieldCount => rows.FieldCount;

    /// <inheritdoc/>
    public override bool HasRows => rows.HasRows;

    /// <inheritdoc/>
    public override bool IsClosed => rows.IsClosed;

    /// <inheritdoc/>
    public override int RecordsAffected => rows.RecordsAffected;

    /// <inheritdoc/>
    public override object this[int ordinal] => GetValue(ordinal);

    /// <inheritdoc/>
    public override object this[string name] => rows[name];

    /// <inheritdoc/>
    public override string GetName(int ordinal) => known is null ? rows.GetName(ordinal) : known.Names(rows)[ordinal] ??= rows.GetName(ordinal);

    /// <summary>The type of the value at hand; of nothing at all, the one that the column was declared with.</summary>
    public override Type GetFieldType(int ordinal)
    {
        if (known is null || statement == 0)
        {
            return rows.GetFieldType(ordinal);
        }

        return SqliteColumns.TypeOf(statement, ordinal) switch
        {
            raw.SQLITE_INTEGER => typeof(long),
            raw.SQLITE_FLOAT => typeof(double),
            raw.SQLITE_TEXT => typeof(string),
            raw.SQLITE_BLOB => typeof(byte[]),
            _ => known.Declared(rows)[ordinal] ??= rows.GetFieldType(ordinal),
        };
    }

    /// <inheritdoc/>
    public override bool NextResult()
    {
        // Only the first result's columns are remembered.
        known = null;
        statement = 0;
        return rows.NextResult();
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        var any = rows.Read();
        if (any)
        {
            digest?.AddRow(this);
        }

        return any;
    }

    /// <inheritdoc/>
    public override bool IsDBNull(int ordinal) => statement == 0 ? rows.IsDBNull(ordinal) : SqliteColumns.TypeOf(statement, ordinal) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public override object GetValue(int ordinal) => statement == 0 ? rows.GetValue(ordinal) : SqliteColumns.ValueOf(statement, ordinal);

    /// <summary>Adds the value to a digest straight from the row, if it is of the usual kinds.</summary>
    internal bool TryAdd(int ordinal, RowDigest digest) => statement != 0 && SqliteColumns.TryAdd(statement, ordinal, digest);

    /// <inheritdoc/>
    public override int GetValues(object[] values) => rows.GetValues(values);

    /// <inheritdoc/>
    public override T GetFieldValue<T>(int ordinal) => rows.GetFieldValue<T>(ordinal);

    /// <inheritdoc/>
    public override string GetDataTypeName(int ordinal) => rows.GetDataTypeName(ordinal);

    /// <inheritdoc/>
    public override int GetOrdinal(string name) => rows.GetOrdinal(name);

    /// <inheritdoc/>
    public override bool GetBoolean(int ordinal) => rows.GetBoolean(ordinal);

    /// <inheritdoc/>
    public override byte GetByte(int ordinal) => rows.GetByte(ordinal);

    /// <inheritdoc/>
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => rows.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override char GetChar(int ordinal) => rows.GetChar(ordinal);

    /// <inheritdoc/>
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => rows.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    /// <inheritdoc/>
    public override DateTime GetDateTime(int ordinal) => rows.GetDateTime(ordinal);

    /// <inheritdoc/>
    public override decimal GetDecimal(int ordinal) => rows.GetDecimal(ordinal);

    /// <inheritdoc/>
    public override double GetDouble(int ordinal) => rows.GetDouble(ordinal);

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => rows.GetEnumerator();

    /// <inheritdoc/>
    public override float GetFloat(int ordinal) => rows.GetFloat(ordinal);

    /// <inheritdoc/>
    public override Guid GetGuid(int ordinal) => rows.GetGuid(ordinal);

    /// <inheritdoc/>
    public override short GetInt16(int ordinal) => rows.GetInt16(ordinal);

    /// <inheritdoc/>
    public override int GetInt32(int ordinal) => rows.GetInt32(ordinal);

    /// <inheritdoc/>
    public override long GetInt64(int ordinal) => rows.GetInt64(ordinal);

    /// <inheritdoc/>
    public override string GetString(int ordinal) => rows.GetString(ordinal);

    /// <inheritdoc/>
    public override void Close()
    {
        statement = 0;
        rows.Close();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            statement = 0;
            rows.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>What is kept of a statement between its runs; like its connection, one reader at a time uses it.</summary>
    internal sealed class Memory
    {
        private string?[]? names;
        private Type?[]? declared;

        public string?[] Names(SqliteDataReader rows) => names ??= new string?[rows.FieldCount];

        public Type?[] Declared(SqliteDataReader rows) => declared ??= new Type?[rows.FieldCount];
    }
}
