using FluentValidation;
using InclusionPlatform.Bulletin.Opportunities.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Opportunities;

/// <summary>Publishes, rejects or withdraws an opportunity.</summary>
internal sealed record DecideOpportunity(Guid Id, OpportunityState To, string? Reason) : ICommand<DecidedOpportunity>;

/// <summary>Where the opportunity stands now.</summary>
internal sealed record DecidedOpportunity(Guid Id, OpportunityState State, int Version);

internal static class DecideOpportunityEndpoint
{
    /// <param name="Reason">Why it is rejected, for whoever sent it.</param>
    internal sealed record OpportunityRejection(string? Reason);

    public static void MapDecideOpportunity(this IEndpointRouteBuilder opportunities)
    {
        opportunities.MapPost("/{id:guid}/publication", Publish).WithName("publishOpportunity").WithSummary("Publish an opportunity").RequireRight(BulletinModule.OpportunitiesReview);
        opportunities.MapPost("/{id:guid}/rejection", Reject).WithName("rejectOpportunity").WithSummary("Reject a proposed opportunity").RequireRight(BulletinModule.OpportunitiesReview);
        opportunities.MapPost("/{id:guid}/withdrawal", Withdraw).WithName("withdrawOpportunity").WithSummary("Withdraw an opportunity").RequireRight(BulletinModule.OpportunitiesWrite);
    }

    private static async Task<Ok<DecidedOpportunity>> Publish(Guid id, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new DecideOpportunity(id, OpportunityState.Published, null), ct));

    private static async Task<Ok<DecidedOpportunity>> Reject(Guid id, OpportunityRejection body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new DecideOpportunity(id, OpportunityState.Rejected, body.Reason), ct));

    private static async Task<Ok<DecidedOpportunity>> Withdraw(Guid id, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new DecideOpportunity(id, OpportunityState.Withdrawn, null), ct));
}

internal sealed class DecideOpportunityValidator : AbstractValidator<DecideOpportunity>
{
    public DecideOpportunityValidator() =>
        RuleFor(decision => decision.Reason).NotEmpty().MaximumLength(500).When(decision => decision.To == OpportunityState.Rejected);
}

internal sealed class DecideOpportunityHandler(IDbSession db, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<DecideOpportunity, DecidedOpportunity>
{
    private const string Select = "select state as State, deadline as Deadline, client_id as ClientId, version as Version from bulletin_opportunity where id = @Id";

    private const string Update = """
        update bulletin_opportunity
        set    state = @State, reason = @Reason, published_at = case when @State = 'published' then @Now else published_at end, updated_at = @Now, version = version + 1
        where  id = @Id and version = @Version
        """;

    public async Task<DecidedOpportunity> Handle(DecideOpportunity request, CancellationToken cancellationToken)
    {
        var known = await db.FindAsync<Known>(Select, new { request.Id }, cancellationToken);
        if (known is null || (user.Kind == ActorKind.Client && known.ClientId != user.Id))
        {
            throw new NotFoundException("opportunity");
        }

        Check(request.To, known, clock.Today());
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        var decided = new { request.Id, known.Version, State = request.To.Code(), Reason = reason, Now = clock.GetUtcNow() };
        if (await db.ExecuteAsync(Update, decided, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("opportunity", request.Id);
        return new(request.Id, request.To, known.Version + 1);
    }

    private static void Check(OpportunityState to, Known known, DateOnly today)
    {
        // Past its deadline it is over, whether the nightly job has written it or not.
        var state = known.State is OpportunityState.Published && known.Deadline < today ? OpportunityState.Expired : known.State;
        switch (to)
        {
            case OpportunityState.Published:
                OpportunitySteps.CheckPublication(state, known.Deadline, today);
                break;
            case OpportunityState.Rejected:
                OpportunitySteps.CheckRejection(state);
                break;
            default:
                OpportunitySteps.CheckWithdrawal(state);
                break;
        }
    }

    private sealed record Known(OpportunityState State, DateOnly? Deadline, Guid? ClientId, int Version);
}
