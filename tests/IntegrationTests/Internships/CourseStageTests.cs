using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests.Internships;

/// <summary>From the draft to the signatures, and a proposal that is cancelled.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class CourseStageTests(Engine engine) : CoursePartTests(engine)
{
    [Test]
    public async Task Stage_WhenItGoesOn_IsDraftThenToSignThenReadyThenActive()
    {
        var company = await Given.Host();
        var id = await Given.ProposalToSign(await Given.CaseOf(), company);
        Assert.That(await StageOf(id), Is.EqualTo("draft"));

        await Do(id, "signing", new { }, 204);
        Assert.That(await StageOf(id), Is.EqualTo("toSign"));
        await Do(id, "signing", new { }, 409, "internship.already-to-sign");
        await Given.Papers(id, company);
        Assert.That(await StageOf(id), Is.EqualTo("ready"));
        Assert.That((await As(Role.Educator).Get("internships?stage=ready").Expect(200)).Items, Has.Count.EqualTo(1));
        Assert.That((await As(Role.Educator).Get("internships?stage=draft").Expect(200)).Items, Is.Empty);

        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
        Assert.That((await StageOf(id), (await Read(id))["state"]!.ToString()), Is.EqualTo(("active", "active")));
    }

    [Test]
    public async Task Signing_WhenThePlanCouldNotStart_IsRefusedWithItsRules()
    {
        var id = await Given.ProposalToSign(await Given.CaseOf(), await Given.Host(), proposal => proposal with { WeeklyHours = 41, AllowanceCents = 50000 });

        var refused = await Do(id, "signing", new { }, 422, "internship.cannot-be-signed");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.weekly-hours" }), "papers are not asked for yet");
    }

    [Test]
    public async Task Signing_WhenThePaperWouldHaveBlanks_IsRefusedUntilConventionAndCoversAreThere()
    {
        var company = await Given.Host();
        var id = await Given.Proposal(await Given.CaseOf(), company);
        Assert.That((await Do(id, "signing", new { }, 422, "internship.cannot-be-signed")).Rules, Is.EqualTo(new[] { "internship.convention", "internship.inail-cover", "internship.liability-cover" }));
        var bare = (await As(Role.Educator).Post("conventions", new { companyId = company, number = "NUDA/2026", validFrom = "2026-01-01", validTo = "2028-12-31" }).Expect(201)).Id;
        async Task Record(object papers) => await As(Role.Educator).Put($"internships/{id}/documents", papers, (int)(await Read(id))["version"]!).Expect(204);

        await Record(new { conventionId = bare });
        Assert.That((await Do(id, "signing", new { }, 422, "internship.cannot-be-signed")).Rules, Is.EqualTo(new[] { "internship.inail-cover", "internship.liability-cover" }));
        await Record(new { conventionId = bare, inailPosition = "91234567/22", liabilityPolicy = "RC 555/2026" });

        await Do(id, "signing", new { }, 204);
    }

    [Test]
    public async Task Signing_WhenTakenBackOrTheProjectChanges_TheSignaturesFall()
    {
        var (forCase, company) = (await Given.CaseOf(), await Given.Host());
        var id = await Given.ReadyInternship(forCase, company);
        await Do(id, "signing-withdrawal", new { }, 422, "validation.failed");
        await Do(id, "signing-withdrawal", new { reason = "projectChanges" }, 204);
        Assert.That((await StageOf(id), (await Read(id))["documents"]!["signedByPersonOn"]), Is.EqualTo(("draft", (JsonNode?)null)));

        await Given.Papers(id, company);
        var version = (int)(await Read(id))["version"]!;
        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { WeeklyHours = 20 }, version).Expect(204);
        Assert.That(await StageOf(id), Is.EqualTo("draft"), "nobody signed this");
    }


    [Test]
    public async Task Cancellation_WhenTyped_KeepsItsCauseEncrypted()
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());

        await As(Role.Educator).Post($"internships/{id}/cancellation", new { reason = "Non può più", cause = "health" }).Expect(204);

        Assert.That((await Read(id))["cause"]!.ToString(), Is.EqualTo("health"));
        Assert.That(await Scalar<string>("select cause_cipher from internships_internship"), Does.Not.Contain("health"));
    }
}
