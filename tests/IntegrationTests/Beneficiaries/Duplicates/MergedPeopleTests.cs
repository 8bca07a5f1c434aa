using System.Text.Json;
using System.Text.RegularExpressions;
using InclusionPlatform.Beneficiaries.Duplicates;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Data;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Duplicates;

/// <summary>What the tests of people who may be one share.</summary>
internal abstract class MergedPeopleTests(Engine engine) : SliceTests(engine)
{
    protected static readonly DateOnly Birth = new(1985, 3, 7);

    /// <summary>Two records of one woman: the first with a case that ended, the second with an open one and all that the modules can hold.</summary>
    protected async Task<((Guid Person, Guid Case) A, (Guid Person, Guid Case, Guid Internship) B)> Two()
    {
        var coordinator = await SignIn(Role.Coordinator);
        var first = await Given.JobSearch(person: Named("Bonanni", "Sara", Birth));
        await Given.Member(first.Case, coordinator);
        await Given.Cv(first.Path);
        await Given.ConsentToApplications(first.Person);
        await As(Role.Educator).Post($"cases/{first.Case}/diary-entries", new { kind = "note", on = "2026-11-10", text = "Nota della prima" }).Expect(201);
        await As(Role.Educator).Post($"cases/{first.Case}/closure", new { closedOn = "2026-11-20", outcome = "droppedOut" }).Expect(204);

        var second = await Given.JobSearch(person: Named("Bonani", "Sarah", Birth));
        await Given.Member(second.Case, coordinator);
        await Given.Cv(second.Path);
        await Given.JobSession(second.Path);
        await As(Role.Educator).Post(
            $"beneficiaries/{second.Person}/consents", new { purpose = "applicationsOnBehalf", textVersion = "2026-1", givenOn = "2026-11-20", proof = "paperArchive" }).Expect(201);
        await As(Role.Educator).Post($"cases/{second.Case}/diary-entries", new { kind = "note", on = "2026-11-10", text = "Nota segretissima" }).Expect(201);
        await As(Role.Educator).Put($"beneficiaries/{second.Person}/household", new { householdSize = 2 }, 0).Expect(204);
        await As(Role.Educator).Put($"beneficiaries/{second.Person}/household", new { householdSize = 3 }, 1).Expect(204);
        await Given.Account(second.Person);
        await Given.PlanInForce(second.Case, "Sarah Bonani");
        await As(Role.Educator).Post($"cases/{second.Case}/assessments", new { kind = "workNeed" }).Expect(201);
        await As(Role.Educator).Post($"cases/{second.Case}/outside-members", new { name = "Ines Valdastri", bodyName = "SerD di Prova", role = "other", fromOn = "2026-11-10" }).Expect(201);
        var internship = await Given.ActiveInternship(second.Case, await Given.Host());
        await As(Role.Educator).Post("internship-drafts", new { caseId = second.Case, objectives = "Bozza lasciata a metà" }).Expect(201);
        await As(Role.Educator).Post($"beneficiaries/{second.Person}/marks", new { kind = "objection", scope = "everything", fromOn = "2026-11-20", note = "Non vuole e-mail" }).Expect(201);
        await (await SignIn(Role.Educator)).Send(HttpMethod.Post, $"beneficiaries/{second.Person}/documents", Given.FileForm(fields: [("kind", "identityDocument"), ("title", "Carta")])).Expect(201);
        var (programme, body) = await Given.FundedProgramme();
        await Given.Cohort(programme, 1);
        await Given.Candidate(programme, body, second.Person);
        return ((first.Person, first.Case), (second.Person, second.Case, internship));
    }

    protected static Dictionary<string, object?> Named(string surname, string name, DateOnly birth) => Given.Person(surname, name, birthDate: birth);

    protected Task<Reply> Merge(Guid survivor, int version, Guid absorbed, int absorbedVersion, params string[] take) => As(Role.Coordinator).Post(
        $"beneficiaries/{survivor}/merges", new { absorbedId = absorbed, absorbedVersion, take, reason = "Stessa carta d'identità" }, ("If-Match", $"\"{version}\""));

