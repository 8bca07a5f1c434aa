using MediatR;

namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>Tells people of their appointments by mail, so many hours before. A job sends it every few minutes.</summary>
internal sealed record TellPeopleOfAppointments : ICommand;

internal sealed class TellPeopleOfAppointmentsHandler(AppointmentMessages messages) : IRequestHandler<TellPeopleOfAppointments, Unit>
{
    public async Task<Unit> Handle(TellPeopleOfAppointments request, CancellationToken cancellationToken)
    {
        await messages.TellDueAsync(cancellationToken);
        return Unit.Value;
    }
}
