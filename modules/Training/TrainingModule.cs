using InclusionPlatform.Shared.Calendar;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Training.Access;
using InclusionPlatform.Training.Courses;
using InclusionPlatform.Training.Editions;
using InclusionPlatform.Training.Enrolments;
using InclusionPlatform.Training.Integrations;
using InclusionPlatform.Training.Sessions;

namespace InclusionPlatform.Training;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class TrainingModule
{
    internal const string Read = "training:read";
    internal const string Write = "training:write";

    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddTraining(this IServiceCollection services)
    {
        FieldLabels.Add(
            ("title", "Titolo", "Title"),
            ("topic", "Argomento", "Topic"),
            ("description", "Descrizione", "Description"),
            ("plannedHours", "Ore previste", "Planned hours"),
            ("certificate", "Attestato", "Certificate"),
            ("courseId", "Corso", "Course"),
            ("code", "Codice", "Code"),
            ("trainerId", "Formatore", "Trainer"),
            ("municipality", "Comune", "Municipality"),
            ("address", "Indirizzo", "Address"),
            ("startsOn", "Primo giorno", "First day"),
            ("endsOn", "Ultimo giorno", "Last day"),
            ("places", "Posti", "Places"),
            ("guaranteedJob", "Lavoro garantito", "Guaranteed job"),
            ("employer", "Datore di lavoro", "Employer"),
            ("positions", "Posizioni", "Positions"),
            ("programme", "Programma", "Programme"),
            ("state", "Stato", "State"),
            ("due", "Cosa manca", "What is due"),
            ("day", "Giorno", "Day"),
            ("from", "Dalle", "From"),
            ("to", "Alle", "To"),
            ("present", "Presenti", "Present"),
            ("enrolments", "Partecipanti scelti", "Chosen participants"),
            ("surname", "Cognome", "Surname"),
            ("birthDate", "Data di nascita", "Date of birth"),
            ("taxCode", "Codice fiscale", "Tax code"),
            ("phone", "Telefono", "Phone"),
            ("hiredOn", "Giorno dell'assunzione", "Day of hiring"));
        services.AddRights(
            new Right(Read, new("Vedere corsi ed edizioni", "See courses and editions"), false, Role.Trainer, Role.Coordinator, Role.Educator),
            new Right(Write, new("Gestire corsi, lezioni e iscrizioni", "Run courses, lessons and enrolments"), false, Role.Trainer, Role.Coordinator));
        services.AddScoped<EditionAccess>();
        services.AddScoped<EditionPayer>();
        services.AddScoped<IDueWorkSource, TrainingDueWork>();
        services.AddScoped<ICalendarSource, LessonCalendar>();
        services.AddScoped<ISearchSource, TrainingSearch>();
        return services.AddSlicesOf(typeof(TrainingModule).Assembly);
    }

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapTraining(this IEndpointRouteBuilder api)
    {
        var training = api.MapGroup("").WithTags("Training");
        training.MapListTrainers();
        training.MapListTrainingProgrammes();

        var courses = training.MapGroup("/courses");
        courses.MapListCourses();
        courses.MapCreateCourse();
        courses.MapGetCourse();
        courses.MapChangeCourse();

        var editions = training.MapGroup("/course-editions");
        editions.MapListEditions();
        editions.MapCreateEdition();
        editions.MapGetEdition();
        editions.MapChangeEdition();
        editions.MapListSessions();
        editions.MapAddSession();
        editions.MapRemoveSession();
        editions.MapGetAttendance();
        editions.MapRecordAttendance();
        editions.MapListEnrolments();
        editions.MapEnrol();
        editions.MapCompleteEnrolments();

        var enrolments = training.MapGroup("/enrolments");
        enrolments.MapConfirmEnrolment();
        enrolments.MapWithdrawEnrolment();
        enrolments.MapCompleteEnrolment();
        enrolments.MapRecordOutcome();
    }
}
