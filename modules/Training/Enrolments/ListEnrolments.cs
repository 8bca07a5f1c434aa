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
        .WithDescription("Coordinators and the edition's trainer see everybody, whoever follows a case that one. All in one page: an edition has a few tens of participants.")
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

    public async Task<Page<Enrolment>> Handle(ListEnrolments request, CancellationToken cancellationToken)
    {
        var runs = await access.RunsAsync(request.EditionId, cancellationToken);
        var rows = await db.QueryAsync<Row>(Select, new { request.EditionId }, cancellationToken);
        var visibleCases = (await mediator.Send(new ListVisibleCases([.. rows.Select(row => row.CaseId).OfType<Guid>()]), cancellationToken)).Select(visible => visible.CaseId).ToHashSet();

        var position = 0;
        var seen = new List<Enrolment>();
        foreach (var row in rows)
        {
            int? waiting = row.State == EnrolmentState.Waiting ? ++position : null;
            var isOwnCase = row.CaseId is { } caseId && visibleCases.Contains(caseId);
            if (runs || isOwnCase)
            {
                seen.Add(Of(row, waiting, isOwnCase));
            }
        }

        foreach (var enrolment in seen)
        {
            audit.Reads("enrolment", enrolment.Id, "list-participants");
        }

        return new([.. seen.OrderBy(enrolment => enrolment.DisplayName, ByName)], null, seen.Count);
    }

    private Enrolment Of(Row row, int? waiting, bool isOwnCase)
    {
        var person = Person.Open(cipher, row.Person);
        var contacts = access.SeesContacts;
        return new(
            row.Id, person.DisplayName, isOwnCase ? row.CaseId : null, contacts ? person.BirthDate : null, contacts ? person.Phone : null, contacts ? person.Email : null, row.State, waiting,
            row.EnrolledAt, row.AttendedMinutes, row.Passed, row.HiredOn, row.Employer, row.OutcomeAt);
    }

    private sealed record Row(
        Guid Id, Guid? CaseId, string Person, EnrolmentState State, DateTimeOffset EnrolledAt, bool? Passed, DateOnly? HiredOn, string? Employer, DateTimeOffset? OutcomeAt, int AttendedMinutes);
}
