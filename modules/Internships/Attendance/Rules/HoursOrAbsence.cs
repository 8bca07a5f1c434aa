namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>Of a day one writes the hours or the absence, not both: who goes home early has fewer hours.</summary>
internal sealed class HoursOrAbsence : IDayRule
{
    public BrokenRule? Check(WrittenDay day, DayFacts facts) => day.Minutes is null || day.Absence is null ? null
        : new("attendance.hours-and-absence", new Words(
            "{0:d MMMM yyyy}: ha sia ore sia un'assenza. Lasciare una delle due.",
            "{0:d MMMM yyyy}: it has both hours and an absence. Leave one of them.").With(day.Day), null);
}
