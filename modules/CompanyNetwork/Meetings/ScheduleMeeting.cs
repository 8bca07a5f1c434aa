using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Meetings;

/// <summary>Plans a meeting of a table, or records one that was held.</summary>
internal sealed record ScheduleMeeting(Guid TableId, MeetingData Meeting) : ICommand<ScheduledMeeting>;

/// <summary>The meeting, and whether its day has already passed: allowed, but worth telling.</summary>
/// <param name="IsRecordedAfterwards">It was put in when its day had already passed.</param>
internal sealed record ScheduledMeeting(Guid Id, int Version, bool IsRecordedAfterwards);

internal static class ScheduleMeetingEndpoint
{
    public static void MapScheduleMeeting(this IEndpointRouteBuilder tables) => tables
        .MapPost("/{workingTableId:guid}/meetings", Handle)
        .WithName("scheduleMeeting")
        .WithSummary("Plan a meeting of a table, or record one that was held")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<ScheduledMeeting>> Handle(Guid workingTableId, MeetingData body, IMediator mediator, CancellationToken ct)
    {
        var scheduled = await mediator.Send(new ScheduleMeeting(workingTableId, body), ct);
        return TypedResults.Created($"/api/v1/working-tables/{workingTableId}/meetings/{scheduled.Id}", scheduled);
    }
}

internal sealed class ScheduleMeetingValidator : AbstractValidator<ScheduleMeeting>
{
    public ScheduleMeetingValidator(TimeProvider clock) => RuleFor(request => request).Custom((request, context) => MeetingDataValidator.Check(request.Meeting, clock.Today(), context.AddFailure));
}

internal sealed class ScheduleMeetingHandler(IDbSession db, MeetingBook meetings, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ScheduleMeeting, ScheduledMeeting>
{
    private const string CountTables = "select count(*) from company_network_working_table where id = @TableId";

    private const string InsertMeeting = """
        insert into company_network_meeting (id, version, table_id, held_on, starts_at, ends_at, place, created_at, updated_at)
        values (@Id, 1, @TableId, @Day, @StartsAt, @EndsAt, @Place, @At, @At)
        """;

    public async Task<ScheduledMeeting> Handle(ScheduleMeeting request, CancellationToken cancellationToken)
    {
        if (await db.ScalarAsync<int>(CountTables, new { request.TableId }, cancellationToken) == 0)
        {
            throw new NotFoundException("working-table");
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var meeting = request.Meeting.Tidy();
        audit.Changes("meeting", id);
        await db.ExecuteAsync(InsertMeeting, new { Id = id, request.TableId, meeting.Day, meeting.StartsAt, meeting.EndsAt, meeting.Place, At = now }, cancellationToken);
        await meetings.WriteAgendaAsync(id, meeting.Agenda!, cancellationToken);
        return new(id, 1, meeting.Day < now.InItaly());
    }
}
