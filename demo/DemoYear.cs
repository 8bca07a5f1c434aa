using InclusionPlatform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.Demo;

/// <summary>
/// 2024 of a service like the first one of the domain's description, invented but for its numbers, made by sending the modules' own commands on the days
/// on which things happened; and a little of the present, so that there is something due today.
/// </summary>
public static class DemoYear
{
    private const ulong Seed = 2024;
    private const ulong IntakeSeed = 26;

    /// <summary>Makes the year.</summary>
    /// <param name="scopes">Where commands run.</param>
    /// <param name="clock">The platform's clock, which travels meanwhile.</param>
    /// <param name="people">The accounts: at least one for each role.</param>
    /// <param name="progress">Is told how much is done of how much.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task MakeAsync(IServiceScopeFactory scopes, DemoClock clock, IReadOnlyList<Colleague> people, Action<int, int> progress, CancellationToken ct)
    {
        var today = clock.Today();
        var chance = new Chance(Seed);
        var invented = new InventedPeople(chance);
        var inventedCompanies = new InventedCompanies(chance, invented);
        var stage = new DemoStage(scopes, clock, people);
        var companies = new CompanyStory(stage, chance, inventedCompanies, invented);
        var internships = new InternshipStory(stage, chance, companies);
        try
        {
            companies.Write();
            var persons = new PeopleStory(stage, chance, invented, companies, internships);
            persons.Write();
            new TrainingStory(stage, chance, invented).Write();
            new BulletinStory(stage, chance, invented, inventedCompanies).Write();
            var present = new PresentStory(stage, chance, invented, inventedCompanies, companies, persons, internships, today);
            present.Write();
            new NetworkStory(stage, companies, today).Write();
            new AllowanceStory(stage, companies, internships, new SelectionStory(stage, present.Followed, today), today).Write();
            var dice = new Chance(IntakeSeed);
            new IntakeStory(stage, companies, new InventedPeople(dice), dice, today).Write();
            await stage.PlayAsync(progress, ct);
        }
        finally
        {
            clock.Return();
        }
    }
}
