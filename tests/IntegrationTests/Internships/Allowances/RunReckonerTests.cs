using InclusionPlatform.Internships.Allowances;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Attendance;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

[TestFixtureSource(typeof(Engines))]
internal sealed class RunReckonerTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> Closed(Guid programme)
    {
        Clock.Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var (person, forCase) = await Given.Case();
        var internship = await Given.ActiveInternship(forCase, await Given.Host());
        await Given.Assigned(internship, programme);
        await Given.Account(person);
        Clock.Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(internship, "2026-12");
        return internship;
    }

    private async Task<(RunDraft Draft, int Statements)> Reckon(Guid programme, ISuspendedDays suspensions) => await InScope(async services =>
    {
        var counting = new CountingSession(services.GetRequiredService<IDbSession>());
        var reckoner = new RunReckoner(counting, new SchemeTable(counting), suspensions, services.GetRequiredService<IMediator>());
        return (await reckoner.ReckonAsync(Guid.NewGuid(), programme, new RegisterMonth(new(2026, 12, 1)), "pay-list", CancellationToken.None), counting.Count);
    });

    [Test]
    public async Task Reckon_WhenThereAreMorePeople_TakesAsManyStatements()
    {
        var programme = await Given.Programme();
        await Closed(programme);
        var one = await Reckon(programme, new NoSuspendedDays());
        await Closed(programme);
        await Closed(programme);

        var three = await Reckon(programme, new NoSuspendedDays());

        Assert.That((one.Draft.Payments.Count, three.Draft.Payments.Count), Is.EqualTo((1, 3)));
        Assert.That(three.Statements, Is.EqualTo(one.Statements));
        Assert.That(three.Draft.Cents, Is.EqualTo(3 * 400_00));
    }

    [Test]
    public async Task Reckon_WhenDaysAreSuspended_NeitherTheyNorTheirHoursCount()
    {
        var programme = await Given.Programme();
        var internship = await Closed(programme);
        HashSet<DateOnly> days = [.. Enumerable.Range(1, 15).Select(day => new DateOnly(2026, 12, day))];

        var (draft, _) = await Reckon(programme, new Suspended(internship, days));

        var item = draft.Payments.Single().Items.Single();
        Assert.That(item.Cents, Is.EqualTo(206_45), "sixteen days of thirty-one");
        Assert.That((item.WorkedMinutes, item.PlannedMinutes), Is.EqualTo((11 * 300, 11 * 300)), "the hours of the first fifteen days are left out on both sides");
    }

    private sealed class Suspended(Guid internship, IReadOnlySet<DateOnly> days) : ISuspendedDays
    {
        public Task<IReadOnlyDictionary<Guid, IReadOnlySet<DateOnly>>> BetweenAsync(IReadOnlyCollection<Guid> internshipIds, DateOnly from, DateOnly to, CancellationToken ct) =>
            Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlySet<DateOnly>>>(new Dictionary<Guid, IReadOnlySet<DateOnly>> { [internship] = days });
    }
}
