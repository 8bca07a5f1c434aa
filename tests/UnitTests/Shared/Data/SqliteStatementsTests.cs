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
    public void Table_WhenItChangesMeanwhile_IsReadAsItIsNow()
    {
        Run(Insert, new { Id = 1, Text = "uno" });
        Assert.That(Read(1), Is.EqualTo("uno"));

        connection.Execute("alter table word add more text null");
        connection.Execute("update word set text = 'due'");

        Assert.That(Read(1), Is.EqualTo("due"));
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
