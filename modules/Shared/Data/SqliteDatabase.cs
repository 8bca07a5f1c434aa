using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.Shared.Data;

/// <summary>
/// SQLite: one file, write-ahead log. Readers never wait; writers queue fairly inside the process and by the file lock between processes.
/// Every commit is synced to disk before it is answered, by one sync for all that wait for one (<see cref="SharedSync"/>).
/// </summary>
public sealed partial class SqliteDatabase : IDatabase
{
    private const int CouldNotOpen = 14, NotADatabase = 26, Corrupt = 11, Busy = 5, Locked = 6, Full = 13, ReadOnly = 8, InputOutput = 10;
    private const string RowsOfKeys = "select value from json_each(@Keys)";
    private const int UniqueFailed = 2067, PrimaryKeyFailed = 1555, ForeignKeyFailed = 787;

    /// <summary>Idle readers beyond this are closed: each has its own cache of pages and statements.</summary>
    private const int MostIdleReaders = 8;

    private readonly SharedSync log;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentStack<SqliteStatements> readers = [];
    private int idleReaders;
    private readonly string path;
    private readonly string connectionString;
    private SqliteStatements? writer;

    static SqliteDatabase()
    {
        // Each connection serves one request at a time and nobody asks how much memory SQLite has taken: its global locks would only be fought over.
        SQLitePCL.Batteries_V2.Init();
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
    }

    /// <summary>Uses the file, which is made if it is not there.</summary>
    /// <param name="path">Path of the database file.</param>
    public SqliteDatabase(string path)
    {
        this.path = path;
        log = new(path + "-wal");
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = 15,
        }.ToString();
    }

    /// <inheritdoc/>
    public string Engine => "sqlite";

    /// <inheritdoc/>
    // A bare parameter would be looked into by the planner, which then plans the kept statement anew for each number that it is given.
    public string TopSuffix => "\nlimit @take + 0";

    /// <inheritdoc/>
    // One parameter for all: fifty of them are looked up by name, one by one, at each run, which takes longer than finding what they ask for.
    public string Batch(string sql, BatchParameters keys)
    {
        keys.AddAsOne();
        return AskedAsOne(sql);
    }

    /// <inheritdoc/>
    public int? TryExecute(DbConnection connection, string sql, IReadOnlyList<object> rows, CancellationToken ct) => SqliteWrites.TryExecute((SqliteStatements)connection, sql, rows, ct);

    /// <summary>The text of <see cref="Batch"/>.</summary>
    internal static string AskedAsOne(string sql) =>
        sql.Replace(Batches.Keys, $"({RowsOfKeys})", StringComparison.Ordinal).Replace(Batches.Values, RowsOfKeys, StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task<DbConnection> RentForReadingAsync(CancellationToken ct)
    {
        // The last one returned first: its pages and statements are the warmest.
        if (readers.TryPop(out var idle))
        {
            Interlocked.Decrement(ref idleReaders);
            return idle;
        }

        var connection = await OpenAsync(ct);
        // Kilobytes. With a few thousand pages less, what a search walks through is read from the file anew each time.
        await connection.ExecuteAsync("pragma query_only = 1; pragma cache_size = -12000;");
        return connection;
    }

    /// <inheritdoc/>
    public ValueTask ReturnAsync(DbConnection connection)
    {
        if (Interlocked.Increment(ref idleReaders) > MostIdleReaders)
        {
            Interlocked.Decrement(ref idleReaders);
            return connection.DisposeAsync();
        }

        readers.Push((SqliteStatements)connection);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask RestAsync()
    {
        while (readers.TryPop(out var idle))
        {
            Interlocked.Decrement(ref idleReaders);
            await idle.DisposeAsync();
        }

        if (writer is not null && await gate.WaitAsync(TimeSpan.Zero))
        {
            try
            {
                await writer.ExecuteAsync("pragma shrink_memory");
            }
            finally
            {
                gate.Release();
            }
        }
    }

    /// <inheritdoc/>
    public void Expect(DbConnection connection, string sql) => (connection as SqliteStatements)?.Expect(sql);

    /// <inheritdoc/>
    public bool TryDigest(DbConnection connection, RowDigest into) => (connection as SqliteStatements)?.TryDigest(into) is true;

    /// <inheritdoc/>
    public ValueTask BeginSnapshotAsync(DbConnection connection)
    {
        ((SqliteStatements)connection).BeginSnapshot();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask EndSnapshotAsync(DbConnection connection)
    {
        ((SqliteStatements)connection).EndSnapshot();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<WriteTransaction> BeginAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            writer ??= await OpenAsync(ct);
            return new(writer, writer.BeginTransaction(IsolationLevel.Serializable, deferred: false), committed =>
            {
                gate.Release();
                return committed ? new(log.SyncAsync()) : ValueTask.CompletedTask;
            });
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public string CountTables => "select count(*) from sqlite_master where type = 'table' and name = @Name";

    /// <inheritdoc/>
    public string Translate(string migration) => DroppedIndex().Replace(migration.Replace("nvarchar(max)", "text", StringComparison.OrdinalIgnoreCase), "$1");

    /// <inheritdoc/>
    public Task LockMigrationsAsync(WriteTransaction transaction, CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc/>
    public bool IsTaken(Exception error) => error is SqliteException { SqliteExtendedErrorCode: UniqueFailed or PrimaryKeyFailed };

    /// <inheritdoc/>
    public bool IsReferenceBroken(Exception error) => error is SqliteException { SqliteExtendedErrorCode: ForeignKeyFailed };

    /// <inheritdoc/>
    public bool IsWorthRetrying(Exception error) => false;

    /// <inheritdoc/>
    public bool IsUnavailable(Exception error) =>
        error is SqliteException { SqliteErrorCode: Busy or Locked or Full or ReadOnly or InputOutput or CouldNotOpen or NotADatabase or Corrupt };

    /// <inheritdoc/>
    public string? WhyItDoesNotOpen(DbException error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        NotADatabase or Corrupt => $"il file «{path}» è rovinato o non è un database della piattaforma. Rimettere quello dell'ultima copia di sicurezza, oppure indicare un'altra cartella con --data.",
        Busy or Locked => $"il file «{path}» è tenuto da un altro programma. Chiuderlo e riprovare.",
        Full => "sul disco non c'è più spazio. Liberarne e riprovare.",
        ReadOnly or CouldNotOpen => $"il file «{path}» non si può aprire o scrivere. Correggerne i permessi, oppure indicare un'altra cartella con --data.",
        InputOutput => $"il disco non lascia leggere o scrivere il file «{path}». Controllare il disco.",
        _ => null,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (readers.TryPop(out var reader))
        {
            await reader.DisposeAsync();
        }

        if (writer is not null)
        {
            await writer.DisposeAsync();
        }

        await log.DisposeAsync();
        gate.Dispose();
    }

    /// <summary>Here an index is known by its name alone.</summary>
    [GeneratedRegex(@"(drop\s+index\s+\w+)\s+on\s+\w+", RegexOptions.IgnoreCase)]
    private static partial Regex DroppedIndex();

    private async Task<SqliteStatements> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteStatements(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            await connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = normal; pragma journal_size_limit = 67108864; pragma wal_autocheckpoint = 4000; pragma temp_store = memory; pragma cache_size = -8000;");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
