using InclusionPlatform.Shared.Data;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Mono.Cecil;

namespace InclusionPlatform.ArchitectureTests;

/// <summary>Every SQL text of the code is good T-SQL and names only tables of its own module.</summary>
internal sealed class SqlTests
{
    private static readonly string[] Verbs = ["select", "insert", "update", "delete", "with"];
    private static readonly string[] NotPortable = [" limit ", " returning ", " on conflict", "||", " top ", " offset ", "collate "];

    private static IEnumerable<string> Assemblies => House.Assemblies.Where(name => !name.EndsWith(".Contracts", StringComparison.Ordinal));

    [Test]
    public void SqlTexts_WhenLookedFor_AreFound() => Assert.That(Assemblies.Sum(name => Texts(name).Count()), Is.GreaterThan(20));

    [TestCaseSource(nameof(Assemblies))]
    public void SqlText_WhenParsed_IsPortableAndNamesOnlyItsOwnTables(string assembly)
    {
        var prefix = House.PrefixOf(assembly);
        Assert.Multiple(() =>
        {
            foreach (var (where, sql) in Texts(assembly))
            {
                var tables = Parse(sql, where);
                Assert.That(tables.Where(table => !Owns(assembly, prefix, table)), Is.Empty, $"{where} names tables of others");
                Assert.That(NotPortable.Where(word => sql.Contains(word, StringComparison.OrdinalIgnoreCase)), Is.Empty, $"{where} is not portable");
                Assert.That(sql, Does.Not.Contain("select *").IgnoreCase, $"{where} lists no columns");
            }
        });
    }

    [Test]
    public void Migration_WhenParsed_IsGoodTSqlAndMakesOnlyItsOwnTables()
    {
        var migrations = Assemblies.SelectMany(name => Migration.Of(House.Load(name)).Select(migration => (Assembly: name, Migration: migration))).ToArray();

        Assert.That(migrations, Has.Length.GreaterThanOrEqualTo(5));
        Assert.Multiple(() =>
        {
            foreach (var (assembly, migration) in migrations)
            {
                foreach (var statement in Migrator.Statements(migration.Sql))
                {
                    Assert.That(Parse(statement, migration.Name).Where(table => !Owns(assembly, House.PrefixOf(assembly), table)), Is.Empty, migration.Name);
                }
            }
        });
    }

    /// <summary>Statements are constants that begin with their verb; pieces of lists begin with <c>and</c> or <c>order by</c>.</summary>
    private static IEnumerable<(string Where, string Sql)> Texts(string assemblyName)
    {
        using var assembly = House.Read(assemblyName);
        foreach (var type in House.Types(assembly))
        {
            foreach (var field in type.Fields.Where(field => field is { HasConstant: true, Constant: string }))
            {
                var text = ((string)field.Constant).Trim();
                var first = text.Split([' ', '\n', '\t'], 2)[0].ToLowerInvariant();
                var where = $"{type.FullName}.{field.Name}";
                if (Verbs.Contains(first) && text.Contains(' ', StringComparison.Ordinal) && (text.Contains("from ", StringComparison.OrdinalIgnoreCase) || first is "insert" or "update"))
                {
                    yield return (where, text);
                }
                else if (first == "and" && text.Contains('@', StringComparison.Ordinal))
                {
                    yield return (where, $"select 1 where 1 = 1 {text}");
                }
                else if (text.StartsWith("order by", StringComparison.OrdinalIgnoreCase))
                {
                    yield return (where, $"select 1 as x {text}");
                }
            }
        }
    }

    private static string[] Parse(string sql, string where)
    {
        var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.That(errors.Select(error => $"{error.Line}:{error.Column} {error.Message}"), Is.Empty, $"{where}: {sql}");
        var visitor = new TableVisitor();
        tree.Accept(visitor);
        return [.. visitor.Tables.Except(visitor.Expressions, StringComparer.OrdinalIgnoreCase)];
    }

    private static bool Owns(string assembly, string prefix, string table) =>
        table.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || table.StartsWith("shared_", StringComparison.OrdinalIgnoreCase) && assembly is "InclusionPlatform.Api" or "InclusionPlatform.Shared"
        || (assembly == "InclusionPlatform.Shared" && table is "sqlite_master" or "tables");

    private sealed class TableVisitor : TSqlFragmentVisitor
    {
        public HashSet<string> Tables { get; } = [];

        public HashSet<string> Expressions { get; } = [];

        public override void Visit(NamedTableReference node) => Tables.Add(node.SchemaObject.BaseIdentifier.Value);

        public override void Visit(CommonTableExpression node) => Expressions.Add(node.ExpressionName.Value);

        public override void Visit(CreateTableStatement node) => Tables.Add(node.SchemaObjectName.BaseIdentifier.Value);

        public override void Visit(AlterTableStatement node) => Tables.Add(node.SchemaObjectName.BaseIdentifier.Value);

        public override void Visit(CreateIndexStatement node) => Tables.Add(node.OnName.BaseIdentifier.Value);
    }
}
