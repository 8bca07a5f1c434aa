namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>Hours are written when they were worked; a closure or a holiday may be known before.</summary>
internal sealed class HoursAreNotOfTheFuture : IDayRule
{
    public BrokenRule? Check(WrittenDay day, DayFacts facts) => day.Minutes is null || day.Day <= facts.Today ? null
        : new("attendance.day-to-come", new Words(
            "{0:d MMMM yyyy}: deve ancora venire. Le ore si scrivono da quel giorno.",
            "{0:d MMMM yyyy}: it is still to come. Hours are written from that day on.").With(day.Day), null);
}
