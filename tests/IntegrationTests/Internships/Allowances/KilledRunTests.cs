using InclusionPlatform.IntegrationTests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

/// <summary>The real program, killed while it reckons a pay list.</summary>
internal sealed class KilledRunTests() : SliceTests(Engine.Sqlite)
{
    private const int People = 400;

    private const string InsertInternship = """
        insert into internships_internship (
            id, case_id, beneficiary_id, company_id, kind, modulation, state, starts_on, ends_on, weekly_hours, seasonal, meals_provided, duties, objectives, host_type, region, host_tutor, host_tutor_key,
            promoter_tutor_id, allowance_cents, outside_quota, created_at, created_by, version)
        values (@Id, @Id, @Id, @Id, 'socialInclusion', 'supportToPlacement', 'active', '2024-12-01', '2025-05-31', 25, 0, 0, 'Prova', 'Prova', 'privateEmployer', 'Marche', 'Prova', 'prova', @Id, 40000, 1, @At, @Id, 1)
        """;

    private const string InsertAssignment = "insert into internships_allowance_assignment (internship_id, programme_id, dowry_kept, changed_at, changed_by, version) values (@Id, @Programme, 0, @At, @Id, 1)";
    private const string InsertScheme = "insert into internships_allowance_assigned_scheme (internship_id, valid_from, scheme_id) values (@Id, '2024-12-01', @Scheme)";
    private const string InsertMonth = "insert into internships_attendance_month (internship_id, month, state, minutes, closed_at, changed_at, version) values (@Id, '2024-12', 'closed', 6000, @At, @At, 1)";
    private const string ForgetItems = "delete from internships_allowance_item";
    private const string ForgetRuns = "delete from internships_allowance_run";

    [Test]
    [CancelAfter(240_000)]
    public async Task Run_WhenTheProgramIsKilled_IsThereWholeOrNotAtAll(CancellationToken ct)
    {
        var programme = await Given.Programme(startsOn: "2024-01-01");
        var rows = Enumerable.Range(0, People).Select(_ => new { Id = Guid.CreateVersion7(), At = Clock.Now, Programme = programme, Scheme = Given.FlatScheme }).ToArray();
        foreach (var insert in new[] { InsertInternship, InsertAssignment, InsertScheme, InsertMonth })
        {
            await Execute(insert, rows);
        }

        var seen = new List<bool>();
        foreach (var wait in new[] { 25, 90, 200, 400 })
        {
            await using var program = new PlatformProcess(Platform.DataFolder);
            await program.AnswersAsync();
            using var session = await program.PostAsync("auth/sign-in", new { email = TestPlatform.EmailOf(Role.Coordinator), password = TemplateDatabase.Password });
            Assert.That(session.IsSuccessStatusCode, Is.True);
            var making = program.PostAsync("allowance-runs", new { programmeId = programme, month = "2024-12" });
            await Task.WhenAny(making, Task.Delay(wait, ct));
            program.Kill();
            try
            {
                using var made = await making;
            }
            catch (HttpRequestException)
            {
            }

            seen.Add(await IsWhole());
            await Execute(ForgetItems, null);
            await Execute(ForgetRuns, null);
        }

        var reply = await As(Role.Coordinator).Post("allowance-runs", new { programmeId = programme, month = "2024-12" }).Expect(201);
        Assert.That(reply["people"]!.GetValue<int>(), Is.EqualTo(People));
        Assert.That(await IsWhole(), Is.True, "whoever comes after the crash makes the list as if nothing had been");
        Assert.That(seen, Has.Count.EqualTo(4));
    }

    /// <summary>True when the list is there with everybody on it, false when there is nothing of it; anything between fails.</summary>
    private async Task<bool> IsWhole()
    {
        var (runs, people) = (await Scalar<int>("select count(*) from internships_allowance_run"), await Scalar<int>("select coalesce(sum(people), 0) from internships_allowance_run"));
        var (items, payments) = (await Scalar<int>("select count(*) from internships_allowance_item"), await Scalar<int>("select count(*) from internships_allowance_payment"));
        Assert.That((people, items, payments), Is.EqualTo(runs == 0 ? (0, 0, 0) : (People, People, People)), $"{runs} lists");
        return runs == 1;
    }

    private Task<int> Execute(string sql, object? args) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));
}
