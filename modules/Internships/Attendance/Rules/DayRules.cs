namespace InclusionPlatform.Internships.Attendance.Rules;

/// <summary>What the rules of days look at.</summary>
internal sealed record DayFacts(RegisterSubject Subject, RegisterMonth Month, IReadOnlyList<WrittenDay> All, DateOnly Today)
{
    /// <summary>The days on which the internship rests.</summary>
    public IReadOnlyList<Internships.Rules.Span> Suspended { get; init; } = [];
}

/// <summary>A rule of one day: the sentence that names it, or null.</summary>
internal interface IDayRule
{
    BrokenRule? Check(WrittenDay day, DayFacts facts);
}

/// <summary>Every day holds, or nothing is written: all the days that do not are named at once.</summary>
internal static class DayRules
{
    private static readonly IDayRule[] All = [new DayIsInsideTheInternship(), new DayIsWrittenOnce(), new DayHasTwentyFourHours(), new HoursOrAbsence(), new HoursAreNotOfTheFuture(), new DayIsNotSuspended()];

    /// <exception cref="RulesBrokenException"><c>attendance.days</c> (422).</exception>
    public static void Check(DayFacts facts)
    {
        var broken = facts.All.SelectMany(day => All.Select(rule => rule.Check(day, facts))).OfType<BrokenRule>().Distinct().ToArray();
        if (broken.Length > 0)
        {
            throw new RulesBrokenException("attendance.days", new("Qualche giorno del registro non torna. Nulla è stato cambiato.", "Some days of the register are not right. Nothing was changed."), broken);
        }
    }
}
