using System.Text.Json.Nodes;

namespace InclusionPlatform.IntegrationTests;

/// <summary>Courses, editions, lessons and participants.</summary>
internal sealed partial class Given
{
    public static object CourseForm(string title = "Sicurezza sul lavoro", string topic = "workplaceSafety") =>
        new { title, topic, description = "Formazione generale e specifica", plannedHours = 16, certificate = "Attestato di frequenza" };

    public async Task<Guid> Course(string title = "Sicurezza sul lavoro") => (await (await As(Role.Coordinator)).Post("courses", CourseForm(title)).Expect(201)).Id;

    public static object EditionForm(Guid course, Guid? trainer = null, int places = 20, string? code = null, string state = "enrolling", string startsOn = "2026-11-20", string endsOn = "2026-12-18", object? job = null) => new
    {
        courseId = course,
        code = code ?? $"ED-{Guid.NewGuid().ToString("N")[..8]}",
        trainerId = trainer,
        municipality = "San Benedetto del Tronto (AP)",
        address = "Via delle Prove 1",
        startsOn,
        endsOn,
        places,
        guaranteedJob = job,
        programme = "Prova",
        state,
    };

    /// <summary>An edition of a new course, enrolling from last Friday to before Christmas, run by the trainer's account.</summary>
    public async Task<Guid> Edition(int places = 20, string state = "enrolling", bool withTrainer = true, string startsOn = "2026-11-20", string endsOn = "2026-12-18", object? job = null)
    {
        var coordinator = await As(Role.Coordinator);
        var trainer = withTrainer ? await TrainerId() : (Guid?)null;
        return (await coordinator.Post("course-editions", EditionForm(await Course(), trainer, places, state: state, startsOn: startsOn, endsOn: endsOn, job: job)).Expect(201)).Id;
    }

    /// <summary>Account of the trainer of the test database.</summary>
    public async Task<Guid> TrainerId() => (await (await As(Role.Trainer)).Get("auth/me").Expect(200)).Id;

    public async Task<Guid> Session(Guid edition, string day = "2026-11-23", string from = "09:00", string to = "13:00") =>
        (await (await As(Role.Coordinator)).Post($"course-editions/{edition}/sessions", new { day, from, to }).Expect(201)).Id;

    /// <summary>Somebody from outside, enrolled.</summary>
    public async Task<Guid> Participant(Guid edition, string surname = "Rossi", string? name = null) =>
        (await (await As(Role.Coordinator)).Post($"course-editions/{edition}/enrolments", new { surname, name = name ?? $"Prova {Letters()}" }).Expect(201)).Id;

    public async Task<Guid> ConfirmedParticipant(Guid edition, string surname = "Rossi")
    {
        var enrolment = await Participant(edition, surname);
        await (await As(Role.Coordinator)).Post($"enrolments/{enrolment}/confirmation").Expect(204);
        return enrolment;
    }

    /// <summary>Changes single fields of an edition, as the form does.</summary>
    public async Task<Reply> ChangedEdition(Guid edition, ApiUser by, Action<JsonObject> change)
    {
        var now = await by.Get($"course-editions/{edition}").Expect(200);
        var form = new JsonObject
        {
            ["code"] = now["code"]!.DeepClone(), ["trainerId"] = now["trainerId"]?.DeepClone(), ["municipality"] = now["place"]!["municipalityIstat"]!.DeepClone(),
            ["startsOn"] = now["startsOn"]!.DeepClone(), ["endsOn"] = now["endsOn"]!.DeepClone(), ["places"] = now["places"]!.DeepClone(), ["state"] = now["state"]!.DeepClone(),
        };
        change(form);
        return await by.Put($"course-editions/{edition}", form, now.Version);
    }

    public Task<Reply> ChangedEdition(Guid edition, Action<JsonObject> change) => As(Role.Coordinator).ContinueWith(user => ChangedEdition(edition, user.Result, change), TaskScheduler.Default).Unwrap();

    private static string Letters() => string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiLetter));
}
