using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Participation.Rules;

/// <summary>What the indicators look at of a participant.</summary>
internal sealed record ParticipantFacts(
    Gender Gender, int Age, string? Education, EntryEmployment Employment, bool? LongTerm, Answer? Rural, SpecialAnswers? Special, DateOnly? LeftOn, FollowUpSituation? Situation, bool? Qualification,
    FollowUpSituation? SixMonthsSituation, bool? Improved);

/// <summary>
/// The common indicators of FSE+ on participants (Reg. EU 2021/1057, annex I). EECO18 and 19 count administrations and enterprises, not people. Results are changes: who worked at the entry
/// is no new worker at the exit, who looked for work no new job seeker. That the managing authority reads the results so is to be verified; the table is made to be extended.
/// </summary>
internal static class CommonIndicators
{
    private const int Adult = 18, YoungUntil = 29, OldFrom = 55;

    public static IReadOnlyList<CommonIndicator> All { get; } =
    [
        new("EECO01", false, _ => true),
        new("EECO02", false, one => one.Employment is EntryEmployment.Unemployed),
        new("EECO03", false, one => one.Employment is EntryEmployment.Unemployed && one.LongTerm == true),
        new("EECO04", false, one => one.Employment is EntryEmployment.Inactive),
        new("EECO05", false, one => one.Employment is EntryEmployment.Employed),
        new("EECO06", false, one => one.Age < Adult),
        new("EECO07", false, one => one.Age is >= Adult and <= YoungUntil),
        new("EECO08", false, one => one.Age >= OldFrom),
        new("EECO09", false, one => one.Education is "0" or "1" or "2"),
        new("EECO10", false, one => one.Education is "3" or "4"),
        new("EECO11", false, one => one.Education is "5" or "6" or "7" or "8"),
        new("EECO12", true, one => one.Special?.Disability is Answer.Yes),
        new("EECO13", true, one => one.Special?.ThirdCountry is Answer.Yes),
        new("EECO14", true, one => one.Special?.ForeignBackground is Answer.Yes),
        new("EECO15", true, one => one.Special?.Minority is Answer.Yes),
        new("EECO16", true, one => one.Special?.HousingExclusion is Answer.Yes),
        new("EECO17", false, one => one.Rural is Answer.Yes),
        new("EECR01", false, one => one.LeftOn is not null && one.Situation is FollowUpSituation.JobSearching && one.Employment is EntryEmployment.Inactive),
        new("EECR02", false, one => one.LeftOn is not null && one.Situation is FollowUpSituation.Training),
        new("EECR03", false, one => one.LeftOn is not null && one.Qualification == true),
        new("EECR04", false, one => one.LeftOn is not null && Works(one.Situation) && one.Employment is not EntryEmployment.Employed),
        new("EECR05", false, one => one.LeftOn is not null && Works(one.SixMonthsSituation) && one.Employment is not EntryEmployment.Employed),
        new("EECR06", false, one => one.LeftOn is not null && one.Improved == true),
    ];

    /// <summary>How many of each, with what was counted of who was forgotten since.</summary>
    public static IReadOnlyList<IndicatorCount> Count(IReadOnlyCollection<ParticipantFacts> participants, IReadOnlyCollection<TalliedPeople> tally)
    {
        IndicatorCount Of(CommonIndicator indicator)
        {
            int By(Gender gender) => participants.Count(one => one.Gender == gender && indicator.Counts(one)) + tally.Where(row => row.Indicator == indicator.Code && row.Gender == gender).Sum(row => row.People);
            var (women, men, others) = (By(Gender.Woman), By(Gender.Man), By(Gender.NonBinary));
            return new(indicator.Code, women, men, others, women + men + others);
        }

        var counts = All.Select(Of).ToArray();
        return [.. counts.Zip(All, (count, indicator) => indicator.Special ? SmallNumbers.Hide(count, counts[0].Total!.Value) : count)];
    }

    private static bool Works(FollowUpSituation? situation) => situation is FollowUpSituation.Employed or FollowUpSituation.SelfEmployed;
}

/// <summary>An indicator: its code, whether it is of special categories of data, whom it counts.</summary>
internal sealed record CommonIndicator(string Code, bool Special, Func<ParticipantFacts, bool> Counts);

/// <summary>What was counted of people whose encrypted part is no more.</summary>
internal sealed record TalliedPeople(string Indicator, Gender Gender, int People);
