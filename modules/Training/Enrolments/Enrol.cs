using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Training.Access;
using InclusionPlatform.Training.Editions;
using InclusionPlatform.Training.Enrolments.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>Enrols somebody from outside, or a beneficiary by the case.</summary>
internal sealed record Enrol(
    Guid EditionId, Guid? CaseId, string? Surname, string? Name, DateOnly? BirthDate, string? TaxCode, string? Phone, string? Email, bool IsSomebodyElse = false) : ICommand<Enrolled>;

/// <summary>What became of the wish.</summary>
/// <param name="Id">The enrolment.</param>
/// <param name="State">Enrolled, or waiting when all places are asked for.</param>
/// <param name="WaitingPosition">Place on the waiting list, from 1.</param>
internal sealed record Enrolled(Guid Id, EnrolmentState State, int? WaitingPosition);

internal static class EnrolEndpoint
{
    /// <param name="CaseId">The case of a beneficiary; else who it is.</param>
    /// <param name="Surname">Surname.</param>
    /// <param name="Name">Name.</param>
    /// <param name="BirthDate">Date of birth.</param>
    /// <param name="TaxCode">Tax code.</param>
    /// <param name="Phone">Phone.</param>
    /// <param name="Email">Address.</param>
    /// <param name="IsSomebodyElse">Whoever enrols has checked that this is not the person of the same name who is enrolled already.</param>
    internal sealed record EnrolmentBody(Guid? CaseId, string? Surname, string? Name, DateOnly? BirthDate, string? TaxCode, string? Phone, string? Email, bool? IsSomebodyElse = null);

    // Read is enough to get here: whoever follows a case may enrol it, and nobody else without the right to write.
    public static void MapEnrol(this IEndpointRouteBuilder editions) => editions
        .MapPost("/{editionId:guid}/enrolments", Handle)
        .WithName("enrol")
        .WithSummary("Enrol somebody in an edition")
        .RequireRight(TrainingModule.Read);

    private static async Task<Created<Enrolled>> Handle(Guid editionId, EnrolmentBody body, IMediator mediator, CancellationToken ct)
    {
        var enrolled = await mediator.Send(new Enrol(editionId, body.CaseId, body.Surname, body.Name, body.BirthDate, body.TaxCode, body.Phone, body.Email, body.IsSomebodyElse ?? false), ct);
        return TypedResults.Created($"/api/v1/enrolments/{enrolled.Id}", enrolled);
    }
}

internal sealed class EnrolHandler(
    IDbSession db, IMediator mediator, ICurrentUser user, EditionAccess access, IFieldCipher cipher, IKeyedHash hash, IAuditTrail audit, TimeProvider clock) : IRequestHandler<Enrol, Enrolled>
{
    // Changes nothing but takes the row: two wishes at the same instant see each other, so the waiting list begins where it should.
    private const string Take = "update training_course_edition set places_taken = places_taken where id = @EditionId";

    private const string SelectEdition = """
        select e.state as State, e.trainer_id as TrainerId, e.places as Places,
               (select count(*) from training_enrolment n where n.edition_id = e.id and n.state in ('enrolled', 'confirmed', 'completed')) as Asked,
               (select count(*) from training_enrolment n where n.edition_id = e.id and n.state = 'waiting') as Waiting
        from   training_course_edition e
        where  e.id = @EditionId
        """;

    // As many as the edition has places and people who wait.
    private const string SelectPeople = """
        select person as Person, person_key as [Key]
        from   training_enrolment
        where  edition_id = @EditionId and state <> 'withdrawn'
        """;

    private const string Insert = """
        insert into training_enrolment (id, edition_id, case_id, person, person_key, state, passed, hired_on, employer, outcome_at, enrolled_at, version)
        values (@Id, @EditionId, @CaseId, @Person, @Key, @State, null, null, null, null, @Now, 1)
        """;

    public async Task<Enrolled> Handle(Enrol form, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Take, new { form.EditionId }, cancellationToken);
        var edition = await db.FindAsync<Open>(SelectEdition, new { form.EditionId }, cancellationToken) ?? throw new NotFoundException("course-edition");
        EditionIsOpen.Check(edition.State);

        var (person, key) = form.CaseId is { } caseId ? await OfCaseAsync(caseId, cancellationToken) : FromOutside(form, edition.TrainerId);

        if (!form.IsSomebodyElse)
        {
            var others = await db.QueryAsync<Known>(SelectPeople, new { form.EditionId }, cancellationToken);
            SamePersonIsEnrolledOnce.Check(person, key, others.Select(other => (Person.Open(cipher, other.Person), other.Key)));
        }

        // Whoever waits already comes first: a place that fell free is theirs, not the next caller's.
        var waits = edition.Asked >= edition.Places || edition.Waiting > 0;
        var now = clock.GetUtcNow();
        var enrolled = new Enrolled(Guid.CreateVersion7(now), waits ? EnrolmentState.Waiting : EnrolmentState.Enrolled, waits ? edition.Waiting + 1 : null);
        audit.Changes("enrolment", enrolled.Id);
        await db.ExecuteAsync(
            Insert,
            new { enrolled.Id, form.EditionId, form.CaseId, Person = person.Sealed(cipher), Key = key, State = enrolled.State.Code(), Now = now },
            cancellationToken,
            SamePersonIsEnrolledOnce.Already);
        return enrolled;
    }

    /// <summary>The case is found only by whoever may see it.</summary>
    private async Task<(Person, string)> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        var facts = await mediator.Send(new FindCase(caseId, StartsWork: true), ct);
        if (facts.ClosedOn is not null)
        {
            throw new RuleBrokenException("enrolment.case-closed", new(
                "Questa presa in carico è chiusa: la persona si può iscrivere come esterna.", "This case is closed: the person can be enrolled as somebody from outside."));
        }

        return (new(facts.DisplayName, facts.BirthDate, null, null, null), hash.Of("training-beneficiary", facts.BeneficiaryId.ToString()));
    }

    private (Person, string) FromOutside(Enrol form, Guid? trainerId)
    {
        if (!user.Has(TrainingModule.Write))
        {
            throw new ForbiddenException("enrolment.own-cases-only", new(
                "Con il proprio ruolo si iscrivono solo le persone che si seguono: le altre le iscrivono formatori e coordinatore.",
                "With your role you can enrol only the people you follow: trainers and the coordinator enrol the others."));
        }

        if (!access.Runs(trainerId))
        {
            throw EditionAccess.NotYours();
        }

        var person = Person.Of(form);
        return (person, person.Key(hash));
    }

    private sealed record Known(string Person, string Key);

    private sealed record Open(EditionState State, Guid? TrainerId, int Places, int Asked, int Waiting);
}

/// <summary>People enrol while enrolments are open and, late, while lessons are held.</summary>
internal static class EditionIsOpen
{
    public static void Check(EditionState state)
    {
        if (state is not (EditionState.Enrolling or EditionState.Running))
        {
            throw new RuleBrokenException("edition.not-enrolling", state == EditionState.Planned
                ? new("Le iscrizioni non sono ancora aperte: aprirle dalla scheda dell'edizione.", "Enrolment is not open yet: open it on the edition's page.")
                : new("L'edizione è conclusa o annullata: non si accettano più iscrizioni.", "The edition is over or cancelled: nobody can be enrolled any more."));
        }
    }
}
