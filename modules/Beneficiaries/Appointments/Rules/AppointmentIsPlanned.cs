namespace InclusionPlatform.Beneficiaries.Appointments.Rules;

/// <summary>Only what is planned is moved or gets an outcome, and one that waits for its hour cannot have been held or missed; it can be called off. Only a recorded outcome is taken back.</summary>
internal static class AppointmentIsPlanned
{
    public static void CheckChange(AppointmentState state)
    {
        if (state is not AppointmentState.Planned)
        {
            throw new RuleBrokenException("appointment.recorded", new(
                "Questo appuntamento ha già un esito: per cambiarlo, prima togliere l'esito.",
                "This appointment has an outcome already: to change it, take the outcome back first."));
        }
    }

    public static void CheckOutcome(AppointmentState state, AppointmentState outcome, DateTimeOffset startsAt, DateTimeOffset now)
    {
        CheckChange(state);
        if (outcome is not AppointmentState.Cancelled && startsAt > now)
        {
            throw new RuleBrokenException("appointment.not-begun", new(
                "L'appuntamento deve ancora cominciare: si può annullare o spostare, l'esito si registra dopo.",
                "The appointment has not begun yet: it can be cancelled or moved; its outcome is recorded afterwards."));
        }
    }

    public static void CheckTakingBack(AppointmentState state)
    {
        if (state is AppointmentState.Planned)
        {
            throw new RuleBrokenException("appointment.no-outcome", new("Questo appuntamento non ha ancora un esito.", "This appointment has no outcome yet."));
        }
    }
}
