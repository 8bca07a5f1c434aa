namespace InclusionPlatform.Shared;

/// <summary>
/// The database of the request at hand. Inside a command every statement runs in the command's one transaction; inside a query on a
/// read connection that never waits for writers. SQL texts are constants of the slice, portable to SQLite and SQL Server.
/// </summary>
public interface IDbSession
{
    /// <summary>The moment of which all reads are while a query is answered: what was read at the same one need not be read again. Null where each read sees the latest.</summary>
    object? Moment { get; }

    /// <summary>The one row, or null. More than one row is an error of the programmer.</summary>
    Task<T?> FindAsync<T>(string sql, object? args, CancellationToken ct);

    /// <summary>All rows, read to the end.</summary>
    Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken ct);

    /// <summary>The first <paramref name="take"/> rows of a text that ends with its <c>order by</c>: the one place where the engines page differently.</summary>
    Task<IReadOnlyList<T>> TopAsync<T>(string sql, object? args, int take, CancellationToken ct);

    /// <summary>The first column of the first row.</summary>
    Task<T?> ScalarAsync<T>(string sql, object? args, CancellationToken ct);

    /// <summary>All rows, which are added to a digest as they are kept while they are read.</summary>
    Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, RowDigest into, CancellationToken ct);

    /// <summary>Adds all rows, as they are kept, to a digest: as <see cref="QueryAsync{T}(string, object?, RowDigest, CancellationToken)"/> of the same text does, with nothing made of them.</summary>
    Task DigestAsync(string sql, object? args, RowDigest into, CancellationToken ct);

    /// <summary>Rows one by one, for exports; holds its connection until read to the end or disposed.</summary>
    IAsyncEnumerable<T> StreamAsync<T>(string sql, object? args);

    /// <summary>Runs a change and answers the count of rows. Outside a command it is its own transaction.</summary>
    /// <param name="sql">A constant, portable text.</param>
    /// <param name="args">Parameters; a list runs the text once for each.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="ifTaken">The error to give when a unique constraint says no; the transaction is over then.</param>
    Task<int> ExecuteAsync(string sql, object? args, CancellationToken ct, Func<ConflictException>? ifTaken = null);
}

/// <summary>Sees each SQL text as it is run; the tests parse them all.</summary>
public interface IStatementObserver
{
    /// <summary>A text is about to run.</summary>
    void Observe(string sql);
}
