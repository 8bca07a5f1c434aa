using Dapper;
using InclusionPlatform.Shared.Data;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.UnitTests.Shared.Data;

internal sealed class SqliteStatementsTests
{
    private const string Insert = "insert into word (id, text) values (@Id, @Text)";
    private const string Select = "select text from word where id = @Id";

    private SqliteStatements connection = null!;

    [SetUp]
    public void Open()
    {
        connection = new("Data Source=:memory:");
        connection.Open();
        connection.Execute("create table word (id int primary key, text text null)");
    }

    [TearDown]
    public void Close() => connection.Dispose();

    [Test]
    public void Text_WhenItRunsAgain_IsPreparedOnceAndTakesTheNewValues()
    {
        foreach (var (id, text) in new[] { (1, "uno"), (2, null), (3, "tre") })
        {
            Run(Insert, new { Id = id, Text = text });
        }

        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(1, 4).Select(Read), Is.EqualTo(new[] { "uno", null, "tre", null }));
            Assert.That(connection.Idle, Is.EqualTo(2));
        });
    }

    [Test]
    public void Text_WhenItFailed_RunsAgain()
    {
        Run(Insert, new { Id = 1, Text = "uno" });

        Assert.Throws<SqliteException>(() => Run(Insert, new { Id = 1, Text = "ancora" }));
        Run(Insert, new { Id = 2, Text = "due" });

        Assert.That(Read(2), Is.EqualTo("due"));
    }

    [Test]
    public void Text_WhenItIsStillBeingRead_IsPreparedASecondTime()
    {
        Run(Insert, new { Id = 1, Text = "uno" });
        Run(Insert, new { Id = 2, Text = "due" });
        const string all = "select id from word order by id";
        connection.Expect(all);
        List<string?> found = [];
        foreach (var id in connection.Query<int>(all, buffered: false))
        {
            connection.Expect(all);
            Assert.That(connection.Query<int>(all).Count(), Is.EqualTo(2));
            found.Add(Read(id));
        }

        Assert.That(found, Is.EqualTo(new[] { "uno", "due" }));
    }

    [Test]
    public void Text_WhenItRanInATransactionThatWasRolledBack_RunsInTheNextOne()
    {
        using (var first = connection.BeginTransaction())
        {
            Run(Insert, new { Id = 1, Text = "uno" }, first);
            first.Rollback();
        }

        using (var second = connection.BeginTransaction())
        {
            Run(Insert, new { Id = 1, Text = "due" }, second);
            second.Commit();
        }

        Assert.That(Read(1), Is.EqualTo("due"));
    }

    [Test]
    public void Texts_WhenTheyAreVeryMany_AreLetGoFromTheOldest()
    {
        for (var number = 0; number < 1_000; number++)
        {
            var text = $"select {number}";
            connection.Expect(text);
            Assert.That(connection.ExecuteScalar<int>(text), Is.EqualTo(number));
        }

        Assert.That(connection.Idle, Is.EqualTo(300));
    }

    [Test]
    public void FirstRows_WhenTheirNumberChanges_ArePlannedOnce()
    {
        const int planned = 5; // SQLITE_STMTSTATUS_REPREPARE
        connection.Handle!.enable_sqlite3_next_stmt(true);
        var sql = "select text from word order by id" + new SqliteDatabase("unused.db").TopSuffix;
        foreach (var number in Enumerable.Range(1, 20))
        {
            Run(Insert, new { Id = number, Text = "uno" });
            connection.Expect(sql);
            Assert.That(connection.Query<string>(sql, new { take = number }).Count(), Is.EqualTo(number));
        }

        var again = 0;
        for (var statement = SQLitePCL.raw.sqlite3_next_stmt(connection.Handle, null); statement is { IsInvalid: false }; statement = SQLitePCL.raw.sqlite3_next_stmt(connection.Handle, statement))
        {
            again += SQLitePCL.raw.sqlite3_stmt_status(statement, planned, 0);
        }

        Assert.That(again, Is.Zero);
    }

    [Test]
    public void Table_WhenItChangesMeanwhile_IsReadAsItIsNow()
    {
        Run(Insert, new { Id = 1, Text = "uno" });
        Assert.That(Read(1), Is.EqualTo("uno"));

        connection.Execute("alter table word add more text null");
        connection.Execute("update word set text = 'due'");

        Assert.That(Read(1), Is.EqualTo("due"));
    }

    [Test]
    public void Columns_WhenAValueIsMissingOnceAndNumberOrTextThen_AreReadForWhatTheyAre()
    {
        const string mixed = "select case @Which when 1 then null when 2 then 7 when 3 then 'sette' else 7.5 end as Value, text as Text from word where id = 1";
        Run(Insert, new { Id = 1, Text = (string?)null });

        string?[] read = [.. new[] { 1, 2, 3, 4, 1, 3 }.Select(which =>
        {
            connection.Expect(mixed);
            var row = (IDictionary<string, object?>)connection.QuerySingle(mixed, new { Which = which });
            return FormattableString.Invariant($"{row["Value"]}");
        })];

        Assert.That(read, Is.EqualTo(new[] { "", "7", "sette", "7.5", "", "sette" }));
    }

    [TestCase(Select)]
    [TestCase("select '' as Empty, x'' as NoBytes, 9007199254740993 as Large, 'però 🙂' as Accents from word")]
    [TestCase("select id as Id, text as Text, 1.5 as Half, x'01' as Bytes, null as Missing, count(*) over () as Many from word")]
    public void Columns_WhenRememberedFromAnEarlierRun_AreTheProvidersOwn(string sql)
    {
        Run(Insert, new { Id = 1, Text = (string?)null });
        foreach (var text in new[] { null, "uno", null })
        {
            connection.Execute("update word set text = @text", new { text });
            connection.Expect(sql);
            using var remembered = connection.ExecuteReader(sql, new { Id = 1 });
            using var plain = new SqliteCommand(sql, connection);
            plain.Parameters.AddWithValue("@Id", 1);
            using var own = plain.ExecuteReader();

            Assert.That(Enumerable.Range(0, own.FieldCount).Select(at => (remembered.GetName(at), remembered.GetFieldType(at))), Is.EqualTo(Enumerable.Range(0, own.FieldCount).Select(at => (own.GetName(at), own.GetFieldType(at)))));
            Assert.That((remembered.Read(), own.Read()), Is.EqualTo((true, true)));
            Assert.That(Enumerable.Range(0, own.FieldCount).Select(remembered.GetValue), Is.EqualTo(Enumerable.Range(0, own.FieldCount).Select(own.GetValue)));
        }
    }

    [Test]
    public void Snapshot_WhenItEnded_LetsAnotherBegin()
    {
        connection.BeginSnapshot();
        Assert.Throws<SqliteException>(connection.BeginSnapshot);
        Assert.That(Read(1), Is.Null);
        connection.EndSnapshot();

        connection.BeginSnapshot();
        connection.EndSnapshot();
        Assert.Throws<SqliteException>(connection.EndSnapshot);
    }

    private void Run(string sql, object values, SqliteTransaction? transaction = null)
    {
        connection.Expect(sql);
        connection.Execute(sql, values, transaction);
    }

    private string? Read(int id)
    {
        connection.Expect(Select);
        return connection.QuerySingleOrDefault<string?>(Select, new { Id = id });
    }
}
