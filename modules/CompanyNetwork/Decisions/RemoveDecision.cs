using FluentValidation;
using InclusionPlatform.CompanyNetwork.Meetings;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Decisions;

/// <summary>Removes a decision written by mistake, until the minutes are approved. What was written, who removed it and why stay with the meeting.</summary>
internal sealed record RemoveDecision(Guid Id, int Version, string? Reason) : ICommand;

internal static class RemoveDecisionEndpoint
{
    /// <summary>Why.</summary>
    /// <param name="Reason">Why it is taken away; kept with it. Required.</param>
    internal sealed record DecisionRemovalBody(string? Reason);

    public static void MapRemoveDecision(this IEndpointRouteBuilder tables) => tables
        .MapPost("/decisions/{decisionId:guid}/removal", Handle)
        .WithName("removeDecision")
        .WithSummary("Remove a decision written by mistake, until the minutes are approved")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<NoContent> Handle(Guid decisionId, DecisionRemovalBody body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveDecision(decisionId, match.Version, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemoveDecisionValidator : AbstractValidator<RemoveDecision>
{
    public RemoveDecisionValidator() => RuleFor(removal => removal.Reason).NotEmpty().MaximumLength(1000);
}

internal sealed class RemoveDecisionHandler(IDbSession db, DecisionReading decisions, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<RemoveDecision, Unit>
{
    // The version grows, so that whoever approves the minutes approves the decisions that they have read.
    private const string GrowMeeting = "update company_network_meeting set version = version + 1, updated_at = @At where id = @MeetingId and approved_at is null";

    private const string Delete = "delete from company_network_decision where id = @Id and version = @Version";

    private const string Insert = """
        insert into company_network_removed_decision (id, meeting_id, decided, reason, removed_at, removed_by_name)
        values (@Id, @MeetingId, @Decided, @Reason, @At, @By)
        """;

    public async Task<Unit> Handle(RemoveDecision request, CancellationToken cancellationToken)
    {
        var known = await decisions.FindAsync(request.Id, cancellationToken);
        ApprovedMinutesStayAsTheyAre.Check(known.ApprovedAt);
        audit.Changes("decision", request.Id);
        var row = new { request.Id, request.Version, known.MeetingId, known.Decided, Reason = request.Reason!.Trim(), At = clock.GetUtcNow(), By = user.DisplayName };
        if (await db.ExecuteAsync(Delete, row, cancellationToken) == 0 || await db.ExecuteAsync(GrowMeeting, row, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(Insert, row, cancellationToken);
        return Unit.Value;
    }
}
