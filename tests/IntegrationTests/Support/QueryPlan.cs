using InclusionPlatform.Shared.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InclusionPlatform.IntegrationTests;

/// <summary>How SQLite would walk a text: the way does not depend on values nor on what is stored, because no statistics are kept.</summary>
internal static class QueryPlan
{
    /// <summary>The steps of the plan, a line each. Past the provider, which would ask for the value of every parameter.</summary>
    public static async Task<string> OfAsync(IDatabase database, string sql)
    {
        Assume.That(database.Engine, Is.EqualTo("sqlite"), "the plan is read in SQLite's words");
        var connection = await database.RentForReadingAsync(CancellationToken.None);
        try
        {
            var handle = ((SqliteConnection)connection).Handle;
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, "explain query plan " + sql, out var statement), handle);
            using (statement)
            {
                List<string> steps = [];
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                {
                    steps.Add(raw.sqlite3_column_text(statement, 3).utf8_to_string());
                }

                return string.Join('\n', steps);
            }
        }
        finally
        {
            await database.ReturnAsync(connection);
        }
    }
}
