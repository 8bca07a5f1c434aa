using System.Globalization;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Training.Courses;
using InclusionPlatform.Training.Editions;
using InclusionPlatform.Training.Enrolments;
using InclusionPlatform.Training.Sessions;

namespace InclusionPlatform.Demo;

/// <summary>11 courses, 4 of them with a guaranteed job, 488 hours, 98 participants, 8 hired afterwards.</summary>
internal sealed class TrainingStory(DemoStage stage, Chance chance, InventedPeople people)
{
    private const int HoursOfALesson = 4;

    private static readonly (string Title, CourseTopic Topic, int Hours, int Participants, bool Job, int Month)[] Courses =
    [
        ("Sicurezza sul lavoro, formazione generale e specifica", CourseTopic.WorkplaceSafety, 16, 10, false, 1),
        ("Igiene degli alimenti e autocontrollo", CourseTopic.Catering, 16, 12, false, 2),
        ("Uso del carrello elevatore", CourseTopic.Forklift, 12, 9, false, 3),
        ("Aiuto cuoco", CourseTopic.Catering, 60, 8, false, 4),
        ("Cameriere di sala", CourseTopic.Catering, 80, 8, true, 5),
        ("Sicurezza sul lavoro, rischio medio", CourseTopic.WorkplaceSafety, 12, 10, false, 6),
        ("Competenze digitali per cercare lavoro", CourseTopic.Digital, 40, 9, false, 9),
        ("Uso del carrello elevatore, seconda edizione", CourseTopic.Forklift, 12, 9, false, 9),
        ("Addetto alla cucina e alla mensa", CourseTopic.Catering, 100, 8, true, 9),
        ("Italiano per il lavoro", CourseTopic.Language, 40, 7, true, 10),
        ("Addetto all'assistenza di base", CourseTopic.Care, 100, 8, true, 10),
    ];

    public void Write()
    {
        for (var at = 0; at < Courses.Length; at++)
        {
            var course = Courses[at];
            var number = at + 1;
            var startsOn = new DateOnly(2024, course.Month, 8);
            stage.On(startsOn.AddDays(-30), 12, () => HoldAsync(course, number, startsOn));
        }
    }

    private async Task HoldAsync((string Title, CourseTopic Topic, int Hours, int Participants, bool Job, int Month) plan, int number, DateOnly startsOn)
    {
        var lessons = Lessons(startsOn, plan.Hours / HoursOfALesson).ToArray();
        var employer = chance.Of(["Mensa Sole", "Ristorante La Bussola", "Cooperativa sociale Il Ponte"]);
        var course = await stage.SendAsync(stage.Trainer, new CreateCourse(plan.Title, plan.Topic, null, plan.Hours, "Attestato di frequenza"));
        var edition = (await stage.SendAsync(stage.Trainer, new CreateEdition(
            course.Id, string.Create(CultureInfo.InvariantCulture, $"2024-{number:00}"), stage.Trainer.Id, people.Home().Istat!, people.Street(), lessons[0], lessons[^1], plan.Participants + 4,
            plan.Job ? new GuaranteedJob(employer, 2) : null, null, EditionState.Enrolling))).Id;
        List<Guid> enrolments = [];
        for (var participant = 0; participant < plan.Participants; participant++)
        {
            var facts = people.Next(chance.OneIn(2) ? Sex.Female : Sex.Male, 18, 62, 2024);
            stage.On(startsOn.AddDays(-chance.Between(3, 25)), 15, async () =>
            {
                var enrolled = await stage.SendAsync(stage.Trainer, new Enrol(edition, null, facts.Surname, facts.Name, facts.BirthDate, facts.TaxCode, facts.Phone, facts.Email));
                await stage.SendAsync(stage.Trainer, new ConfirmEnrolment(enrolled.Id));
                enrolments.Add(enrolled.Id);
            });
        }

        foreach (var lesson in lessons)
        {
            Guid session = default;
            stage.On(startsOn.AddDays(-2), 9, async () => session = (await stage.SendAsync(stage.Trainer, new AddSession(edition, lesson, "09:00", "13:00", null, null))).Id);
            stage.On(lesson, 14, () => stage.SendAsync(stage.Trainer, new RecordAttendance(edition, session, [.. enrolments.Where(_ => !chance.OneIn(12))])));
        }

        stage.On(lessons[0], 8, () => MoveAsync(edition, EditionState.Running));
        stage.On(lessons[^1], 17, async () =>
        {
            await MoveAsync(edition, EditionState.Ended);
            foreach (var enrolment in enrolments)
            {
                await stage.SendAsync(stage.Trainer, new CompleteEnrolment(enrolment, true));
            }
        });
        for (var hired = 0; plan.Job && hired < 2; hired++)
        {
            var at = hired;
            var on = lessons[^1].AddDays(chance.Between(5, 15));
            stage.On(on, 12, () => stage.SendAsync(stage.Trainer, new RecordOutcome(enrolments[at], on, employer)));
        }
    }

    private async Task MoveAsync(Guid id, EditionState to)
    {
        var edition = await stage.SendAsync(stage.Trainer, new GetEdition(id));
        await stage.SendAsync(stage.Trainer, new ChangeEdition(
            id, edition.Version, edition.Code, edition.TrainerId, edition.Place.MunicipalityIstat, edition.Place.Address, edition.StartsOn, edition.EndsOn, edition.Places, edition.GuaranteedJob, edition.Programme, to));
    }

    private static IEnumerable<DateOnly> Lessons(DateOnly from, int count)
    {
        for (var day = from; count > 0; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                count--;
                yield return day;
            }
        }
    }
}
