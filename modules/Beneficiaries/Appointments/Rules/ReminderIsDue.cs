namespace InclusionPlatform.Beneficiaries.Appointments.Rules;

/// <summary>Who meets somebody is reminded one day before. What is planned nearer than that needs no reminder: it has just been planned.</summary>
internal static class ReminderIsDue
{
    public static readonly TimeSpan Before = TimeSpan.FromDays(1);

    public static bool HasPassed(DateTimeOffset startsAt, DateTimeOffset now) => startsAt - Before <= now;
}
