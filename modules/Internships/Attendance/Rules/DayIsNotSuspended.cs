namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>On a day on which the internship rests there is nothing to write: neither hours nor absence.</summary>
internal sealed class DayIsNotSuspended : IDayRule
{
    public BrokenRule? Check(WrittenDay day, DayFacts facts) => day.IsEmpty || !facts.Suspended.Any(span => span.First <= day.Day && day.Day <= span.Last) ? null
        : new("attendance.day-suspended", new Words(
            "{0:d MMMM yyyy}: il tirocinio è sospeso. Lasciare vuoto questo giorno.", "{0:d MMMM yyyy}: the internship is suspended. Leave this day empty.").With(day.Day), null);
}
