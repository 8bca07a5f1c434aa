using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.Benchmarks;

/// <summary>
/// The yardstick of the month closing: the very rows of a frozen list put once more into their tables by SQLite's provider alone, in one transaction that is undone before it would be written to the disk. Nothing is
/// reckoned, read, checked or encrypted: whoever keeps a row for each person and month cannot be faster.
/// </summary>
internal static class PlainWrite
{
    // Children go first and come last. With what tells that a row is of the list.
    private static readonly (string Table, string Mine)[] Tables = [("internships_allowance_run", "id"), ("internships_allowance_payment", "run_id"), ("internships_allowance_item", "run_id")];

    public static TimeSpan OfTheList(string database, Guid run)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var transaction = connection.BeginTransaction();
        object[] mine = [run.ToString().ToUpperInvariant()];
        var rows = Tables.Select(one => (one.Table, Rows: RowsOf(connection, transaction, one.Table, one.Mine, mine[0]))).ToArray();
        foreach (var (table, key) in Tables.Reverse())
        {
            Run(connection, transaction, $"delete from {table} where {key} = @p0", ["@p0"], [mine]);
        }

        var clock = Stopwatch.StartNew();
        foreach (var (table, some) in rows.Where(one => one.Rows.Count > 0))
        {
            string[] names = [.. some[0].Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"@p{at}"))];
            Run(connection, transaction, $"insert into {table} values ({string.Join(", ", names)})", names, some);
        }

        return clock.Elapsed;
    }

    private static List<object[]> RowsOf(SqliteConnection connection, SqliteTransaction transaction, string table, string key, object mine)
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, $"select * from {table} where {key} = @mine");
        command.Parameters.AddWithValue("@mine", mine);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql, string[] names, List<object[]> rows)
    {
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        var parameters = Array.ConvertAll(names, name => command.Parameters.Add(name, SqliteType.Text));
        foreach (var row in rows)
        {
            for (var at = 0; at < parameters.Length; at++)
            {
                (parameters[at].Value, parameters[at].SqliteType) = (row[at], row[at] is long ? SqliteType.Integer : row[at] is byte[] ? SqliteType.Blob : SqliteType.Text);
            }

            command.ExecuteNonQuery();
        }
    }
}
