using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Approves the minutes that were read: from then on meeting, attendance and minutes never change.</summary>
internal sealed record ApproveMinutes(Guid TableId, Guid Id, int Version) : ICommand<Meeting>;

internal static class ApproveMinutesEndpoint
{
    public static void MapApproveMinutes(this IEndpointRouteBuilder tables) => tables
        .MapPost("/{workingTableId:guid}/meetings/{meetingId:guid}/approval", Handle)
        .WithName("approveMinutes")
        .WithSummary("Approve the minutes of a meeting")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<Meeting>> Handle(Guid workingTableId, Guid meetingId, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new ApproveMinutes(workingTableId, meetingId, match.Version), ct));
}

internal sealed class ApproveMinutesHandler(IDbSession db, MeetingBook meetings, IMediator mediator, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ApproveMinutes, Meeting>
{
    private const string Approve = """
        update company_network_meeting
        set    version = version + 1, approved_at = @At, approved_by_name = @ByName, updated_at = @At
        where  id = @Id and version = @Version and approved_at is null
        """;

    public async Task<Meeting> Handle(ApproveMinutes request, CancellationToken cancellationToken)
    {
        var known = await meetings.FindAsync(request.TableId, request.Id, cancellationToken);
        ApprovedMinutesStayAsTheyAre.Check(known.ApprovedAt);
        CancelledMeetingIsNotHeld.Check(known.CancelledAt);
        OnlyWrittenMinutesAreApproved.Check(known.Minutes);
        audit.Changes("meeting", request.Id);
        if (await db.ExecuteAsync(Approve, new { request.Id, request.Version, At = clock.GetUtcNow(), ByName = user.DisplayName }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        return await mediator.Send(new GetMeeting(request.TableId, request.Id), cancellationToken);
    }
}
