using InclusionPlatform.Beneficiaries.Scoring;

namespace InclusionPlatform.Beneficiaries.WaitingList.Rules;

/// <summary>What a waiting list may be ordered by.</summary>
internal enum WaitingCriterion
{
    /// <summary>The body asks for great haste.</summary>
    Urgent,

    /// <summary>The body asks for some haste.</summary>
    Soon,

    /// <summary>Has children under age.</summary>
    MinorChildren,

    /// <summary>Brings up children alone.</summary>
    SingleParent,

    /// <summary>The household has no income.</summary>
    NoIncome,

    /// <summary>Without work for twelve months or more.</summary>
    LongUnemployed,

    /// <summary>Under thirty.</summary>
    Young,

    /// <summary>For every thirty whole days of waiting.</summary>
    EachMonthWaiting,
}

/// <summary>What of a referral the criteria look at.</summary>
internal sealed record WaitingFacts(
    Referrals.ReferralUrgency Urgency, int? MinorChildren, bool? SingleParent, bool NoIncome, DateOnly? UnemployedSince, DateOnly BirthDate, DateOnly WaitingSince);

/// <summary>A criterion and what it is worth.</summary>
/// <param name="Points">What the criterion is worth for this referral.</param>
internal sealed record WaitingPoints(WaitingCriterion Criterion, int Points);

/// <summary>Points of a referral, one line for each criterion that it meets: the explanation and the sum are the same thing.</summary>
internal static class WaitingScore
{
    public const int MonthDays = 30;

    public static IReadOnlyList<WaitingPoints> Of(WaitingFacts facts, IEnumerable<WaitingPoints> criteria, DateOnly today) =>
        [.. criteria.Select(criterion => criterion with { Points = criterion.Points * Times(criterion.Criterion, facts, today) }).Where(criterion => criterion.Points != 0)];

    private static int Times(WaitingCriterion criterion, WaitingFacts facts, DateOnly today) => criterion switch
    {
        WaitingCriterion.Urgent => One(facts.Urgency is Referrals.ReferralUrgency.Urgent),
        WaitingCriterion.Soon => One(facts.Urgency is Referrals.ReferralUrgency.Soon),
        WaitingCriterion.MinorChildren => One(PersonCriteria.ParentOfMinors(facts.MinorChildren) == true),
        WaitingCriterion.SingleParent => One(PersonCriteria.SingleParent(facts.SingleParent, facts.MinorChildren) == true),
        WaitingCriterion.NoIncome => One(facts.NoIncome),
        WaitingCriterion.LongUnemployed => One(PersonCriteria.WithoutWorkFor(12, facts.UnemployedSince, today) == true),
        WaitingCriterion.Young => One(PersonCriteria.Under(30, facts.BirthDate, today)),
        _ => Math.Max(0, today.DayNumber - facts.WaitingSince.DayNumber) / MonthDays,
    };

    private static int One(bool holds) => holds ? 1 : 0;
}
