using InclusionPlatform.Training.Access;
using InclusionPlatform.Training.Contracts;
using InclusionPlatform.Training.Editions;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>An enrolment with what its edition says, for whoever runs the edition.</summary>
internal sealed record EnrolmentAt(Guid Id, Guid EditionId, Guid? CaseId, EnrolmentState State, Guid? TrainerId, EditionState EditionState, int Places, DateOnly StartsOn, bool? Passed)
{
    private const string Columns = """
        select n.id as Id, n.edition_id as EditionId, n.case_id as CaseId, n.state as State, e.trainer_id as TrainerId, e.state as EditionState, e.places as Places, e.starts_on as StartsOn,
               n.passed as Passed
        from   training_enrolment n
        join   training_course_edition e on e.id = n.edition_id
        """;

    private const string Select = $"""
        {Columns}
        where  n.id = @Id
        """;

    private const string SelectMany = $"""
        {Columns}
        where  n.edition_id = @EditionId and n.id in {Batches.Keys}
        """;

    /// <exception cref="NotFoundException">There is no such enrolment.</exception>
    /// <exception cref="ForbiddenException">Another trainer runs the edition.</exception>
    public static async Task<EnrolmentAt> FindAsync(IDbSession db, EditionAccess access, Guid id, CancellationToken ct)
    {
        var found = await db.FindAsync<EnrolmentAt>(Select, new { Id = id }, ct) ?? throw new NotFoundException("enrolment");
        return access.Runs(found.TrainerId) ? found : throw EditionAccess.NotYours();
    }

    /// <summary>Those of these ids that are of the edition, by id. Whether whoever asks runs it is asked of the edition before.</summary>
    public static async Task<IReadOnlyDictionary<Guid, EnrolmentAt>> AllAsync(IDbSession db, Guid editionId, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        (await db.QueryInBatchesAsync<Guid, EnrolmentAt>(SelectMany, ids, new { EditionId = editionId }, ct)).ToDictionary(enrolment => enrolment.Id);

    /// <summary>Tells whoever reckons with the course, if it is of a case.</summary>
    public void Tell(IEvents events)
    {
        if (CaseId is { } caseId)
        {
            events.Publish(new PlaceInCourseChanged(caseId));
        }
    }

    public RuleBrokenException WrongState() => State switch
    {
        EnrolmentState.Withdrawn => new("enrolment.withdrawn", new(
            "La persona si è ritirata: per farla rientrare, iscriverla di nuovo.", "The person withdrew: enrol them again to let them back in.")),
        EnrolmentState.Completed => new("enrolment.completed", new(
            "La persona ha già concluso il corso.", "The person finished the course already.")),
        EnrolmentState.Confirmed => new("enrolment.confirmed", new(
            "L'iscrizione è già confermata.", "The enrolment is confirmed already.")),
        _ => new("enrolment.not-confirmed", new(
            "Prima va confermata l'iscrizione: solo chi ha un posto può concludere il corso.", "Confirm the enrolment first: only who has a place can finish the course.")),
    };
}
