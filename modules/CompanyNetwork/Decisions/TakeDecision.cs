using FluentValidation;
using InclusionPlatform.CompanyNetwork.Meetings;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Decisions;

/// <summary>Writes down what a meeting decided, who sees to it and by when.</summary>
internal sealed record TakeDecision(Guid TableId, Guid MeetingId, DecisionData Decision) : ICommand<TakenDecision>;

internal sealed record TakenDecision(Guid Id, int Version);

internal static class TakeDecisionEndpoint
{
    public static void MapTakeDecision(this IEndpointRouteBuilder tables) => tables
        .MapPost("/{workingTableId:guid}/meetings/{meetingId:guid}/decisions", Handle)
        .WithName("takeDecision")
        .WithSummary("Write down what a meeting decided")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<TakenDecision>> Handle(Guid workingTableId, Guid meetingId, DecisionData body, IMediator mediator, CancellationToken ct)
    {
        var taken = await mediator.Send(new TakeDecision(workingTableId, meetingId, body), ct);
        return TypedResults.Created($"/api/v1/working-tables/decisions/{taken.Id}", taken);
    }
}

internal sealed class TakeDecisionValidator : AbstractValidator<TakeDecision>
{
    public TakeDecisionValidator() => RuleFor(request => request).Custom((request, context) => DecisionDataValidator.Check(request.Decision, context.AddFailure));
}

internal sealed class TakeDecisionHandler(IDbSession db, MeetingBook meetings, DecisionReading decisions, IAuditTrail audit, TimeProvider clock) : IRequestHandler<TakeDecision, TakenDecision>
{
    // The version grows, so that whoever approves the minutes approves the decisions that they have read.
    private const string GrowMeeting = "update company_network_meeting set version = version + 1, updated_at = @At where id = @MeetingId and approved_at is null";

    private const string InsertDecision = """
        insert into company_network_decision (id, version, meeting_id, decided, owner_user_id, owner_person_id, due_on, created_at, updated_at)
        values (@Id, 1, @MeetingId, @Decided, @OwnerUserId, @OwnerPersonId, @DueOn, @At, @At)
        """;

    public async Task<TakenDecision> Handle(TakeDecision request, CancellationToken cancellationToken)
    {
        var meeting = await meetings.FindAsync(request.TableId, request.MeetingId, cancellationToken);
        ApprovedMinutesStayAsTheyAre.Check(meeting.ApprovedAt);
        CancelledMeetingIsNotHeld.Check(meeting.CancelledAt);
        MinutesAreOfAMeetingThatWasHeld.Check(meeting.Day, clock.Today());
        await decisions.RequireSoundAsync(request.Decision, meeting.Day, cancellationToken);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        audit.Changes("decision", id);
        if (await db.ExecuteAsync(GrowMeeting, new { request.MeetingId, At = now }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        var decision = request.Decision;
        await db.ExecuteAsync(InsertDecision, new { Id = id, request.MeetingId, Decided = decision.Decided.Trim(), decision.OwnerUserId, decision.OwnerPersonId, decision.DueOn, At = now }, cancellationToken);
        return new(id, 1);
    }
}
