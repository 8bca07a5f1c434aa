using InclusionPlatform.Internships.Allowances;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Shared.Privacy;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Internships.Allowances;

[TestFixtureSource(typeof(Engines))]
internal sealed class RunReckonerTests(Engine engine) : SliceTests(engine)
{
    private async Task<Guid> Closed(Guid programme, string? suspendedFrom = null, string? suspendedTo = null)
    {
        Clock.Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var (person, forCase) = await Given.Case();
        var internship = await Given.ActiveInternship(forCase, await Given.Host(), proposal => Given.Paid(proposal));
        await Given.Assigned(internship, programme);
        await Given.Account(person);
        Clock.Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        if (suspendedFrom is not null)
        {
            var version = (await As(Role.Educator).Get($"internships/{internship}").Expect(200)).Version;
            await As(Role.Educator).Post($"internships/{internship}/suspensions", new { reason = "illness", fromOn = suspendedFrom, toOn = suspendedTo }, ("If-Match", $"\"{version}\"")).Expect(200);
        }

        await Given.ClosedRegister(internship, "2026-12");
        return internship;
    }

    private async Task<(RunDraft Draft, int Statements)> Reckon(Guid programme) => await InScope(async services =>
    {
        var counting = new CountingSession(services.GetRequiredService<IDbSession>());
        var reckoner = new RunReckoner(counting, new SchemeTable(counting), new SuspendedDays(counting), services.GetRequiredService<PayeeAccounts>(), services.GetRequiredService<IPersonKeys>(), services.GetRequiredService<IMediator>());
        using var basis = new RowDigest();
        return (await reckoner.ReckonAsync(Guid.NewGuid(), programme, new RegisterMonth(new(2026, 12, 1)), "pay-list", basis, CancellationToken.None), counting.Count);
    });

    [Test]
    public async Task Reckon_WhenThereAreMorePeople_TakesAsManyStatements()
    {
        var programme = await Given.Programme();
        await Closed(programme);
        var one = await Reckon(programme);
        await Closed(programme);
        await Closed(programme);

        var three = await Reckon(programme);

        Assert.That((one.Draft.Payments.Count, three.Draft.Payments.Count), Is.EqualTo((1, 3)));
        Assert.That(three.Statements, Is.EqualTo(one.Statements));
        Assert.That(three.Draft.Cents, Is.EqualTo(3 * 400_00));
    }

    [Test]
    public async Task Reckon_WhenTheHoursWereAmendedAfterwards_TheMonthIsReckonedByTheWeekOfThen()
    {
        var programme = await Given.Programme();
        Clock.Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var (person, forCase) = await Given.Case();
        var internship = await Given.ActiveInternship(forCase, await Given.Host(), proposal => Given.Paid(proposal) with { AllowanceCents = 50000 });
        await Given.Assigned(internship, programme);
        await Given.Account(person);
        Clock.Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        await Given.ClosedRegister(internship, "2026-12");
        var before = (await Reckon(programme)).Draft;
        var read = await As(Role.Educator).Get($"internships/{internship}").Expect(200);
        await As(Role.Educator).Post($"internships/{internship}/amendments", new
        {
            effectiveOn = "2027-01-04", weeklyHours = 35, hostTutor = "Paola Neri", promoterTutorId = read["promoterTutorId"]!.ToString(), reason = "Più ore",
        }, ("If-Match", $"\"{read.Version}\"")).Expect(204);

        var after = (await Reckon(programme)).Draft;

        Assert.That(after.Cents, Is.EqualTo(before.Cents).And.EqualTo(400_00), "five hours of seven a day would not have been enough");
        Assert.That(after.Payments.Single().Items.Single().PlannedMinutes, Is.EqualTo(before.Payments.Single().Items.Single().PlannedMinutes));
    }

    [Test]
    public async Task Reckon_WhenDaysAreSuspended_NeitherTheyNorTheirHoursCount()
    {
        var programme = await Given.Programme();
        await Closed(programme, "2026-12-01", "2026-12-15");
        await Closed(programme);

        var (draft, _) = await Reckon(programme);

        var item = draft.Payments.Select(payment => payment.Items.Single()).MinBy(item => item.Cents)!;
        Assert.That(item.Cents, Is.EqualTo(206_45), "sixteen days of thirty-one");
        Assert.That((item.WorkedMinutes, item.PlannedMinutes), Is.EqualTo((11 * 300, 11 * 300)), "the hours of the first fifteen days are left out on both sides");
        Assert.That(draft.Payments.Max(payment => payment.Items.Single().Cents), Is.EqualTo(400_00), "the other's month is whole");
    }
}
