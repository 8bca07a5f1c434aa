using System.Data;
using Dapper;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.UnitTests.Shared.Data;

internal sealed class RowDigestTests
{
    private SqliteStatements connection = null!;

    [SetUp]
    public void Open()
    {
        connection = new("Data Source=:memory:");
        connection.Open();
    }

    [TearDown]
    public void Close() => connection.Dispose();

    [Test]
    public void End_WhenRowsAreTheSame_IsTheSame()
    {
        var first = Of("select 'Rossi', 12, null");

        Assert.That(Of("select 'Ros' || 'si', 6 + 6, null"), Is.EqualTo(first).And.Length.EqualTo(64));
    }

    [TestCase("select 'a', 'bc'", "select 'ab', 'c'", Description = "where a value ends counts")]
    [TestCase("select 'ab'", "select 'a', 'b'", Description = "and how many there are")]
    [TestCase("select ''", "select null", Description = "nothing is not empty")]
    [TestCase("select 1", "select '1'", Description = "a number is no text")]
    [TestCase("select 1", "select 1.5")]
    [TestCase("select x'01'", "select x'02'")]
    [TestCase("select 1, 2", "select 1 union all select 2", Description = "where a row ends counts")]
    [TestCase("select 1 union all select 2", "select 2 union all select 1 order by 1 desc", Description = "their order counts")]
    [TestCase("select 'perché'", "select 'perche'")]
    public void End_WhenRowsDiffer_Differs(string one, string other) => Assert.That(Of(one), Is.Not.EqualTo(Of(other)));

    [Test]
    public void End_WhenTheSameRowsComeFromTwoTexts_Differs() => Assert.That(Of("select 1", "select 2"), Is.Not.EqualTo(Of("select 1 union all select 2")));

    [Test]
    public void Rows_WhenAddedWhileTheyAreRead_MakeTheDigestOfThemAlone()
    {
        var texts = new[] { "select 'perché' as Word, 3 as Number, null as Missing", $"select '{new string('x', 70_000)}' as Word" };
        using var digest = new RowDigest();
        foreach (var text in texts)
        {
            connection.Expect(text);
            Assert.That(connection.TryDigest(digest), Is.True);
            Assert.That(connection.Query<(string, int, string)>(text), Has.One.Items);
        }

        Assert.That(digest.End(), Is.EqualTo(Of(texts)));
    }

    [Test]
    public void Rows_WhenTheStatementIsKeptForTheNext_AreNotAddedToItsDigest()
    {
        using var digest = new RowDigest();
        connection.Expect("select 1");
        connection.TryDigest(digest);
        connection.Query<int>("select 1");
        connection.Expect("select 1");
        connection.Query<int>("select 1");

        Assert.That(digest.End(), Is.EqualTo(Of("select 1")));
    }

    [Test]
    public void Values_WhenTheEngineHasTypesForThem_AreToldApart()
    {
        using var table = new DataTable();
        table.Columns.Add("Key", typeof(Guid));
        table.Columns.Add("Day", typeof(DateTime));
        table.Rows.Add(Guid.Parse("019ac000-0000-7000-8000-000000000001"), new DateTime(2026, 12, 1));
        var first = OfTable(table);
        table.Rows[0][1] = new DateTime(2026, 12, 1, 0, 0, 0, 1);

        Assert.That(OfTable(table), Is.Not.EqualTo(first));
    }

    private string Of(params string[] texts)
    {
        using var digest = new RowDigest();
        foreach (var text in texts)
        {
            connection.Expect(text);
            connection.TryDigest(digest);
            using var rows = connection.ExecuteReader(text);
            while (rows.Read())
            {
            }
        }

        return digest.End();
    }

    private static string OfTable(DataTable table)
    {
        using var digest = new RowDigest();
        using var rows = table.CreateDataReader();
        while (rows.Read())
        {
            digest.AddRow(rows);
        }

        return digest.End();
    }
}
