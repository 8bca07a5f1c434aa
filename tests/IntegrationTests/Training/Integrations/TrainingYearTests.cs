using InclusionPlatform.IntegrationTests.Today;
using InclusionPlatform.Training.Contracts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Training.Integrations;

[TestFixtureSource(typeof(Engines))]
internal sealed class TrainingYearTests(Engine engine) : SliceTests(engine)
{
    private Task<TrainingYear> Count(int year) => InScope(services => services.GetRequiredService<IMediator>().Send(new CountTraining(year)));

    [Test]
    public async Task CountTraining_WhenLessonsWereHeld_CountsOnlyThatYear()
    {
        var withJob = await Given.Edition(state: "running", job: new { employer = "Bar Inventato", positions = 2 });
        var plain = await Given.Edition(state: "running");
        await Given.Edition();
        foreach (var edition in new[] { withJob, plain })
        {
            var session = await Given.Session(edition);
            await Given.Session(edition, "2026-12-01");
            await As(Role.Trainer).Put($"course-editions/{edition}/sessions/{session}/attendance", new { present = Array.Empty<Guid>() }).Expect(204);
        }

        var hired = await Given.ConfirmedParticipant(withJob);
        await Given.ConfirmedParticipant(plain);
        await Given.Participant(plain);
        await As(Role.Trainer).Put($"enrolments/{hired}/outcome", new { hiredOn = "2026-11-23", employer = "Bar Inventato" }).Expect(204);

        Assert.That(await Count(2026), Is.EqualTo(new TrainingYear(2, 1, 480, 2, 1)));
        Assert.That(await Count(2025), Is.EqualTo(new TrainingYear(0, 0, 0, 0, 0)));
        await Given.ChangedEdition(plain, form => form["state"] = "cancelled");
        Assert.That(await Count(2026), Is.EqualTo(new TrainingYear(1, 1, 240, 1, 1)), "a cancelled edition is no course, whatever was held of it");
    }

    [Test]
    public async Task Today_WhenWorkWaits_TellsTheTrainerWithCountersThatAgreeWithTheirLists()
    {
        var starting = await Given.Edition(startsOn: "2026-11-27");
        var unwritten = await Given.Edition(state: "running");
        await Given.Session(unwritten, "2026-11-20");
        var free = await Given.Edition(places: 1);
        var (first, _) = (await Given.ConfirmedParticipant(free), await Given.Participant(free));
        await As(Role.Trainer).Post($"enrolments/{first}/withdrawal").Expect(204);
        var over = await Given.Edition(state: "running", startsOn: "2026-10-01", endsOn: "2026-11-20");
        await Given.ConfirmedParticipant(over);
        Assert.That((await Given.ChangedEdition(over, form => form["state"] = "ended")).Status, Is.EqualTo(204));
        await Given.Edition(withTrainer: false, startsOn: "2026-11-27");

        var today = await As(Role.Trainer).Get("today").Expect(200);

        var counters = today["counters"]!.AsArray().Select(counter => counter!).ToDictionary(counter => counter["kind"]!.ToString());
        Assert.That(counters.Keys, Is.EquivalentTo(new[] { "training.edition-starts", "training.attendance-missing", "training.places-free", "training.outcomes-missing" }));
        Assert.That(counters["training.attendance-missing"]["urgency"]!.ToString(), Is.EqualTo("late"));
        foreach (var (kind, edition) in new[] { ("training.edition-starts", starting), ("training.attendance-missing", unwritten), ("training.places-free", free), ("training.outcomes-missing", over) })
        {
            var query = counters[kind]["link"]!.ToString().Split('?')[1];
            Assert.That((await As(Role.Trainer).Get($"course-editions?{query}").Expect(200)).Ids, Is.EqualTo(new[] { edition }), kind);
        }

        Assert.That((await As(Role.Coordinator).Get("today").Expect(200)).Text, Does.Not.Contain("training."));
        await CounterLists.ThatAgreeForEveryRole(SignIn);
    }
}
