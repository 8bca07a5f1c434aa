using System.Data.Common;
using Dapper;

namespace InclusionPlatform.Shared.Data;

internal sealed class DbSession(IDatabase database, IStatementObserver? observer = null) : IDbSession, IAsyncDisposable
{
    private const int RowsAtOnce = 1_000;

    private DbConnection? reader;
    private WriteTransaction? writing;
    private object? moment;
    private bool inSnapshot;

    /// <summary>Whether a command's transaction is open; its beginning waits for the first statement.</summary>
    public bool InCommand { get; private set; }

    /// <summary>Whether a query is being answered: all that it reads is of one moment.</summary>
    public bool InQuery => moment is not null;

    /// <summary>Whether the command has changed a row so far.</summary>
    public bool HasWritten { get; private set; }

    public object? Moment => InCommand ? null : moment;

    public void BeginCommand() => (InCommand, HasWritten) = (true, false);

    public void BeginQuery() => moment = new();

    public async Task EndQueryAsync()
    {
        moment = null;
        if (inSnapshot)
        {
            inSnapshot = false;
            await database.EndSnapshotAsync(reader!);
        }

        // Whoever reads next need not wait until this answer is logged and sent: connections kept meanwhile would be opened anew by the others, schema and all.
        await ReturnReaderAsync();
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        if (writing is not null)
        {
            await writing.CommitAsync(ct);
        }

        await EndCommandAsync();
    }

    public async Task EndCommandAsync()
    {
        InCommand = false;
        if (writing is { } open)
        {
            writing = null;
            await open.DisposeAsync();
        }
    }

    public async Task<T?> FindAsync<T>(string sql, object? args, CancellationToken ct)
    {
        var (connection, transaction, text) = await ForReadingAsync(sql, args, ct);
        return await connection.QuerySingleOrDefaultAsync<T>(new CommandDefinition(text, args, transaction, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken ct)
    {
        var (connection, transaction, text) = await ForReadingAsync(sql, args, ct);
        return (await connection.QueryAsync<T>(new CommandDefinition(text, args, transaction, cancellationToken: ct))).AsList();
    }

    public Task<IReadOnlyList<T>> TopAsync<T>(string sql, object? args, int take, CancellationToken ct)
    {
        var all = args as BatchParameters ?? new DynamicParameters(args);
        all.Add("take", take);
        return QueryAsync<T>(sql + database.TopSuffix, all, ct);
    }

    public async Task<T?> ScalarAsync<T>(string sql, object? args, CancellationToken ct)
    {
        var (connection, transaction, text) = await ForReadingAsync(sql, args, ct);
        return await connection.ExecuteScalarAsync<T>(new CommandDefinition(text, args, transaction, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, RowDigest into, CancellationToken ct)
    {
        var (connection, transaction, text) = await ForReadingAsync(sql, args, ct);
        if (!database.TryDigest(connection, into))
        {
            // First: what somebody changes between the two readings then makes a digest that is never found again, not one of rows that were not read.
            await DigestAsync(sql, args, into, ct);
        }

        return (await connection.QueryAsync<T>(new CommandDefinition(text, args, transaction, cancellationToken: ct))).AsList();
    }

    public async Task DigestAsync(string sql, object? args, RowDigest into, CancellationToken ct)
    {
        var (connection, transaction, text) = await ForReadingAsync(sql, args, ct);
        var alongside = database.TryDigest(connection, into);
        await using var rows = await connection.ExecuteReaderAsync(new CommandDefinition(text, args, transaction, cancellationToken: ct));
        if (!alongside)
        {
            into.BeginStatement();
        }

        while (rows.Read())
        {
            if (!alongside)
            {
                into.AddRow(rows);
            }
        }
    }

    public async IAsyncEnumerable<T> StreamAsync<T>(string sql, object? args)
    {
        observer?.Observe(sql);
        var text = Put(sql, args);
        var connection = await database.RentForReadingAsync(CancellationToken.None);
        try
        {
            await foreach (var row in connection.QueryUnbufferedAsync<T>(text, args))
            {
                yield return row;
            }
        }
        finally
        {
            await database.ReturnAsync(connection);
        }
    }

    public async Task<int> ExecuteAsync(string sql, object? args, CancellationToken ct, Func<ConflictException>? ifTaken = null)
    {
        observer?.Observe(sql);
        try
        {
            if (InCommand)
            {
                writing ??= await database.BeginAsync(ct);
                var changed = await ExecuteAsync(writing, sql, args, ct);
                HasWritten |= changed != 0;
                return changed;
            }

            await using var alone = await database.BeginAsync(ct);
            var count = await ExecuteAsync(alone, sql, args, ct);
            await alone.CommitAsync(ct);
            return count;
        }
        catch (DbException error) when (ifTaken is not null && database.IsTaken(error))
        {
            throw ifTaken();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndCommandAsync();
        await EndQueryAsync();
    }

    private async ValueTask ReturnReaderAsync()
    {
        if (reader is { } open)
        {
            reader = null;
            await database.ReturnAsync(open);
        }
    }

    private async Task<int> ExecuteAsync(WriteTransaction open, string sql, object? args, CancellationToken ct)
    {
        if (args is not IEnumerable<object> rows)
        {
            return args is null or SqlMapper.IDynamicParameters ? await RunAsync(open, sql, args, ct) : database.TryExecute(open.Connection, sql, [args], ct) ?? await RunAsync(open, sql, args, ct);
        }

        // Some at a time: whoever gives a hundred thousand rows makes them while they are written.
        var count = 0;
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            count += database.TryExecute(open.Connection, sql, some, ct) ?? await RunAsync(open, sql, some, ct);
        }

        return count;
    }

    private Task<int> RunAsync(WriteTransaction open, string sql, object? args, CancellationToken ct)
    {
        var text = Put(sql, args);
        database.Expect(open.Connection, text);
        return open.Connection.ExecuteAsync(new CommandDefinition(text, args, open.Transaction, cancellationToken: ct));
    }

    private async ValueTask<(DbConnection Connection, DbTransaction? Transaction, string Text)> ForReadingAsync(string sql, object? args, CancellationToken ct)
    {
        observer?.Observe(sql);
        var text = Put(sql, args);
        if (InCommand)
        {
            writing ??= await database.BeginAsync(ct);
            database.Expect(writing.Connection, text);
            return (writing.Connection, writing.Transaction, text);
        }

        reader ??= await database.RentForReadingAsync(ct);
        if (InQuery && !inSnapshot)
        {
            await database.BeginSnapshotAsync(reader);
            inSnapshot = true;
        }

        database.Expect(reader, text);
        return (reader, null, text);
    }

    private string Put(string sql, object? args) => args is BatchParameters keys ? database.Batch(sql, keys) : sql;
}
