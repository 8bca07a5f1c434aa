using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Data;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships;

[TestFixtureSource(typeof(Engines))]
internal sealed class TutorLoadTests(Engine engine) : SliceTests(engine)
{
    [Test]
    public async Task RuleCheck_WhenTheServicesTutorFollowsOthersMeanwhile_CountsThoseOfThePeriodAtAnyHost()
    {
        var id = await Given.ReadyInternship(await Given.CaseOf(), await Given.Host());
        var before = await OthersOfTutor(id);

        await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        await Given.ActiveInternship(await Given.CaseOf(), await Given.Host());
        await Given.Proposal(await Given.CaseOf(), await Given.Host());

        Assert.That(await OthersOfTutor(id), Is.EqualTo(before + 2));
    }

    [Test]
    public async Task RuleCheck_WhenTheServicesTutorFollowsMany_FindsTheirDaysInTheIndexAlone()
    {
        var plan = await QueryPlan.OfAsync(Platform.Services.GetRequiredService<IDatabase>(), FactsReader.SelectOfTutor);

        Assert.That(plan, Does.Contain("USING COVERING INDEX ix_internships_internship_tutor"));
    }

    private async Task<int> OthersOfTutor(Guid id)
    {
        var check = await As(Role.Educator).Post($"internships/{id}/rule-check").Expect(200);
        return (int)check["rules"]!.AsArray().Single(rule => rule!["code"]!.ToString() == "internship.promoter-tutor-load")!["numbers"]!["others"]!;
    }
}
