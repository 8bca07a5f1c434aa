using Dapper;
using InclusionPlatform.Shared.Data;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.UnitTests.Shared.Data;

internal sealed class SqliteWritesTests
{
    private const string Insert = "insert into thing (id, text, amount, at, day, hour, yes, ratio, file) values (@Id, @Text, @Amount, @At, @Day, @Hour, @Yes, @Ratio, @File)";

    private static readonly DateTimeOffset Now = new(2026, 10, 25, 2, 30, 0, 125, TimeSpan.FromHours(2));

    private SqliteStatements connection = null!;

    [OneTimeSetUp]
    public void Register() => DapperSetup.Register();

    [SetUp]
    public void Open()
    {
        connection = new("Data Source=:memory:");
        connection.Open();
        connection.Execute("create table thing (id text primary key, text text, amount integer, at text, day text, hour text, yes integer, ratio real, file blob)");
    }

    [TearDown]
    public void Close() => connection.Dispose();

    [Test]
    public void Row_WhenItGoesPastTheProvider_IsStoredAsTheProviderWouldStoreIt()
    {
        var id = Guid.CreateVersion7();
        object One(Guid key) => new
        {
            Id = key, Text = "È così", Amount = 12L, At = Now, Day = new DateOnly(2026, 2, 28), Hour = new TimeOnly(7, 5), Yes = true, Ratio = 0.5, File = new byte[] { 1, 2, 3 },
        };

        var changed = Write(Insert, [One(id)]);
        connection.Execute(Insert, One(Guid.Empty));

        var rows = connection.Query("select text, amount, at, day, hour, yes, ratio, hex(file) as file, typeof(id) as kind, typeof(at) as moment, typeof(yes) as truth from thing").Select(row => string.Join('|', ((IDictionary<string, object>)row).Values)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(changed, Is.EqualTo(1));
            Assert.That(rows[0], Is.EqualTo(rows[1]));
            Assert.That(connection.ExecuteScalar<string>("select id from thing where text is not null and id <> @Id", new { Id = Guid.Empty }), Is.EqualTo(id.ToString().ToUpperInvariant()));
        });
    }

    [Test]
    public void Nothing_WhenItFollowsSomething_IsNull()
    {
        Write(Insert, [Thing("a", "uno")]);
        Write(Insert, [Thing("b", null)]);
        Write(Insert, [Thing("c", "")]);

        Assert.That(connection.Query<string?>("select text from thing order by id"), Is.EqualTo(new[] { "uno", null, "" }));
    }

    [Test]
    public void Rows_WhenOneIsRefused_StopThereAndTheTextRunsAgain()
    {
        var error = Assert.Throws<SqliteException>(() => Write(Insert, [Thing("a", "uno"), Thing("a", "ancora"), Thing("b", "due")]));
        Write(Insert, [Thing("c", "tre")]);

        Assert.Multiple(() =>
        {
            Assert.That(error.SqliteExtendedErrorCode, Is.EqualTo(1555));
            Assert.That(connection.Query<string>("select id from thing order by id"), Is.EqualTo(new[] { "a", "c" }));
        });
    }

    [Test]
    public void Changes_WhenRowsAreTouchedOrNot_AreCounted()
    {
        Write(Insert, [Thing("a", "uno"), Thing("b", "uno"), Thing("c", "due")]);

        const string update = "update thing set text = @New where text = @Old";
        Assert.That(Write(update, [new { Old = "uno", New = "tre" }, new { Old = "nessuno", New = "tre" }, new { Old = "due", New = "tre" }]), Is.EqualTo(3));
    }

    [TestCase("select 1", TestName = "Text_WhenItReads_IsLeftToTheProvider")]
    [TestCase("delete from thing; delete from thing", TestName = "Text_WhenItIsTwo_IsLeftToTheProvider")]
    public void Text_WhenItIsNoSingleChange_IsLeftToTheProvider(string sql) => Assert.That(Write(sql, [new { }]), Is.Null);

    [Test]
    public void Value_WhenOnlyTheProviderKnowsItsKind_IsLeftToTheProvider()
    {
        const string update = "update thing set ratio = @Ratio";

        Assert.Multiple(() =>
        {
            Assert.That(Write(update, [new { Ratio = 0.5m }]), Is.Null);
            Assert.That(Write(update, [new { Other = 0.5 }]), Is.Null);
            Assert.That(Write(update, [new { Ratio = 0.5 }, new { Ratio = (double?)0.5 }]), Is.Null);
        });
    }

    [Test]
    public void Texts_WhenThereAreMoreThanAreKept_AllRun()
    {
        for (var at = 0; at < 700; at++)
        {
            Write($"insert into thing (id, amount) values (@Id, {at})", [new { Id = $"{at}" }]);
        }

        Assert.That(connection.ExecuteScalar<int>("select count(distinct amount) from thing"), Is.EqualTo(700));
    }

    private static object Thing(string id, string? text) => new
    {
        Id = id, Text = text, Amount = (int?)null, At = (DateTimeOffset?)null, Day = (DateOnly?)null, Hour = (TimeOnly?)null, Yes = (bool?)null, Ratio = (double?)null, File = (byte[]?)null,
    };

    private int? Write(string sql, IReadOnlyList<object> rows) => SqliteWrites.TryExecute(connection, sql, rows, CancellationToken.None);
}
