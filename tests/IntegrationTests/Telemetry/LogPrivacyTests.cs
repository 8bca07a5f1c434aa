using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InclusionPlatform.IntegrationTests.Telemetry;

[TestFixtureSource(typeof(Engines))]
internal sealed class LogPrivacyTests(Engine engine) : SliceTests(engine)
{
    private static readonly string[] Personal = ["Cognomesegreto", "333 1234567", "persona@example.test", "Via dei Gerani", "segreta@example.test", "parola-segreta", "Nota riservata"];

    [Test]
    public async Task Logs_WhenRequestsCarryPersonalData_HoldNoneOfIt()
    {
        var person = Given.Person("Cognomesegreto");
        var (id, caseId) = await Given.Case(person: person);
        await As(Role.Educator).Post("beneficiaries", person);
        await As(Role.Educator).Post("search", new { text = "Cognomesegreto" }).Expect(200);
        await As(Role.Educator).Get("companies?q=Cognomesegreto&cursor=Cognomesegreto");
        await As(Role.Educator).Post($"cases/{caseId}/diary-entries", new { kind = "note", happenedOn = "2026-11-20", text = "Nota riservata" });
        await As(Role.Coordinator).Post($"beneficiaries/{id}/emergency-access", new { reason = "Cognomesegreto" }).Expect(422);
        await Anonymous.Post("auth/sign-in", new { email = "segreta@example.test", password = "parola-segreta" }).Expect(401);
        await (await SignIn(Role.Educator)).Send(HttpMethod.Post, "beneficiaries", new StringContent("{\"surname\": \"Cognomesegreto", Encoding.UTF8, "application/json"));
        await As(Role.Educator).Get("beneficiaries/Cognomesegreto");

        // A line of our own proves that the log is listened to.
        Platform.Services.GetRequiredService<ILogger<LogPrivacyTests>>().LogInformation("A line of the test");
        Assert.That(Platform.Logged, Has.Some.Contains("A line of the test"));
        Assert.That(Platform.Logged.Where(line => Array.Exists(Personal, word => line.Contains(word, StringComparison.OrdinalIgnoreCase))), Is.Empty);
    }
}
