using System.Data.Common;

namespace InclusionPlatform.Shared.Data;

/// <summary>What truly differs between the two engines, and nothing else.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary><c>sqlite</c> or <c>sqlserver</c>.</summary>
    string Engine { get; }

    /// <summary>A connection for reading, to be given back with <see cref="ReturnAsync"/>.</summary>
    Task<DbConnection> RentForReadingAsync(CancellationToken ct);

    /// <summary>Gives a read connection back.</summary>
    ValueTask ReturnAsync(DbConnection connection);

    /// <summary>Lets go of what is kept only to be faster: nobody is asking anything.</summary>
    ValueTask RestAsync() => ValueTask.CompletedTask;

    /// <summary>Tells which text the connection will run next, for an engine that keeps prepared statements by itself only if it is told.</summary>
    void Expect(DbConnection connection, string sql) { }

    /// <summary>Whether the next command of the connection adds its rows to the digest by itself while they are read.</summary>
    bool TryDigest(DbConnection connection, RowDigest into) => false;

    /// <summary>The text that asks for a batch of keys as this engine takes it, its parameters put accordingly. In the text of SQL Server each key is a parameter.</summary>
    string Batch(string sql, BatchParameters keys)
    {
        keys.AddEach();
        return sql;
    }

    /// <summary>Runs one text for rows of one kind, for an engine that has a shorter way than a command for each; null if it has none for them.</summary>
    int? TryExecute(DbConnection connection, string sql, IReadOnlyList<object> rows, CancellationToken ct) => null;

    /// <summary>From here on the read connection sees the database as it is now, for an engine that has this for nothing; one lock then serves all statements of a query.</summary>
    ValueTask BeginSnapshotAsync(DbConnection connection) => ValueTask.CompletedTask;

    /// <summary>The read connection sees what has changed meanwhile again.</summary>
    ValueTask EndSnapshotAsync(DbConnection connection) => ValueTask.CompletedTask;

    /// <summary>Opens a write transaction; on SQLite waits for its turn in a fair queue.</summary>
    Task<WriteTransaction> BeginAsync(CancellationToken ct);

    /// <summary>What to append after <c>order by</c> to take the first <c>@take</c> rows.</summary>
    string TopSuffix { get; }

    /// <summary>A text that counts the tables called <c>@Name</c>.</summary>
    string CountTables { get; }

    /// <summary>The migration text as this engine wants it.</summary>
    string Translate(string migration);

    /// <summary>A lock so that one process at a time migrates; held by the transaction.</summary>
    Task LockMigrationsAsync(WriteTransaction transaction, CancellationToken ct);

    /// <summary>Whether a unique or primary key constraint said no.</summary>
    bool IsTaken(Exception error);

    /// <summary>Whether a foreign key said no.</summary>
    bool IsReferenceBroken(Exception error);

    /// <summary>Whether the same transaction may simply be run again: deadlock victim, broken connection.</summary>
    bool IsWorthRetrying(Exception error);

    /// <summary>Whether the database is too busy or away for now (503).</summary>
    bool IsUnavailable(Exception error);

    /// <summary>Why the database does not open and the way out, in Italian, for whoever starts the platform; null when the error is of another kind.</summary>
    string? WhyItDoesNotOpen(DbException error);
}

/// <summary>An open write transaction with its connection.</summary>
/// <param name="connection">Its connection.</param>
/// <param name="transaction">The transaction itself.</param>
/// <param name="release">What follows its end, told whether it was committed; what was is safe on disk when this is done.</param>
public sealed class WriteTransaction(DbConnection connection, DbTransaction transaction, Func<bool, ValueTask> release) : IAsyncDisposable
{
    private bool committed;

    /// <summary>Its connection.</summary>
    public DbConnection Connection { get; } = connection;

    /// <summary>The transaction itself.</summary>
    public DbTransaction Transaction { get; } = transaction;

    /// <summary>Makes the changes visible; they are certain to last when <see cref="DisposeAsync"/> is done.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        await Transaction.CommitAsync(ct);
        committed = true;
    }

    /// <summary>Rolls back what was not committed, lets the next one in and waits until what was committed is on disk.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Transaction.DisposeAsync();
        }
        finally
        {
            await release(committed);
        }
    }
}
