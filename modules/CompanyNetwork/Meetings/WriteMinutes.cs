using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Writes what was said and who was there; a draft until it is approved.</summary>
/// <param name="TableId">The table.</param>
/// <param name="Id">The meeting.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Minutes">What was said.</param>
/// <param name="Attendance">Every body of which it is known whether it was there; replaces what was written.</param>
internal sealed record WriteMinutes(Guid TableId, Guid Id, int Version, string Minutes, IReadOnlyList<MarkedAttendance> Attendance) : ICommand<Meeting>;

/// <param name="PersonId">Id of the person who was there for the body; null if nobody is named.</param>
internal sealed record MarkedAttendance(Guid BodyId, Guid? PersonId, AttendanceState State);

internal static class WriteMinutesEndpoint
{
    /// <param name="Minutes">What was said; it stays a draft until it is approved.</param>
    /// <param name="Attendance">Every body of which it is known whether it was there; replaces what was written.</param>
    internal sealed record MinutesBody(string Minutes, IReadOnlyList<MarkedAttendance>? Attendance);

    public static void MapWriteMinutes(this IEndpointRouteBuilder tables) => tables
        .MapPut("/{workingTableId:guid}/meetings/{meetingId:guid}/minutes", Handle)
        .WithName("writeMinutes")
        .WithSummary("Write the minutes of a meeting and who was there")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<Meeting>> Handle(Guid workingTableId, Guid meetingId, MinutesBody body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new WriteMinutes(workingTableId, meetingId, match.Version, body.Minutes, body.Attendance ?? []), ct));
}

internal sealed class WriteMinutesValidator : AbstractValidator<WriteMinutes>
{
    public WriteMinutesValidator()
    {
        RuleFor(request => request.Minutes).NotEmpty().MaximumLength(20_000);
        RuleFor(request => request.Attendance).Must(attendance => attendance.Count <= 200 && attendance.All(one => Enum.IsDefined(one.State)) && attendance.DistinctBy(one => one.BodyId).Count() == attendance.Count)
            .WithErrorCode("meeting.attendance").WithMessage(_ => new Words("Ogni ente si segna una volta sola.", "Each body is marked only once.").ToString());
    }
}

internal sealed class WriteMinutesHandler(IDbSession db, MeetingBook meetings, IMediator mediator, IAuditTrail audit, TimeProvider clock) : IRequestHandler<WriteMinutes, Meeting>
{
    private const string Update = "update company_network_meeting set version = version + 1, minutes = @Minutes, updated_at = @At where id = @Id and version = @Version";

    private const string DeleteAttendance = "delete from company_network_meeting_attendance where meeting_id = @Id";

    private const string SelectBodies = $"select id from company_network_partner_body where id in {Batches.Keys}";

    private const string SelectPeople = $"select id as Id, body_id as BodyId from company_network_body_person where id in {Batches.Keys}";

    private const string InsertAttendance = "insert into company_network_meeting_attendance (meeting_id, body_id, person_id, state) values (@Id, @BodyId, @PersonId, @State)";

    public async Task<Meeting> Handle(WriteMinutes request, CancellationToken cancellationToken)
    {
        var known = await meetings.FindAsync(request.TableId, request.Id, cancellationToken);
        ApprovedMinutesStayAsTheyAre.Check(known.ApprovedAt);
        CancelledMeetingIsNotHeld.Check(known.CancelledAt);
        MinutesAreOfAMeetingThatWasHeld.Check(known.Day, clock.Today());
        await RequireKnownAsync(request.Attendance, cancellationToken);
        audit.Changes("meeting", request.Id);
        if (await db.ExecuteAsync(Update, new { request.Id, request.Version, Minutes = request.Minutes.Trim(), At = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(DeleteAttendance, new { request.Id }, cancellationToken);
        if (request.Attendance.Count > 0)
        {
            await db.ExecuteAsync(InsertAttendance, request.Attendance.Select(one => new { request.Id, one.BodyId, one.PersonId, State = one.State.Code() }).ToArray(), cancellationToken);
        }

        return await mediator.Send(new GetMeeting(request.TableId, request.Id), cancellationToken);
    }

    private async Task RequireKnownAsync(IReadOnlyList<MarkedAttendance> attendance, CancellationToken ct)
    {
        var bodies = (await db.QueryInBatchesAsync<Guid, Guid>(SelectBodies, attendance.Select(one => one.BodyId), null, ct)).ToHashSet();
        var people = (await db.QueryInBatchesAsync<Guid, Person>(SelectPeople, attendance.Select(one => one.PersonId).OfType<Guid>(), null, ct)).DistinctBy(person => person.Id).ToDictionary(person => person.Id, person => person.BodyId);
        if (attendance.Any(one => !bodies.Contains(one.BodyId) || (one.PersonId is { } person && people.GetValueOrDefault(person) != one.BodyId)))
        {
            throw new FieldException("attendance", "meeting.attendance", new(
                "Tra i presenti c'è un ente che non è nella rete o una persona che non è dell'ente: ricaricare la pagina e riprovare.",
                "Among those present is a body that is not in the network or a person who is not of the body: reload the page and try again."));
        }
    }

    private sealed record Person(Guid Id, Guid BodyId);
}
