namespace InclusionPlatform.Internships.Attendance;

/// <summary>A day as it is sent: hours or an absence; a day with neither is left empty.</summary>
/// <param name="Day">The day.</param>
/// <param name="Minutes">Worked.</param>
/// <param name="Absence">Why not.</param>
internal sealed record WrittenDay(DateOnly Day, int? Minutes, Absence? Absence)
{
    public bool IsEmpty => Minutes is null && Absence is null;
}
