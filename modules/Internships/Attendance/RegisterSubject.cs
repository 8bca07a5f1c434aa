using InclusionPlatform.Internships.Lifecycle;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Whose register it is, and between which days.</summary>
internal sealed record RegisterSubject(Guid InternshipId, DateOnly FirstDay, DateOnly LastDay, int WeeklyHours, string HostTutor, string? WeekHours = null)
{
    /// <exception cref="ConflictException"><c>internship.wrong-state</c> (409): nothing ran yet, or it never will.</exception>
    public static RegisterSubject Of(InternshipRow row) => row.State is InternshipState.Proposed or InternshipState.Cancelled
        ? throw WrongState.Of(row.State)
        : new(row.Id, row.StartsOn, row.EndedOn ?? row.EndsOn, row.WholeHours, row.HostTutor, row.WeekHours);

    public bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    public bool Covers(RegisterMonth month) => month.First <= LastDay && month.Last >= FirstDay;

    /// <summary>The days of the month that belong to the internship, in order.</summary>
    public IEnumerable<DateOnly> DaysOf(RegisterMonth month)
    {
        for (var day = month.First; day <= month.Last; day = day.AddDays(1))
        {
            if (Covers(day))
            {
                yield return day;
            }
        }
    }
}
