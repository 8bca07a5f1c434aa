using FluentValidation;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Moves a meeting or rewrites its agenda, as long as its minutes are not approved.</summary>
internal sealed record UpdateMeeting(Guid TableId, Guid Id, int Version, MeetingData Meeting) : ICommand<Meeting>;

internal static class UpdateMeetingEndpoint
{
    public static void MapUpdateMeeting(this IEndpointRouteBuilder tables) => tables
        .MapPut("/{workingTableId:guid}/meetings/{meetingId:guid}", Handle)
        .WithName("updateMeeting")
        .WithSummary("Move a meeting or rewrite its agenda")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<Meeting>> Handle(Guid workingTableId, Guid meetingId, MeetingData body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new UpdateMeeting(workingTableId, meetingId, match.Version, body), ct));
}

internal sealed class UpdateMeetingValidator : AbstractValidator<UpdateMeeting>
{
    public UpdateMeetingValidator(TimeProvider clock) => RuleFor(request => request).Custom((request, context) => MeetingDataValidator.Check(request.Meeting, clock.Today(), context.AddFailure));
}

internal sealed class UpdateMeetingHandler(IDbSession db, MeetingBook meetings, IMediator mediator, IAuditTrail audit, TimeProvider clock) : IRequestHandler<UpdateMeeting, Meeting>
{
    private const string Update = """
        update company_network_meeting
        set    version = version + 1, held_on = @Day, starts_at = @StartsAt, ends_at = @EndsAt, place = @Place, updated_at = @At
        where  id = @Id and version = @Version
        """;

    public async Task<Meeting> Handle(UpdateMeeting request, CancellationToken cancellationToken)
    {
        var known = await meetings.FindAsync(request.TableId, request.Id, cancellationToken);
        ApprovedMinutesStayAsTheyAre.Check(known.ApprovedAt);
        CancelledMeetingIsNotHeld.Check(known.CancelledAt);
        var meeting = request.Meeting.Tidy();
        if (known.Minutes is not null)
        {
            MinutesAreOfAMeetingThatWasHeld.Check(meeting.Day, clock.Today());
        }

        audit.Changes("meeting", request.Id);
        if (await db.ExecuteAsync(Update, new { request.Id, request.Version, meeting.Day, meeting.StartsAt, meeting.EndsAt, meeting.Place, At = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await meetings.WriteAgendaAsync(request.Id, meeting.Agenda!, cancellationToken);
        return await mediator.Send(new GetMeeting(request.TableId, request.Id), cancellationToken);
    }
}
