using InclusionPlatform.Beneficiaries.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Emergencies;

/// <summary>The case manager or a coordinator takes note of an emergency access: it is no longer due for anybody.</summary>
internal sealed record AcknowledgeEmergencyAccess(Guid Id) : ICommand, IGoesOnWhileRestricted;

internal static class AcknowledgeEmergencyAccessEndpoint
{
    public static void MapAcknowledgeEmergencyAccess(this IEndpointRouteBuilder emergencies) => emergencies
        .MapPost("/{id:guid}/acknowledgement", Handle)
        .WithName("acknowledgeEmergencyAccess")
        .WithSummary("Take note of an emergency access; never one's own")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AcknowledgeEmergencyAccess(id), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class AcknowledgeEmergencyAccessHandler(IDbSession db, NeedToKnow needToKnow, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AcknowledgeEmergencyAccess, Unit>
{
    private const string Select = """
        select e.id as Id, e.user_id as UserId, e.acknowledged_at as AcknowledgedAt
        from   beneficiaries_emergency_access e
        where  e.id = @Id
        """;

    private const string Update = """
        update beneficiaries_emergency_access
        set    acknowledged_by = @Me, acknowledged_at = @Now
        where  id = @Id and acknowledged_at is null
        """;

    public async Task<Unit> Handle(AcknowledgeEmergencyAccess request, CancellationToken cancellationToken)
    {
        var args = new { request.Id, Me = user.Id, Now = clock.GetUtcNow() };
        if (await db.FindAsync<Row>(Select, args, cancellationToken) is { } own && own.UserId == user.Id)
        {
            throw new RuleBrokenException("emergency.own-access", new(
                "Del proprio accesso di emergenza prende atto un'altra persona: l'operatore di riferimento o un altro coordinatore.",
                "Somebody else takes note of one's own emergency access: the case manager or another coordinator."));
        }

        if (await db.FindAsync<Row>(new ListSql(Select).OnlyWatched(needToKnow).ToString(), args, cancellationToken) is null)
        {
            throw new NotFoundException("emergency-access");
        }

        if (await db.ExecuteAsync(Update, args, cancellationToken) == 0)
        {
            throw new ConflictException("emergency.already-acknowledged", new(
                "Un'altra persona ne ha già preso atto: non serve altro.",
                "Somebody else has already taken note of it: nothing more is needed."));
        }

        audit.Changes("emergency-access", request.Id);
        return Unit.Value;
    }

    private sealed record Row(Guid Id, Guid UserId, DateTimeOffset? AcknowledgedAt);
}
