namespace InclusionPlatform.IntegrationTests;

/// <summary>Counts the statements that pass through a session.</summary>
internal sealed class CountingSession(IDbSession inner) : IDbSession
{
    public int Count { get; private set; }

    public object? Moment => inner.Moment;

    public Task<T?> FindAsync<T>(string sql, object? args, CancellationToken ct) => Counted().FindAsync<T>(sql, args, ct);

    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, CancellationToken ct) => Counted().QueryAsync<T>(sql, args, ct);

    public Task<IReadOnlyList<T>> TopAsync<T>(string sql, object? args, int take, CancellationToken ct) => Counted().TopAsync<T>(sql, args, take, ct);

    public Task<T?> ScalarAsync<T>(string sql, object? args, CancellationToken ct) => Counted().ScalarAsync<T>(sql, args, ct);

    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args, RowDigest into, CancellationToken ct) => Counted().QueryAsync<T>(sql, args, into, ct);

    public Task DigestAsync(string sql, object? args, RowDigest into, CancellationToken ct) => Counted().DigestAsync(sql, args, into, ct);

    public IAsyncEnumerable<T> StreamAsync<T>(string sql, object? args) => Counted().StreamAsync<T>(sql, args);

    public Task<int> ExecuteAsync(string sql, object? args, CancellationToken ct, Func<ConflictException>? ifTaken = null) => Counted().ExecuteAsync(sql, args, ct, ifTaken);

    private IDbSession Counted()
    {
        Count++;
        return inner;
    }
}
