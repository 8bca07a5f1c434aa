namespace InclusionPlatform.Shared.Data;

/// <summary>Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>sqlite</c> (default: one file in the data folder) or <c>sqlserver</c>.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>Connection string of SQL Server; for SQLite the path of the file.</summary>
    public string ConnectionString { get; set; } = "";
}
