using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments.Rules;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>Whether the person of a case would be told of an appointment by mail, and if not why: asked before one is made.</summary>
internal sealed record CheckAppointmentMessage(Guid CaseId) : IQuery<PossibleMessage>;

/// <summary>Whether a message would go out.</summary>
/// <param name="Hours">So many hours before.</param>
/// <param name="Obstacle">Why it would not; null if it would.</param>
internal sealed record PossibleMessage(int Hours, MessageObstacle? Obstacle);

internal static class CheckAppointmentMessageEndpoint
{
    public static void MapCheckAppointmentMessage(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/appointment-message", Handle)
        .WithName("checkAppointmentMessage")
        .WithSummary("Learn whether the person would be told of an appointment by mail; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<PossibleMessage> Handle(Guid caseId, IMediator mediator, CancellationToken ct) => mediator.Send(new CheckAppointmentMessage(caseId), ct);
}

internal sealed class CheckAppointmentMessageHandler(NeedToKnow needToKnow, AppointmentMessages messages, BeneficiariesOptions options, IAuditTrail audit)
    : IRequestHandler<CheckAppointmentMessage, PossibleMessage>
{
    public async Task<PossibleMessage> Handle(CheckAppointmentMessage request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "read-appointments");
        return new(options.AppointmentMessageHours, await messages.ObstacleAsync(seen.BeneficiaryId, cancellationToken));
    }
}
