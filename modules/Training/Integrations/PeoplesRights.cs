using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Training.Enrolments;
using MediatR;

namespace InclusionPlatform.Training.Integrations;

/// <summary>Whoever was made anonymous still counts among the participants; names, contacts and employer go, and nobody can be recognised by the key.</summary>
internal sealed class PersonBecomesAnonymous(IDbSession db, IFieldCipher cipher) : INotificationHandler<PersonAnonymised>
{
    private const string Select = $"select id from training_enrolment where case_id in {Batches.Keys}";

    private const string Blank = "update training_enrolment set person = @Nobody, person_key = @Key, employer = null, version = version + 1 where id = @Id";

    public async Task Handle(PersonAnonymised notification, CancellationToken cancellationToken)
    {
        foreach (var id in await db.QueryInBatchesAsync<Guid, Guid>(Select, notification.CaseIds, null, cancellationToken))
        {
            await db.ExecuteAsync(Blank, new { Id = id, Nobody = new Person("–", null, null, null, null).Sealed(cipher), Key = $"{Guid.NewGuid():N}{Guid.NewGuid():N}" }, cancellationToken);
        }
    }
}

/// <summary>Courses in the copy of who attended them.</summary>
internal sealed class CoursesAreCopied(IDbSession db, IFieldCipher cipher) : INotificationHandler<PersonCopyAsked>
{
    private const string Select = $"""
        select c.title as Course, n.person as Person, n.state as State, n.passed as Passed, n.hired_on as HiredOn, n.employer as Employer, n.enrolled_at as EnrolledAt
        from   training_enrolment n
        join   training_course_edition d on d.id = n.edition_id
        join   training_course c on c.id = d.course_id
        where  n.case_id in {Batches.Keys}
        """;

    public async Task Handle(PersonCopyAsked notification, CancellationToken cancellationToken) => notification.Copy.Add(
        "courses",
        new("Corsi", "Courses"),
        (await db.QueryInBatchesAsync<Guid, Row>(Select, notification.CaseIds, null, cancellationToken)).Select(row => new
        {
            row.Course, Person = Person.Open(cipher, row.Person), row.State, row.Passed, row.HiredOn, row.Employer, row.EnrolledAt,
        }),
        Words);

    internal static CopyGlossary Words { get; } = new(
        [
            ("course", "Corso"), ("person", "Dati dati all'iscrizione"), ("displayName", "Nome e cognome"), ("state", "Stato"), ("passed", "Superato"), ("hiredOn", "Assunzione del"), ("employer", "Datore di lavoro"),
            ("enrolledAt", "Iscrizione del"),
        ],
        [("enrolled", "iscrizione da confermare"), ("confirmed", "iscrizione confermata"), ("waiting", "in lista d'attesa"), ("withdrawn", "ritirata"), ("completed", "corso concluso")]);

    private sealed record Row(string Course, string Person, string State, bool? Passed, DateOnly? HiredOn, string? Employer, DateTimeOffset EnrolledAt);
}
