using FluentValidation;
using InclusionPlatform.CompanyNetwork.Meetings;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Decisions;

/// <summary>Gives a decision another owner or another day; what was decided changes only until the minutes are approved.</summary>
internal sealed record ChangeDecision(Guid Id, int Version, DecisionData Decision) : ICommand<Decision>;

internal static class ChangeDecisionEndpoint
{
    public static void MapChangeDecision(this IEndpointRouteBuilder tables) => tables
        .MapPut("/decisions/{decisionId:guid}", Handle)
        .WithName("changeDecision")
        .WithSummary("Give a decision another owner or another day")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<Decision>> Handle(Guid decisionId, DecisionData body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new ChangeDecision(decisionId, match.Version, body), ct));
}

internal sealed class ChangeDecisionValidator : AbstractValidator<ChangeDecision>
{
    public ChangeDecisionValidator() => RuleFor(request => request).Custom((request, context) => DecisionDataValidator.Check(request.Decision, context.AddFailure));
}

internal sealed class ChangeDecisionHandler(IDbSession db, DecisionReading decisions, IAuditTrail audit, TimeProvider clock) : IRequestHandler<ChangeDecision, Decision>
{
    private const string Update = """
        update company_network_decision
        set    version = version + 1, decided = @Decided, owner_user_id = @OwnerUserId, owner_person_id = @OwnerPersonId, due_on = @DueOn, updated_at = @At
        where  id = @Id and version = @Version
        """;

    public async Task<Decision> Handle(ChangeDecision request, CancellationToken cancellationToken)
    {
        var known = await decisions.FindAsync(request.Id, cancellationToken);
        var decision = request.Decision with { Decided = request.Decision.Decided.Trim() };
        if (decision.Decided != known.Decided)
        {
            ApprovedMinutesStayAsTheyAre.Check(known.ApprovedAt);
        }

        await decisions.RequireSoundAsync(decision, known.MeetingDay, cancellationToken);
        audit.Changes("decision", request.Id);
        if (await db.ExecuteAsync(Update, new { request.Id, request.Version, decision.Decided, decision.OwnerUserId, decision.OwnerPersonId, decision.DueOn, At = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        return (await decisions.ShowAsync([await decisions.FindAsync(request.Id, cancellationToken)], cancellationToken))[0];
    }
}
