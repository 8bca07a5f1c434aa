namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>The register of a month is closed by the fifth of the next one.</summary>
internal static class RegisterIsDue
{
    private const int Day = 5;

    /// <summary>The month whose register is awaited from the first of this one.</summary>
    public static RegisterMonth Awaited(DateOnly today) => RegisterMonth.Of(today).Previous;

    public static DateOnly By(RegisterMonth month) => month.Next.First.AddDays(Day - 1);
}
