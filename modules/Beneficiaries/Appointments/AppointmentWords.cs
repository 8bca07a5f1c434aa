namespace InclusionPlatform.Beneficiaries.Appointments;

/// <summary>What people meet for.</summary>
internal enum AppointmentKind
{
    Interview,
    Call,
    Visit,
    Meeting,
    Accompaniment,
    Other,

    /// <summary>With a group: planned for all of it at once.</summary>
    Group,
}

/// <summary>Where an appointment stands.</summary>
internal enum AppointmentState
{
    Planned,
    Held,
    NoShow,
    Cancelled,
}

/// <summary>Why an appointment did not take place.</summary>
internal enum AppointmentReason
{
    Illness,
    Work,
    Transport,
    Family,
    Forgotten,
    AskedByPerson,
    AskedByService,
    Unknown,
    Other,
}

/// <summary>Which appointments a list shows.</summary>
internal enum AppointmentFilter
{
    /// <summary>Still to come or without an outcome, the next first.</summary>
    Planned,

    /// <summary>Over without an outcome, the oldest first.</summary>
    ToRecord,

    /// <summary>With an outcome, the latest first.</summary>
    Recorded,
}

/// <summary>What is planned.</summary>
/// <param name="Kind">What people meet for.</param>
/// <param name="On">The Italian day.</param>
/// <param name="At">HH:mm, Italian time.</param>
/// <param name="Minutes">How long.</param>
/// <param name="UserId">The member of the équipe whom the person meets.</param>
/// <param name="Place">Where, or how to connect.</param>
/// <param name="Note">What to bring or to talk about.</param>
/// <param name="TellPerson">The person is told by mail before, if they agreed and the file allows it.</param>
/// <param name="TellPlace">The message says where.</param>
internal sealed record AppointmentPlan(
    AppointmentKind? Kind, DateOnly? On, string? At, int? Minutes, Guid? UserId, string? Place, string? Note, bool TellPerson = false, bool TellPlace = false);

/// <summary>The encrypted part.</summary>
internal sealed record AppointmentDetails(string? Place, string? Note, AppointmentReason? Reason, string? OutcomeNote);

/// <summary>What kinds are called in the platform's own lines.</summary>
internal static class AppointmentLabels
{
    public static Words Label(this AppointmentKind kind) => kind switch
    {
        AppointmentKind.Interview => new("Colloquio", "Interview"),
        AppointmentKind.Call => new("Telefonata", "Call"),
        AppointmentKind.Visit => new("Visita", "Visit"),
        AppointmentKind.Meeting => new("Incontro", "Meeting"),
        AppointmentKind.Accompaniment => new("Accompagnamento", "Accompaniment"),
        AppointmentKind.Group => new("Attività di gruppo", "Group activity"),
        _ => new("Appuntamento", "Appointment"),
    };
}
