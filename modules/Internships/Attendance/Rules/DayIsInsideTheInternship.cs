namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>A register holds only days of its month on which the internship runs.</summary>
internal sealed class DayIsInsideTheInternship : IDayRule
{
    public BrokenRule? Check(WrittenDay day, DayFacts facts) => RegisterMonth.Of(day.Day) != facts.Month
        ? new("attendance.day-of-another-month", new Words(
            "{0:d MMMM yyyy}: non è un giorno di questo mese. Scriverlo nel registro del suo mese.",
            "{0:d MMMM yyyy}: it is not a day of this month. Write it in the register of its own month.").With(day.Day), null)
        : facts.Subject.Covers(day.Day) ? null
        : new("attendance.day-outside", new Words(
            "{0:d MMMM yyyy}: il tirocinio va dal {1:d} al {2:d}. Togliere questo giorno.",
            "{0:d MMMM yyyy}: the internship runs from {1:d} to {2:d}. Leave this day out.").With(day.Day, facts.Subject.FirstDay, facts.Subject.LastDay), null);
}
