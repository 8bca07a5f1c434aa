using InclusionPlatform.IntegrationTests;
using Microsoft.SqlServer.TransactSql.ScriptDom;

/// <summary>After all tests: every SQL text that any of them ran, composed lists too, is good T-SQL.</summary>
[SetUpFixture]
internal sealed class StatementsCheck
{
    [OneTimeTearDown]
    public void EveryStatementRun_WhenParsed_IsGoodTSql()
    {
        var wrong = TestPlatform.Statements.Keys.Select(sql =>
        {
            // How an engine takes the first rows is the one thing that TopAsync adds by itself.
            new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql.Replace("\nlimit @take", "", StringComparison.Ordinal)), out var errors);
            return errors.Count == 0 ? null : $"{errors[0].Message}: {sql}";
        }).Where(problem => problem is not null).ToArray();
        Assert.That(wrong, Is.Empty);
    }
}
