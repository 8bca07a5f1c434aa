using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Calls a meeting off: it stays in the list and in people's calendars, as cancelled.</summary>
internal sealed record CancelMeeting(Guid TableId, Guid Id) : ICommand;

internal static class CancelMeetingEndpoint
{
    public static void MapCancelMeeting(this IEndpointRouteBuilder tables) => tables
        .MapPost("/{workingTableId:guid}/meetings/{meetingId:guid}/cancellation", Handle)
        .WithName("cancelMeeting")
        .WithSummary("Call a meeting off")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<NoContent> Handle(Guid workingTableId, Guid meetingId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CancelMeeting(workingTableId, meetingId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CancelMeetingHandler(IDbSession db, MeetingBook meetings, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CancelMeeting, Unit>
{
    private const string Cancel = """
        update company_network_meeting
        set    version = version + 1, cancelled_at = @At, updated_at = @At
        where  id = @Id and approved_at is null and cancelled_at is null
        """;

    public async Task<Unit> Handle(CancelMeeting request, CancellationToken cancellationToken)
    {
        var known = await meetings.FindAsync(request.TableId, request.Id, cancellationToken);
        ApprovedMinutesStayAsTheyAre.Check(known.ApprovedAt);
        CancelledMeetingIsNotHeld.Check(known.CancelledAt);
        audit.Changes("meeting", request.Id);
        return await db.ExecuteAsync(Cancel, new { request.Id, At = clock.GetUtcNow() }, cancellationToken) == 1 ? Unit.Value : throw new StaleVersionException();
    }
}
