using System.Collections;

namespace InclusionPlatform.IntegrationTests;

/// <summary>A database engine under test.</summary>
public sealed record Engine(string Name)
{
    public static Engine Sqlite { get; } = new("sqlite");

    public static Engine SqlServer { get; } = new("sqlserver");

    public override string ToString() => Name;
}

/// <summary>One test body on every engine: SQLite always, SQL Server where a connection string is given, otherwise visibly skipped.</summary>
internal sealed class Engines : IEnumerable
{
    public const string SqlServerVariable = "INCLUSION_TEST_SQLSERVER";

    public static string? SqlServerConnection => Environment.GetEnvironmentVariable(SqlServerVariable);

    public IEnumerator GetEnumerator()
    {
        yield return new TestFixtureData(Engine.Sqlite);
        var server = new TestFixtureData(Engine.SqlServer);
        yield return SqlServerConnection is null ? server.Ignore($"{SqlServerVariable} holds no connection string") : server;
    }
}
