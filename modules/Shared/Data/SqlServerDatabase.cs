using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace InclusionPlatform.Shared.Data;

/// <summary>SQL Server 2019 or later, or Azure SQL. READ COMMITTED SNAPSHOT is advised, not needed.</summary>
/// <param name="connectionString">As Microsoft.Data.SqlClient wants it.</param>
public sealed class SqlServerDatabase(string connectionString) : IDatabase
{
    private static readonly HashSet<int> Taken = [2601, 2627];
    private static readonly HashSet<int> Away = [-2, 53, 4060, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920];
    private static readonly HashSet<int> Retriable = [1205, 1222, 10053, 10054, 10060, 233, 64];

    /// <inheritdoc/>
    public string Engine => "sqlserver";

    /// <inheritdoc/>
    public string TopSuffix => "\noffset 0 rows fetch next @take rows only";

    /// <inheritdoc/>
    public async Task<DbConnection> RentForReadingAsync(CancellationToken ct) => await OpenAsync(ct);

    /// <inheritdoc/>
    public ValueTask ReturnAsync(DbConnection connection) => connection.DisposeAsync();

    /// <inheritdoc/>
    public async Task<WriteTransaction> BeginAsync(CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        var transaction = (DbTransaction)await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        return new(connection, transaction, _ => connection.DisposeAsync());
    }

    /// <inheritdoc/>
    public string CountTables => "select count(*) from sys.tables where name = @Name";

    /// <inheritdoc/>
    public string Translate(string migration) => migration;

    /// <inheritdoc/>
    public Task LockMigrationsAsync(WriteTransaction transaction, CancellationToken ct) => transaction.Connection.ExecuteAsync(new CommandDefinition(
        "exec sp_getapplock @Resource = 'inclusion-platform-migrations', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000",
        transaction: transaction.Transaction,
        cancellationToken: ct));

    /// <inheritdoc/>
    public bool IsTaken(Exception error) => error is SqlException sql && Taken.Contains(sql.Number);

    /// <inheritdoc/>
    public bool IsReferenceBroken(Exception error) => error is SqlException { Number: 547 };

    /// <inheritdoc/>
    public bool IsWorthRetrying(Exception error) => error is SqlException sql && Retriable.Contains(sql.Number);

    /// <inheritdoc/>
    public bool IsUnavailable(Exception error) => error is SqlException sql && (Away.Contains(sql.Number) || Retriable.Contains(sql.Number));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<SqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}
