using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Outcomes;

namespace InclusionPlatform.Beneficiaries.Participation.Rules;

/// <summary>What the case heard of somebody on a day.</summary>
internal sealed record Heard(DateOnly On, FollowUpSituation Situation, bool? Improved);

/// <summary>
/// What a case knows already of an exit, so that it is never asked twice: "on leaving" is within four weeks, and only the last change counts (Reg. EU 2021/1057, annex I, EECR01-04);
/// six months later is what a contact of about that day told (EECR05-06).
/// </summary>
internal static class LeavingFacts
{
    /// <summary>Days around the exit.</summary>
    public const int LeavingDays = 28;

    /// <summary>A contact made late still tells of the six months.</summary>
    public const int LateDays = 60;

    public static FollowUpSituation? Situation(DateOnly leftOn, IEnumerable<Heard> heard) =>
        Last(heard, leftOn.AddDays(-LeavingDays), leftOn.AddDays(LeavingDays))?.Situation;

    public static Heard? SixMonths(DateOnly leftOn, IEnumerable<Heard> heard) => Last(heard, SixMonthsFrom(leftOn), leftOn.AddMonths(6).AddDays(LateDays));

    /// <summary>From which day on the situation after six months may be told.</summary>
    public static DateOnly SixMonthsFrom(DateOnly leftOn) => leftOn.AddMonths(6).AddDays(-LeavingDays);

    /// <summary>What the outcome of a case says of the person, where it says it.</summary>
    public static FollowUpSituation? Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Employed => FollowUpSituation.Employed,
        CaseOutcome.SelfEmployment => FollowUpSituation.SelfEmployed,
        CaseOutcome.Training => FollowUpSituation.Training,
        _ => null,
    };

    public static ResultState LeavingState(DateOnly? leftOn, FollowUpSituation? situation) => leftOn is null ? ResultState.NotYet : situation is null ? ResultState.Due : ResultState.Known;

    public static ResultState SixMonthsState(DateOnly? leftOn, FollowUpSituation? situation, DateOnly today) =>
        leftOn is not { } day ? ResultState.NotYet : situation is not null ? ResultState.Known : today < SixMonthsFrom(day) ? ResultState.NotYet : ResultState.Due;

    private static Heard? Last(IEnumerable<Heard> heard, DateOnly from, DateOnly to) => heard.Where(one => one.On >= from && one.On <= to).MaxBy(one => one.On);
}
