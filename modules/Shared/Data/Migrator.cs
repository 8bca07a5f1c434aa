using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace InclusionPlatform.Shared.Data;

/// <summary>A script embedded in a module, applied once, never changed.</summary>
/// <param name="Module">The module, such as <c>Bulletin</c>.</param>
/// <param name="Name">File name, such as <c>2026-11-22_00_create_editions.sql</c>: date and number order them over all modules.</param>
/// <param name="Sql">Portable text.</param>
public sealed record Migration(string Module, string Name, string Sql)
{
    /// <summary>SHA-256 of the text, its line ends made equal.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The scripts of an assembly.</summary>
    public static IEnumerable<Migration> Of(Assembly assembly)
    {
        const string folder = ".Migrations.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.Contains(folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var module = assembly.GetName().Name!.Split('.')[^1];
            yield return new(module, resource[(resource.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..], text.ReadToEnd());
        }
    }
}

/// <summary>The database cannot be brought up to date; the message says why, for the administrator.</summary>
public sealed class MigrationException(string message) : Exception(message);

/// <summary>
/// Brings the database up to date: each script in its own transaction together with its line in the journal. Refuses a script that was changed after it
/// was applied, and a database that a newer version of the platform has migrated.
/// </summary>
public sealed class Migrator(IDatabase database, IEnumerable<Migration> migrations, TimeProvider clock)
{
    private const string CreateJournal = """
        create table shared_migration (
            module nvarchar(60) not null,
            name nvarchar(200) not null,
            checksum nvarchar(64) not null,
            applied_at datetimeoffset(3) not null,
            constraint pk_shared_migration primary key (module, name)
        )
        """;

    private const string SelectJournal = "select module as Module, name as Name, checksum as Checksum from shared_migration";

    private const string InsertJournal = "insert into shared_migration (module, name, checksum, applied_at) values (@Module, @Name, @Checksum, @At)";

    private readonly IReadOnlyList<Migration> ordered = [.. migrations.OrderBy(migration => migration.Name, StringComparer.Ordinal).ThenBy(migration => migration.Module, StringComparer.Ordinal)];

    /// <summary>Applies what is missing and answers how many scripts were applied. A database that is up to date is only read.</summary>
    /// <exception cref="MigrationException">A script was changed, or the database is newer.</exception>
    public async Task<int> MigrateAsync(CancellationToken ct)
    {
        if (await ReadJournalAsync(ct) is { } read && Missing(read).Count == 0)
        {
            return 0;
        }

        await EnsureJournalAsync(ct);
        var applied = 0;
        while (await ApplyNextAsync(ct))
        {
            applied++;
        }

        return applied;
    }

    /// <summary>The statements of a script: each ends with a semicolon at the end of its line.</summary>
    public static IEnumerable<string> Statements(string script) => script.ReplaceLineEndings("\n")
        .Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(statement => statement.TrimEnd(';'))
        .Where(statement => statement.Split('\n').Any(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("--", StringComparison.Ordinal)));

    /// <summary>The journal as it is now, or null where there is none yet.</summary>
    private async Task<List<Applied>?> ReadJournalAsync(CancellationToken ct)
    {
        var connection = await database.RentForReadingAsync(ct);
        try
        {
            return await connection.ExecuteScalarAsync<int>(database.CountTables, new { Name = "shared_migration" }) == 0
                ? null
                : (await connection.QueryAsync<Applied>(SelectJournal)).AsList();
        }
        finally
        {
            await database.ReturnAsync(connection);
        }
    }

    private async Task EnsureJournalAsync(CancellationToken ct)
    {
        await using var transaction = await database.BeginAsync(ct);
        await database.LockMigrationsAsync(transaction, ct);
        if (await transaction.Connection.ExecuteScalarAsync<int>(database.CountTables, new { Name = "shared_migration" }, transaction: transaction.Transaction) == 0)
        {
            await transaction.Connection.ExecuteAsync(database.Translate(CreateJournal), transaction: transaction.Transaction);
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>Applies the first missing script, looked for again under the lock because another process may be at work; false when there is none.</summary>
    private async Task<bool> ApplyNextAsync(CancellationToken ct)
    {
        await using var transaction = await database.BeginAsync(ct);
        await database.LockMigrationsAsync(transaction, ct);
        var missing = Missing((await transaction.Connection.QueryAsync<Applied>(SelectJournal, transaction: transaction.Transaction)).AsList());
        if (missing is not [var migration, ..])
        {
            return false;
        }

        foreach (var statement in Statements(database.Translate(migration.Sql)))
        {
            await transaction.Connection.ExecuteAsync(statement, transaction: transaction.Transaction);
        }

        await transaction.Connection.ExecuteAsync(InsertJournal, new { migration.Module, migration.Name, migration.Checksum, At = clock.GetUtcNow() }, transaction.Transaction);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>What the journal does not hold yet, in order.</summary>
    /// <exception cref="MigrationException">The journal holds a script that is unknown here, or one that was changed since.</exception>
    private List<Migration> Missing(List<Applied> journal)
    {
        RefuseNewer(journal);
        var lines = journal.ToDictionary(line => (line.Module, line.Name));
        List<Migration> missing = [];
        foreach (var migration in ordered)
        {
            if (lines.TryGetValue((migration.Module, migration.Name), out var line))
            {
                RefuseChanged(line, migration);
            }
            else
            {
                missing.Add(migration);
            }
        }

        return missing;
    }

    private void RefuseNewer(List<Applied> journal)
    {
        if (journal.Find(line => !ordered.Any(known => known.Module == line.Module && known.Name == line.Name)) is { } unknown)
        {
            throw new MigrationException($"Il database è di una versione più nuova della piattaforma (contiene {unknown.Module}/{unknown.Name}): avviare la versione più nuova, oppure un'altra cartella dati.");
        }
    }

    private static void RefuseChanged(Applied line, Migration migration)
    {
        if (line.Checksum != migration.Checksum)
        {
            throw new MigrationException($"Lo script {line.Module}/{line.Name} è stato cambiato dopo essere stato applicato: il database non viene toccato.");
        }
    }

    private sealed record Applied(string Module, string Name, string Checksum);
}
