using System.Text.RegularExpressions;
using InclusionPlatform.IntegrationTests;
using InclusionPlatform.Shared.Data;
using Microsoft.SqlServer.TransactSql.ScriptDom;

/// <summary>After all tests: every SQL text that any of them ran, composed lists too, is good T-SQL and, asked for many keys, walks an index by them.</summary>
[SetUpFixture]
internal sealed partial class StatementsCheck
{
    [OneTimeTearDown]
    public async Task EveryStatementRun_WhenParsedAndPlanned_IsGoodTSqlAndWalksItsKeys()
    {
        // How an engine takes the first rows is the one thing that TopAsync adds by itself.
        var portable = TestPlatform.Statements.Keys.Select(sql => sql.Replace("\nlimit @take + 0", "", StringComparison.Ordinal)).Distinct().ToArray();
        var wrong = portable.Select(FirstError).OfType<string>().Concat(await WithoutIndexOfTheirKeysAsync(TestPlatform.Statements.Keys)).ToArray();
        Assert.That(wrong, Is.Empty);
    }

    private static string? FirstError(string sql)
    {
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Count == 0 ? null : $"{errors[0].Message}: {sql}";
    }

    /// <summary>Without statistics SQLite takes three states for rarer than fifty keys: on a large table such a text would read most of it.</summary>
    private static async Task<IReadOnlyList<string>> WithoutIndexOfTheirKeysAsync(IEnumerable<string> statements)
    {
        var folder = Directory.CreateTempSubdirectory("inclusion-tests-plans").FullName;
        await TemplateDatabase.CopyToAsync(folder);
        await using var database = new SqliteDatabase(Path.Combine(folder, "inclusion.db"));
        List<string> wrong = [];
        foreach (var sql in statements)
        {
            if (ManyKeys().Match(sql) is { Success: true } keys && await QueryPlan.OfAsync(database, SqliteDatabase.AskedAsOne(sql)) is var plan && !plan.Contains($"{keys.Groups[1].Value}=?", StringComparison.Ordinal) && !OneKey().IsMatch(plan))
            {
                wrong.Add($"{sql}\n{plan}\n");
            }
        }

        return wrong;
    }

    [GeneratedRegex(@"(\w+)\s+in\s*\(@K0,")]
    private static partial Regex ManyKeys();

    [GeneratedRegex(@"\(\w+_id=\?")]
    private static partial Regex OneKey();
}
