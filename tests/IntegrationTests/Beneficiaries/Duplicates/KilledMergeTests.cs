using InclusionPlatform.IntegrationTests.Processes;
using InclusionPlatform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Beneficiaries.Duplicates;

/// <summary>The real program, killed while it merges two people.</summary>
internal sealed class KilledMergeTests() : SliceTests(Engine.Sqlite)
{
    private const int Many = 4_000;

    private const string InsertAttestation = """
        insert into beneficiaries_attestation (id, beneficiary_id, details_cipher, valid_from, recorded_by, recorded_at)
        values (@Id, @Person, '', '2026-01-01', @Id, @At)
        """;

    [Test]
    [CancelAfter(240_000)]
    public async Task Merge_WhenTheProgramIsKilled_IsThereWholeOrNotAtAll(CancellationToken ct)
    {
        var a = await Given.Beneficiary(await SignIn(Role.Coordinator), Given.Person("Bonanni", "Sara"));
        var b = await Given.Beneficiary(await SignIn(Role.Coordinator), Given.Person("Bonani", "Sarah"));
        await Execute(InsertAttestation, Enumerable.Range(0, Many).Select(_ => new { Id = Guid.CreateVersion7(), Person = b, At = Clock.Now }).ToArray());

        var seen = new List<bool>();
        foreach (var wait in new[] { 15, 40, 80, 150, 400 })
        {
            if (seen.Contains(true))
            {
                break;
            }

            await using var program = new PlatformProcess(Platform.DataFolder);
            await program.AnswersAsync();
            using var session = await program.PostAsync("auth/sign-in", new { email = TestPlatform.EmailOf(Role.Coordinator), password = TemplateDatabase.Password });
            Assert.That(session.IsSuccessStatusCode, Is.True);
            var merging = program.PostAsync($"beneficiaries/{a}/merges", new { absorbedId = b, absorbedVersion = 1, reason = "Stessa persona" }, version: 1);
            await Task.WhenAny(merging, Task.Delay(wait, ct));
            program.Kill();
            try
            {
                using var made = await merging;
            }
            catch (HttpRequestException)
            {
            }

            seen.Add(await IsWhole(a, b));
        }

        if (!seen.Contains(true))
        {
            await As(Role.Coordinator).Post($"beneficiaries/{a}/merges", new { absorbedId = b, absorbedVersion = 1, reason = "Stessa persona" }, ("If-Match", "\"1\"")).Expect(201);
        }

        Assert.That(await IsWhole(a, b), Is.True, "whoever comes after the crash merges as if nothing had been");
    }

    /// <summary>True when all of it is there, false when nothing is; anything between fails.</summary>
    private async Task<bool> IsWhole(Guid a, Guid b)
    {
        var merges = await Scalar<int>("select count(*) from beneficiaries_person_merge where after_cipher is not null");
        var gone = await Scalar<int>("select count(*) from beneficiaries_person where id = @b and merged_into = @a", new { a, b });
        var (moved, written) = (await Scalar<int>("select count(*) from beneficiaries_attestation where beneficiary_id = @a", new { a }), await Scalar<int>("select count(*) from beneficiaries_person_merge_move"));
        var logged = await Scalar<int>("select count(*) from shared_audit_entry where record_id = @b and kind = 'change'", new { b });
        Assert.That((gone, moved, written, logged), Is.EqualTo(merges == 0 ? (0, 0, 0, 1) : (1, Many, Many, 2)));
        return merges == 1;
    }

    private Task<int> Execute(string sql, object? args) => InScope(services => services.GetRequiredService<IDbSession>().ExecuteAsync(sql, args, CancellationToken.None));
}
