using InclusionPlatform.Beneficiaries.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>Says that two people are not the same, once for all; or takes it back.</summary>
internal sealed record DismissDuplicatePeople(Guid FirstId, Guid SecondId, bool Dismissed) : ICommand, IGoesOnWhileRestricted;

internal static class DismissDuplicatePeopleEndpoints
{
    /// <summary>The two.</summary>
    internal sealed record TwoPeople(Guid FirstId, Guid SecondId);

    public static void MapDismissDuplicatePeople(this IEndpointRouteBuilder api)
    {
        api.MapPost("/duplicate-people/dismissal", (TwoPeople body, IMediator mediator, CancellationToken ct) => Handle(body, true, mediator, ct))
            .WithTags("Beneficiaries")
            .WithName("dismissDuplicatePeople")
            .WithSummary("Say that two people are not the same")
            .RequireRight(BeneficiariesModule.Merge);
        api.MapPost("/duplicate-people/reopening", (TwoPeople body, IMediator mediator, CancellationToken ct) => Handle(body, false, mediator, ct))
            .WithTags("Beneficiaries")
            .WithName("reopenDuplicatePeople")
            .WithSummary("Take back that two people are not the same")
            .RequireRight(BeneficiariesModule.Merge);
    }

    private static async Task<NoContent> Handle(TwoPeople body, bool dismissed, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DismissDuplicatePeople(body.FirstId, body.SecondId, dismissed), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DismissDuplicatePeopleHandler(IDbSession db, NeedToKnow needToKnow, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<DismissDuplicatePeople, Unit>
{
    private const string Dismiss = """
        update beneficiaries_duplicate_person
        set    dismissed_at = @At, dismissed_by = @By
        where  (first_id = @FirstId and second_id = @SecondId) or (first_id = @SecondId and second_id = @FirstId)
        """;

    public async Task<Unit> Handle(DismissDuplicatePeople request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.FirstId, Sight.Registry, cancellationToken);
        await needToKnow.PersonAsync(request.SecondId, Sight.Registry, cancellationToken);
        DateTimeOffset? at = request.Dismissed ? clock.GetUtcNow() : null;
        if (await db.ExecuteAsync(Dismiss, new { request.FirstId, request.SecondId, At = at, By = request.Dismissed ? user.Id : (Guid?)null }, cancellationToken) == 0)
        {
            throw new NotFoundException("duplicate");
        }

        audit.Changes("beneficiary", request.FirstId);
        audit.Changes("beneficiary", request.SecondId);
        return Unit.Value;
    }
}
