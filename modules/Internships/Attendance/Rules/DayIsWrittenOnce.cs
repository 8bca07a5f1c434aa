namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>A day is written once.</summary>
internal sealed class DayIsWrittenOnce : IDayRule
{
    public BrokenRule? Check(WrittenDay day, DayFacts facts) => facts.All.Count(other => other.Day == day.Day) == 1 ? null
        : new("attendance.day-twice", new Words("{0:d MMMM yyyy}: è scritto due volte. Tenerne una.", "{0:d MMMM yyyy}: it is written twice. Keep one.").With(day.Day), null);
}
