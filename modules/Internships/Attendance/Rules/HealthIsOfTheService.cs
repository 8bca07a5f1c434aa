namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>
/// Why somebody was away for their health is written by the service (GDPR art. 9): the host's tutor writes and sees a justified absence. What the service has written of a day stays,
/// as long as the tutor leaves that day justified.
/// </summary>
internal static class HealthIsOfTheService
{
    private static bool IsOfHealth(Absence? absence) => absence is Absence.Illness or Absence.Injury;

    /// <summary>As the tutor sees a day.</summary>
    public static RegisterDay Shown(RegisterDay day) => IsOfHealth(day.Absence) ? day with { Absence = Absence.Justified } : day;

    /// <summary>What the tutor wrote beside what is known.</summary>
    /// <exception cref="RulesBrokenException"><c>attendance.days</c> (422), naming the days.</exception>
    public static IReadOnlyList<WrittenDay> Keep(IReadOnlyList<WrittenDay> written, IReadOnlyList<RegisterDay> known)
    {
        var wrong = written.Where(day => IsOfHealth(day.Absence)).Select(day => new BrokenRule("attendance.absence-of-the-service", new Words(
            "{0:d MMMM yyyy}: di un'assenza per salute qui si scrive solo che è giustificata.", "{0:d MMMM yyyy}: of an absence for one's health only that it is justified is written here.").With(day.Day), null)).ToArray();
        if (wrong.Length > 0)
        {
            throw new RulesBrokenException("attendance.days", new("Qualche giorno del registro non torna. Nulla è stato cambiato.", "Some days of the register are not right. Nothing was changed."), wrong);
        }

        var ofHealth = known.Where(day => IsOfHealth(day.Absence)).ToDictionary(day => day.Day, day => day.Absence);
        return [.. written.Select(day => day.Absence is Absence.Justified && ofHealth.TryGetValue(day.Day, out var absence) ? day with { Absence = absence } : day)];
    }
}
