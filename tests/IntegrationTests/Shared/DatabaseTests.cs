using Dapper;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>The ground below the slices, on each engine.</summary>
[TestFixtureSource(typeof(Engines))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DatabaseTests(Engine engine)
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "inclusion-tests", Guid.NewGuid().ToString("N"));
    private readonly TestClock clock = new();
    private IDatabase database = null!; // closed in TearDown
    private string? serverDatabase;

    [SetUp]
    public async Task Open()
    {
        DapperSetup.Register();
        Directory.CreateDirectory(folder);
        if (engine == Engine.Sqlite)
        {
            database = new SqliteDatabase(Path.Combine(folder, "test.db"));
            return;
        }

        serverDatabase = $"inclusion_test_{Guid.NewGuid():N}";
        await OnServer($"create database {serverDatabase}");
        database = new SqlServerDatabase(new SqlConnectionStringBuilder(Engines.SqlServerConnection) { InitialCatalog = serverDatabase }.ToString());
    }

    [TearDown]
    public async Task Close()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        if (serverDatabase is not null)
        {
            SqlConnection.ClearAllPools();
            await OnServer($"drop database {serverDatabase}");
        }
    }

    private static readonly Migration ValuesTable = new("Test", "2026-01-01_00_values.sql", """
        create table test_value (
            id uniqueidentifier not null,
            at datetimeoffset(3) null,
            day date null,
            number int null,
            large bigint null,
            real_number float null,
            flag bit null,
            text nvarchar(max) null,
            kind nvarchar(20) null,
            constraint pk_test_value primary key (id)
        );
        """);

    [Test]
    public async Task Values_WhenWrittenAndRead_AreTheSame()
    {
        await Migrate(ValuesTable);
        var full = new Values(Guid.CreateVersion7(), new DateTimeOffset(2026, 3, 29, 2, 30, 15, 123, TimeSpan.FromHours(2)), new DateOnly(2024, 2, 29), -7, 9_007_199_254_740_993, 42.5, true, "però «sì» 🙂\r\n'", Role.CompanyOperator);
        var empty = new Values(Guid.CreateVersion7(), null, null, null, null, null, null, null, null);
        await using var session = new DbSession(database);
        foreach (var values in new[] { empty, full })
        {
            await session.ExecuteAsync(
                "insert into test_value (id, at, day, number, large, real_number, flag, text, kind) values (@Id, @At, @Day, @Number, @Large, @RealNumber, @Flag, @Text, @Kind)",
                new { values.Id, values.At, values.Day, values.Number, values.Large, values.RealNumber, values.Flag, values.Text, Kind = values.Kind?.Code() },
                CancellationToken.None);
        }

        // The empty row comes first: SQLite then knows no types, and the reading must not depend on it.
        var read = await session.QueryAsync<Values>(
            "select id as Id, at as At, day as Day, number as Number, large as Large, real_number as RealNumber, flag as Flag, text as Text, kind as Kind from test_value order by case when text is null then 0 else 1 end",
            null, CancellationToken.None);

        Assert.That(read, Is.EqualTo(new[] { empty, full with { At = full.At!.Value.ToUniversalTime() } }));
        Assert.That(await session.ScalarAsync<int>("select count(*) from test_value where id in @Ids", new { Ids = new[] { full.Id, empty.Id } }, CancellationToken.None), Is.EqualTo(2));
    }

    [TestCase(1), TestCase(30), TestCase(2_500)]
    public async Task Values_WhenManyAreWrittenAtOnce_AreTheSame(int count)
    {
        await Migrate(ValuesTable);
        var written = Enumerable.Range(0, count).Select(index => index % 2 == 0
            ? new Values(Guid.CreateVersion7(), null, null, index, null, null, null, null, null)
            : new Values(Guid.CreateVersion7(), new DateTimeOffset(2026, 3, 29, 2, 30, 15, 123, TimeSpan.Zero).AddMinutes(index), new DateOnly(2024, 2, 29).AddDays(index), index, 9_007_199_254_740_993 + index, -index / 8.0, index % 3 == 0,
                index % 5 == 0 ? new string('è', 4_000) : index % 7 == 0 ? "" : "però «sì» 🙂\0\r\n'", Role.CompanyOperator)).ToList();
        await using var session = new DbSession(database);

        var changed = await session.ExecuteAsync(
            "insert into test_value (id, at, day, number, large, real_number, flag, text, kind) values (@Id, @At, @Day, @Number, @Large, @RealNumber, @Flag, @Text, @Kind)",
            written.Select(values => new { values.Id, values.At, values.Day, values.Number, values.Large, values.RealNumber, values.Flag, values.Text, Kind = values.Kind?.Code() }),
            CancellationToken.None);

        var read = await session.QueryAsync<Values>(
            "select id as Id, at as At, day as Day, number as Number, large as Large, real_number as RealNumber, flag as Flag, text as Text, kind as Kind from test_value order by number",
            null, CancellationToken.None);
        Assert.That(changed, Is.EqualTo(count));
        Assert.That(read, Is.EqualTo(written));
        Assert.That(
            await session.ExecuteAsync("update test_value set number = number + 1 where id = @Id and flag = @Flag", written.Select(values => new { values.Id, Flag = true }), CancellationToken.None),
            Is.EqualTo(written.Count(values => values.Flag == true)));
    }

    [Test]
    public async Task Batch_WhenKeysAreOfAnyKindAndMoreThanOneBatch_FindsThemAll()
    {
        await Migrate(new Migration("Test", "2026-01-01_00_keys.sql", "create table test_key (id uniqueidentifier not null, day date not null, number int not null, text nvarchar(200) not null);"));
        await using var session = new DbSession(database);
        var rows = Enumerable.Range(0, Batches.Size + 1).Select(at => new
        {
            Id = Guid.NewGuid(), Day = new DateOnly(2026, 1, 1).AddDays(at), Number = at - 10, Text = $"l'«età» \"{at}\" \\ 100%",
        }).ToArray();
        await session.ExecuteAsync("insert into test_key (id, day, number, text) values (@Id, @Day, @Number, @Text)", rows, CancellationToken.None);

        Assert.That(await Found($"select number from test_key where id in {Batches.Keys}", rows.Select(row => row.Id)), Is.EqualTo(rows.Length));
        Assert.That(await Found($"select number from test_key where day in {Batches.Keys}", rows.Select(row => row.Day)), Is.EqualTo(rows.Length));
        Assert.That(await Found($"select number from test_key where number in {Batches.Keys}", rows.Select(row => row.Number)), Is.EqualTo(rows.Length));
        Assert.That(await Found($"select number from test_key where text in {Batches.Keys}", rows.Select(row => row.Text)), Is.EqualTo(rows.Length));
        Assert.That(await Found($"select t.number from ({Batches.Values}) k join test_key t on t.id = k.value where t.number = @Number", rows.Select(row => row.Id).Take(3), new { Number = -10 }), Is.EqualTo(1));
        Assert.That(await session.ExecuteAsync($"delete from test_key where id in {Batches.Keys}", Batches.Parameters([rows[0].Id, rows[1].Id]), CancellationToken.None), Is.EqualTo(2));

        async Task<int> Found<TKey>(string sql, IEnumerable<TKey> keys, object? more = null) where TKey : notnull =>
            (await session.QueryInBatchesAsync<TKey, int>(sql, keys, more, CancellationToken.None)).Distinct().Count();
    }

    [Test]
    public async Task Values_WhenOneOfManyIsTaken_RefusesAll()
    {
        await Migrate(ValuesTable);
        var ids = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7()).ToList();
        ids[39] = ids[0];
        await using var session = new DbSession(database);

        await Assert.ThrowsAsync<ConflictException>(() => session.ExecuteAsync(
            "insert into test_value (id) values (@Id)", ids.Select(id => new { Id = id }), CancellationToken.None, () => new ConflictException("test.taken", new("Preso.", "Taken."))));
        Assert.That(await session.ScalarAsync<int>("select count(*) from test_value", null, CancellationToken.None), Is.Zero);
    }

    [Test]
    public async Task Migrator_WhenRunTwice_AppliesEachScriptOnce()
    {
        var script = new Migration("Test", "2026-01-01_00_one.sql", "create table test_one (id int not null);\ninsert into test_one (id) values (1);\n");

        Assert.That(await Migrate(script), Is.EqualTo(1));
        Assert.That(await Migrate(script), Is.Zero);
    }

    [Test]
    public async Task Migrator_WhenAppliedScriptWasChanged_Refuses()
    {
        await Migrate(new Migration("Test", "2026-01-01_00_one.sql", "create table test_one (id int not null);"));

        var error = await Assert.ThrowsAsync<MigrationException>(() => Migrate(new Migration("Test", "2026-01-01_00_one.sql", "create table test_one (id bigint not null);")));
        Assert.That(error!.Message, Does.Contain("2026-01-01_00_one.sql"));
    }

    [Test]
    public async Task Migrator_WhenDatabaseIsNewer_RefusesAndTouchesNothing()
    {
        await Migrate(new Migration("Test", "2026-01-01_00_one.sql", "create table test_one (id int not null);"), new Migration("Test", "2026-01-02_00_two.sql", "create table test_two (id int not null);"));

        await Assert.ThrowsAsync<MigrationException>(() => Migrate(new Migration("Test", "2026-01-01_00_one.sql", "create table test_one (id int not null);")));
    }

    [Test]
    public async Task Migrator_WhenScriptFailsHalfway_LeavesNothingOfIt()
    {
        var broken = new Migration("Test", "2026-01-01_00_broken.sql", "create table test_half (id int not null);\ninsert into test_absent (id) values (1);\n");

        await Assert.CatchAsync(() => Migrate(broken));
        Assert.That(await Migrate(new Migration("Test", "2026-01-01_00_broken.sql", "create table test_half (id int not null);")), Is.EqualTo(1));
    }

    [Test]
    public async Task Migrator_WhenTwoProcessesStartAtOnce_AppliesEachScriptOnce()
    {
        var scripts = Enumerable.Range(0, 5).Select(number => new Migration("Test", $"2026-01-0{number + 1}_00_t.sql", $"create table test_t{number} (id int not null);")).ToArray();
        await using var second = engine == Engine.Sqlite ? new SqliteDatabase(Path.Combine(folder, "test.db")) : null;

        var applied = await Task.WhenAll(
            Task.Run(() => new Migrator(database, scripts, clock).MigrateAsync(CancellationToken.None)),
            Task.Run(() => new Migrator((IDatabase?)second ?? database, scripts, clock).MigrateAsync(CancellationToken.None)));

        Assert.That(applied.Sum(), Is.EqualTo(5));
    }

    [Test]
    public async Task Writers_WhenManyAtOnce_EachGetsItsTurnAndNoneIsLost()
    {
        await Migrate(new Migration("Test", "2026-01-01_00_counter.sql", "create table test_counter (value int not null);\ninsert into test_counter (value) values (0);\n"));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            await using var session = new DbSession(database);
            await session.ExecuteAsync("update test_counter set value = value + 1", null, CancellationToken.None);
        })));

        await using var reading = new DbSession(database);
        Assert.That(await reading.ScalarAsync<int>("select value from test_counter", null, CancellationToken.None), Is.EqualTo(200));
    }

    [Test]
    public async Task Rest_WhenSomebodyReadsAndWrites_WaitsForNobodyAndStopsNobody()
    {
        await Migrate(new Migration("Test", "2026-01-01_00_counter.sql", "create table test_counter (value int not null);\ninsert into test_counter (value) values (0);\n"));
        await using var reading = new DbSession(database);
        Assert.That(await reading.ScalarAsync<int>("select value from test_counter", null, CancellationToken.None), Is.Zero);
        await using (var writing = await database.BeginAsync(CancellationToken.None))
        {
            await database.RestAsync();
            await writing.Connection.ExecuteAsync("update test_counter set value = 1", transaction: writing.Transaction);
            await writing.CommitAsync(CancellationToken.None);
        }

        await database.RestAsync();

        await using var after = new DbSession(database);
        Assert.That(await after.ScalarAsync<int>("select value from test_counter", null, CancellationToken.None), Is.EqualTo(1));
    }

    [Test]
    public async Task WriteAheadLog_WhenAHundredThousandRowsAreWritten_StaysBelow64Megabytes()
    {
        if (engine != Engine.Sqlite)
        {
            Assert.Ignore("SQLite's own log");
        }

        await Migrate(new Migration("Test", "2026-01-01_00_log.sql", "create table test_log (id int not null, text nvarchar(200) not null);"));
        await using var session = new DbSession(database);
        var text = new string('x', 180);
        for (var batch = 0; batch < 100; batch++)
        {
            session.BeginCommand();
            for (var row = 0; row < 1000; row++)
            {
                await session.ExecuteAsync("insert into test_log (id, text) values (@Id, @Text)", new { Id = row, Text = text }, CancellationToken.None);
            }

            Assert.That(await session.ScalarAsync<int>("select count(*) from test_log where id = 1", null, CancellationToken.None), Is.EqualTo(batch + 1));
            await session.CommitAsync(CancellationToken.None);
        }

        Assert.That(new FileInfo(Path.Combine(folder, "test.db-wal")).Length, Is.LessThan(64 * 1024 * 1024));
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new SqlConnection(Engines.SqlServerConnection);
        await connection.ExecuteAsync(sql);
    }

    private Task<int> Migrate(params Migration[] scripts) => new Migrator(database, scripts, clock).MigrateAsync(CancellationToken.None);

    private sealed record Values(Guid Id, DateTimeOffset? At, DateOnly? Day, int? Number, long? Large, double? RealNumber, bool? Flag, string? Text, Role? Kind);
}
