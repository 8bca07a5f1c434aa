using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Training.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Training.Enrolments;

/// <summary>Who takes part, as far as whoever asks may know it.</summary>
internal sealed record ListEnrolments(Guid EditionId) : IQuery<Page<Enrolment>>;

internal static class ListEnrolmentsEndpoint
{
    public static void MapListEnrolments(this IEndpointRouteBuilder editions) => editions
        .MapGet("/{editionId:guid}/enrolments", Handle)
        .WithName("listEnrolments")
        .WithSummary("List who takes part in an edition")
        .WithDescription("The edition's trainer sees the names of all, whoever follows a case that one; coordinators all, but of a person whose case they may not see only that the place is taken. All in one page: an edition has a few tens of participants.")
        .RequireRight(TrainingModule.Read);

    private static async Task<Ok<Page<Enrolment>>> Handle(Guid editionId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListEnrolments(editionId), ct));
}

internal sealed class ListEnrolmentsHandler(IDbSession db, IMediator mediator, EditionAccess access, IFieldCipher cipher, IAuditTrail audit) : IRequestHandler<ListEnrolments, Page<Enrolment>>
{
    private const string Select = """
        select n.id as Id, n.case_id as CaseId, n.person as Person, n.state as State, n.enrolled_at as EnrolledAt, n.passed as Passed, n.hired_on as HiredOn,
               n.employer as Employer, n.outcome_at as OutcomeAt,
               (select coalesce(sum(s.to_minute - s.from_minute), 0)
                from   training_attendance a
                join   training_session s on s.id = a.session_id
                where  a.enrolment_id = n.id) as AttendedMinutes
        from   training_enrolment n
        where  n.edition_id = @EditionId
        order by n.enrolled_at, n.id
        """;

    private static readonly StringComparer ByName = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("it-IT"), ignoreCase: true);

    private static readonly Words Reserved = new("Persona riservata {0}", "Reserved person {0}");

    public async Task<Page<Enrolment>> Handle(ListEnrolments request, CancellationToken cancellationToken)
    {
        var (runs, teaches) = await access.StandingAsync(request.EditionId, cancellationToken);
        var rows = await db.QueryAsync<Row>(Select, new { request.EditionId }, cancellationToken);
        var visibleCases = (await mediator.Send(new ListVisibleCases([.. rows.Select(row => row.CaseId).OfType<Guid>()]), cancellationToken)).ToDictionary(visible => visible.CaseId, visible => visible.InFull);

        var position = 0;
        var reserved = 0;
        var seen = new List<Enrolment>();
        foreach (var row in rows)
        {
            int? waiting = row.State == EnrolmentState.Waiting ? ++position : null;
            var inFull = false;
            var isOwnCase = row.CaseId is { } caseId && visibleCases.TryGetValue(caseId, out inFull);
            var isHidden = row.CaseId is not null && !isOwnCase && !teaches;
            reserved += isHidden ? 1 : 0;
            if (runs || isOwnCase)
            {
                seen.Add(isHidden ? Hidden(row, waiting, reserved) : Of(row, waiting, isOwnCase, row.CaseId is null || inFull));
            }
        }

        foreach (var enrolment in seen)
        {
            audit.Reads("enrolment", enrolment.Id, "list-participants");
        }

        return new([.. seen.OrderBy(enrolment => enrolment.DisplayName, ByName)], null, seen.Count);
    }

    /// <summary>Somebody whom the coordinator may not see: that a place is taken, and nothing by which they are recognised.</summary>
    private static Enrolment Hidden(Row row, int? waiting, int number) => new(
        row.Id, Reserved.With(number).ToString(), null, null, null, null, row.State, waiting, row.EnrolledAt, row.AttendedMinutes, row.Passed, null, null, row.OutcomeAt);

    private Enrolment Of(Row row, int? waiting, bool isOwnCase, bool inFull)
    {
        var person = Person.Open(cipher, row.Person);
        var contacts = access.SeesContacts && inFull;
        return new(
            row.Id, person.DisplayName, isOwnCase ? row.CaseId : null, contacts ? person.BirthDate : null, contacts ? person.Phone : null, contacts ? person.Email : null, row.State, waiting,
            row.EnrolledAt, row.AttendedMinutes, row.Passed, row.HiredOn, row.Employer, row.OutcomeAt);
    }

    private sealed record Row(
        Guid Id, Guid? CaseId, string Person, EnrolmentState State, DateTimeOffset EnrolledAt, bool? Passed, DateOnly? HiredOn, string? Employer, DateTimeOffset? OutcomeAt, int AttendedMinutes);
}
