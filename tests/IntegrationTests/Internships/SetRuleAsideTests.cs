namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class SetRuleAsideTests(Engine engine) : SliceTests(engine)
{
    private const string Why = "Il reparto ha due tutor e l'ambito è d'accordo";

    /// <summary>A host of five employees that has its one intern, and a second one ready but for the quota.</summary>
    private async Task<(Guid Second, Guid Company)> Full()
    {
        var company = await Given.Host(staff: 5);
        await Given.ActiveInternship(await Given.CaseOf(), company);
        return (await Given.ReadyInternship(await Given.CaseOf(), company, proposal => proposal with { HostTutor = "Altra persona" }), company);
    }

    [Test]
    public async Task SetAside_WhenTheCoordinatorGivesAReason_ItStartsAndTheReasonStaysWithIt()
    {
        var (id, _) = await Full();
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(422, "internship.cannot-start");

        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule = "internship.host-quota", reason = Why }).Expect(204);

        var check = await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200);
        Assert.That((bool)check["canStart"]!, Is.True);
        var quota = check["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.host-quota")!;
        Assert.That(quota["outcome"]!.ToString(), Is.EqualTo("blocks"), "the rule still says what it says");
        Assert.That(quota["setAside"]!["reason"]!.ToString(), Is.EqualTo(Why));
        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
        var read = await As(Role.Educator).Get($"internships/{id}").Expect(200);
        Assert.That(read["setAside"]!.AsArray().Single()!["reason"]!.ToString(), Is.EqualTo(Why));
        Assert.That(await Scalar<string>("select reason_cipher from internships_rule_override"), Does.Not.Contain("reparto"));
        Assert.That(await Scalar<int>("select count(*) from shared_audit_entry where record = 'internship-rule-override'"), Is.EqualTo(1));
    }

    [Test]
    public async Task SetAside_WhenAskedByAnEducator_IsRefused()
    {
        var (id, _) = await Full();

        await As(Role.Educator).Post($"internships/{id}/rule-overrides", new { rule = "internship.host-quota", reason = Why }).Expect(403);
    }

    [TestCase("internship.project-signed", 422, "internship.rule-without-exceptions")]
    [TestCase("internship.inail-cover", 422, "internship.rule-without-exceptions")]
    [TestCase("internship.maximum-duration", 422, "internship.rule-does-not-block")]
    [TestCase("internship.invented", 422, "internship.rule-does-not-block")]
    public async Task SetAside_WhenTheRuleAdmitsNoneOrDoesNotBlock_IsRefused(string rule, int status, string code)
    {
        var id = await Given.Proposal(await Given.CaseOf(), await Given.Host());

        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule, reason = Why }).Expect(status, code);
    }

    [Test]
    public async Task SetAside_WhenTheReasonIsMissingOrShort_NamesIt()
    {
        var (id, _) = await Full();

        var refused = await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule = "internship.host-quota", reason = "perché sì"[..4] }).Expect(422, "validation.failed");

        Assert.That(refused.CodesOf("reason"), Is.Not.Empty);
    }

    [Test]
    public async Task SetAside_WhenTheNumbersGetWorse_HoldsNoMore()
    {
        var (id, company) = await Full();
        var third = await Given.ReadyInternship(await Given.CaseOf(), company, proposal => proposal with { HostTutor = "Terza persona" });
        foreach (var one in new[] { id, third })
        {
            await As(Role.Coordinator).Post($"internships/{one}/rule-overrides", new { rule = "internship.host-quota", reason = Why }).Expect(204);
        }

        await As(Role.Educator).Post($"internships/{id}/activation").Expect(200);
        var refused = await As(Role.Educator).Post($"internships/{third}/activation").Expect(422, "internship.cannot-start");

        Assert.That(refused.Rules, Is.EqualTo(new[] { "internship.host-quota" }), "one too many was agreed to, not two");
    }

    [Test]
    public async Task SetAside_WhenTheProposalChangesOrItIsWithdrawn_TheRuleHoldsAgain()
    {
        var company = await Given.Host(staff: 5);
        await Given.ActiveInternship(await Given.CaseOf(), company);
        var forCase = await Given.CaseOf();
        var id = await Given.ReadyInternship(forCase, company, proposal => proposal with { HostTutor = "Altra persona" });
        async Task<bool> CanStart() => (bool)(await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200))["canStart"]!;
        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule = "internship.host-quota", reason = Why }).Expect(204);
        Assert.That(await CanStart(), Is.True);

        await As(Role.Coordinator).Delete($"internships/{id}/rule-overrides/internship.host-quota").Expect(204);
        Assert.That(await CanStart(), Is.False);
        await As(Role.Coordinator).Delete($"internships/{id}/rule-overrides/internship.host-quota").Expect(404, "rule-override.not-found");

        await As(Role.Coordinator).Post($"internships/{id}/rule-overrides", new { rule = "internship.host-quota", reason = Why }).Expect(204);
        var version = (await As(Role.Educator).Get($"internships/{id}").Expect(200)).Version;
        await As(Role.Educator).Put($"internships/{id}", new Proposal(forCase, company) { HostTutor = "Altra persona", WeeklyHours = 20 }, version).Expect(204);
        Assert.That(await CanStart(), Is.False);
    }
}
