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

    /// <summary>From this severity on the connection is gone, or was never had; a server that does not answer comes with numbers of the operating system.</summary>
    private const int ConnectionLost = 20;

    private const int SignInFailed = 18456, CannotOpenDatabase = 4060;

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
    public bool IsUnavailable(Exception error) => error is SqlException sql && (sql.Class >= ConnectionLost || Away.Contains(sql.Number) || Retriable.Contains(sql.Number));

    /// <inheritdoc/>
    public string? WhyItDoesNotOpen(DbException error) => error switch
    {
        SqlException { Number: SignInFailed } => "il server SQL rifiuta l'utente o la password. Correggerli in Database:ConnectionString.",
        SqlException { Number: CannotOpenDatabase } => "sul server SQL il database non c'è, o l'utente non può aprirlo. Crearlo e dargli i permessi, oppure correggere Database:ConnectionString.",
        _ when IsUnavailable(error) => "il server SQL non risponde. Controllare che sia acceso e raggiungibile da questa macchina, e l'indirizzo in Database:ConnectionString.",
        _ => null,
    };

    /// <summary>Whether a text is a connection string that names a server.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return new SqlConnectionStringBuilder(text).DataSource.Length > 0;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<SqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}