    protected async Task<Guid> PayList(string state, params Guid[] people)
    {
        var run = Guid.NewGuid();
        await Run(
            "insert into internships_allowance_run (id, version, programme_id, month, state, cents, kept_cents, people, carried, computed_at, computed_by) values (@run, 1, @run, '2026-10', @state, 100, 0, 1, 0, @Now, @run)",
            new { run, state, Clock.Now });
        foreach (var person in people)
        {
            await Run("insert into internships_allowance_payment (id, run_id, place, beneficiary_id, cents, state) values (@Id, @run, 1, @person, 100, 'toPay')", new { Id = Guid.NewGuid(), run, person });
        }

        return run;
    }

    protected Task<int> Run(string sql, object? args = null) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));

    /// <summary>The same account with a session of now.</summary>
    protected Task<ApiUser> Again(Role role) => Platform.SignedInAsync(role);

    protected async Task<int> VersionOf(Guid person) => await Scalar<int>("select version from beneficiaries_person where id = @person", new { person });

    protected static System.Text.Json.Nodes.JsonNode Field(Reply compared, string code) => compared["fields"]!.AsArray().Single(field => field!["code"]!.ToString() == code)!;

    /// <summary>Tables in which somebody still has rows, but for those that say so.</summary>
    protected async Task<IReadOnlyList<string>> LeftBehind(Guid person)
    {
        var left = new List<string>();
        foreach (var table in Tables("beneficiary_id"))
        {
            if (!MovedRows.StaysWithItsPerson.ContainsKey(table) && await Scalar<int>($"select count(*) from {table} where beneficiary_id = @person", new { person }) > 0)
            {
                left.Add(table);
            }
        }

        return left;
    }

    protected static IEnumerable<string> Tables(string column) => Columns().Where(found => found.Name == column).Select(found => found.Table).Distinct();

    /// <summary>Every column of every table of every module, as the migrations make them.</summary>
    protected static IEnumerable<Column> Columns()
    {
        var statements = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name?.StartsWith("InclusionPlatform.", StringComparison.Ordinal) == true)
            .SelectMany(assembly => Migration.Of(assembly)).SelectMany(migration => Migrator.Statements(migration.Sql)).ToArray();
        foreach (var statement in statements)
        {
            if (Regex.Match(statement, @"^\s*create table (\w+) \(", RegexOptions.Multiline) is { Success: true } made && !statements.Any(other => other.Contains($"drop table {made.Groups[1].Value}", StringComparison.Ordinal)))
            {
                var people = Regex.Matches(statement, @"foreign key \((\w+)\) references beneficiaries_person ").Select(key => key.Groups[1].Value).ToHashSet();
                foreach (Match column in Regex.Matches(statement, @"\n\s+(\w+) (uniqueidentifier|nvarchar|int|bit|bigint|date|datetimeoffset|decimal|smallint)\b"))
                {
                    yield return new(made.Groups[1].Value, column.Groups[1].Value, people.Contains(column.Groups[1].Value));
                }
            }
            else if (Regex.Match(statement, @"^\s*alter table (\w+) add (\w+) ", RegexOptions.Multiline) is { Success: true } added)
            {
                yield return new(added.Groups[1].Value, added.Groups[2].Value, false);
            }
        }
    }

    /// <summary>All rows of people and internships, but for versions, what was encrypted anew, and the story of merges itself.</summary>
    protected async Task<string> Dump()
    {
        var lines = new List<string>();
        foreach (var table in Tables("id").Concat(Tables("beneficiary_id")).Distinct().Where(name => name.StartsWith("beneficiaries_", StringComparison.Ordinal) || name.StartsWith("internships_", StringComparison.Ordinal))
            .Where(name => !name.Contains("merge", StringComparison.Ordinal) && !name.Contains("person_move", StringComparison.Ordinal) && name != "beneficiaries_duplicate_person").Order(StringComparer.Ordinal))
        {
            var rows = await InScope(services => services.GetRequiredService<IDbSession>().QueryAsync<object>($"select * from {table}", null, CancellationToken.None));
            lines.AddRange(rows.Select(row => $"{table} {JsonSerializer.Serialize(((IDictionary<string, object?>)row).Where(cell => Kept(table, cell.Key)).ToDictionary())}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines);
    }

    protected static bool Kept(string table, string column) => column != "version" && !(table is "beneficiaries_person" or "beneficiaries_person_section" && (column.EndsWith("_cipher", StringComparison.Ordinal) || column.StartsWith("changed", StringComparison.Ordinal)));

    protected sealed record Column(string Table, string Name, bool RefersToAPerson)
    {
        public bool HoldsAPerson => RefersToAPerson || Name.EndsWith("beneficiary_id", StringComparison.Ordinal);
    }
}
