using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.Participation;
using InclusionPlatform.Beneficiaries.Participation.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class ParticipationRules
{
    private static readonly DateOnly Left = new(2026, 6, 30);

    private static readonly ParticipantFacts Somebody = new(
        Gender.Woman, 40, "3", EntryEmployment.Unemployed, false, Answer.No, new(Answer.No, Answer.No, Answer.NotSaid, Answer.No, null), null, null, null, null, null);

    private static IEnumerable<TestCaseData> Indicators()
    {
        static TestCaseData Of(string name, ParticipantFacts facts, string codes) => new(facts, codes) { TestName = name };
        yield return Of("unemployed, at work age, secondary school", Somebody, "EECO01 EECO02 EECO10");
        yield return Of("long-term unemployed are unemployed too", Somebody with { LongTerm = true }, "EECO01 EECO02 EECO03 EECO10");
        yield return Of("under 18, inactive, no school", Somebody with { Age = 17, Education = "0", Employment = EntryEmployment.Inactive }, "EECO01 EECO04 EECO06 EECO09");
        yield return Of("18", Somebody with { Age = 18 }, "EECO01 EECO02 EECO07 EECO10");
        yield return Of("29", Somebody with { Age = 29 }, "EECO01 EECO02 EECO07 EECO10");
        yield return Of("30", Somebody with { Age = 30 }, "EECO01 EECO02 EECO10");
        yield return Of("54", Somebody with { Age = 54 }, "EECO01 EECO02 EECO10");
        yield return Of("55, employed, degree", Somebody with { Age = 55, Education = "6", Employment = EntryEmployment.Employed }, "EECO01 EECO05 EECO08 EECO11");
        yield return Of(
            "special categories", Somebody with { Rural = Answer.Yes, Special = new(Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes) },
            "EECO01 EECO02 EECO10 EECO12 EECO13 EECO14 EECO15 EECO16 EECO17");
        yield return Of("who did not leave has no results", Somebody with { Situation = FollowUpSituation.Employed, Qualification = true }, "EECO01 EECO02 EECO10");
        yield return Of("employed on leaving", Somebody with { LeftOn = Left, Situation = FollowUpSituation.Employed, Qualification = true }, "EECO01 EECO02 EECO10 EECR03 EECR04");
        yield return Of("self-employed later", Somebody with { LeftOn = Left, Situation = FollowUpSituation.Training, SixMonthsSituation = FollowUpSituation.SelfEmployed, Improved = true }, "EECO01 EECO02 EECO10 EECR02 EECR05 EECR06");
        yield return Of("looked for work before", Somebody with { LeftOn = Left, Situation = FollowUpSituation.JobSearching }, "EECO01 EECO02 EECO10");
        yield return Of("begins to look for work", Somebody with { Employment = EntryEmployment.Inactive, LeftOn = Left, Situation = FollowUpSituation.JobSearching }, "EECO01 EECO04 EECO10 EECR01");
        yield return Of("worked before", Somebody with { Employment = EntryEmployment.Employed, LeftOn = Left, Situation = FollowUpSituation.Employed, SixMonthsSituation = FollowUpSituation.Employed }, "EECO01 EECO05 EECO10");
    }

    /// <summary>Reg. EU 2021/1057, annex I.</summary>
    [TestCaseSource(nameof(Indicators))]
    public void CommonIndicators_OfAParticipant_Count(ParticipantFacts facts, string codes) =>
        Assert.That(string.Join(' ', CommonIndicators.All.Where(one => one.Counts(facts)).Select(one => one.Code)), Is.EqualTo(codes));

    [Test]
    public void CommonIndicators_OfManyGenders_AddUpAndTellTheTally()
    {
        ParticipantFacts[] people = [Somebody, Somebody with { Gender = Gender.Man }, .. Enumerable.Repeat(Somebody with { Special = new(Answer.Yes, null, null, null, null) }, 10), .. Enumerable.Repeat(Somebody, 10)];

        var counts = CommonIndicators.Count(people, [new("EECO12", Gender.Man, 7)]).ToDictionary(one => one.Code);

        Assert.That(counts["EECO01"], Is.EqualTo(new IndicatorCount("EECO01", 21, 1, 0, 22)));
        Assert.That(counts["EECO12"], Is.EqualTo(new IndicatorCount("EECO12", 10, 7, 0, 17)), "ten of today and seven who were forgotten");
    }

    /// <summary>GDPR art. 9: a small count, or one that a subtraction gives, is not told.</summary>
    [TestCase(4, 0, 0, 30, "? ? ? ?")]
    [TestCase(0, 0, 0, 30, "0 0 0 0")]
    [TestCase(6, 7, 0, 30, "6 7 0 13")]
    [TestCase(6, 3, 0, 30, "? ? 0 9")]
    [TestCase(6, 2, 8, 30, "? ? 8 16")]
    [TestCase(2, 9, 3, 30, "? 9 ? 14")]
    [TestCase(1, 9, 2, 30, "? ? ? 12")]
    [TestCase(20, 7, 0, 30, "? ? ? ?")]
    [TestCase(20, 10, 0, 30, "20 10 0 30")]
    public void SmallNumbers_WhenFew_AreHiddenWithTheirComplement(int women, int men, int others, int participants, string shown)
    {
        var hidden = SmallNumbers.Hide(new("EECO12", women, men, others, women + men + others), participants);

        static string Text(int? count) => count is { } known ? $"{known}" : "?";
        Assert.That($"{Text(hidden.Women)} {Text(hidden.Men)} {Text(hidden.NonBinary)} {Text(hidden.Total)}", Is.EqualTo(shown));
    }

    [Test]
    public void SmallNumbers_WhateverTheCounts_NothingShownOrSubtractedIsSmall() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 12)).Where(list => list.Count >= 4).ToArbitrary(),
        numbers =>
        {
            var cells = numbers.Take(3).ToArray();
            var total = cells.Sum();
            var hidden = SmallNumbers.Hide(new("EECO12", cells[0], cells[1], cells[2], total), total + numbers[3]);
            static bool Few(int people) => people is > 0 and < SmallNumbers.Least;
            int?[] shown = [hidden.Women, hidden.Men, hidden.NonBinary];
            var rest = total - shown.Sum(one => one ?? 0);
            return shown.All(one => one is not { } known || !Few(known))
                && (hidden.Total is null || (!Few(total) && !Few(numbers[3])))
                && (hidden.Total is null || shown.Count(one => one is null) != 1)
                && (hidden.Total is null || shown.All(one => one is not null) || !Few(rest) || shown.All(one => one is null));
        }).QuickCheckThrowOnFailure();

    [TestCase("2026-06-02", FollowUpSituation.Employed)]
    [TestCase("2026-06-01", null)]
    [TestCase("2026-07-28", FollowUpSituation.Employed)]
    [TestCase("2026-07-29", null)]
    public void LeavingFacts_WhenHeardAroundTheExit_AreWithinFourWeeks(string on, FollowUpSituation? known) =>
        Assert.That(LeavingFacts.Situation(Left, [new(DateOnly.Parse(on, null), FollowUpSituation.Employed, null)]), Is.EqualTo(known));

    [Test]
    public void LeavingFacts_WhenHeardTwice_TheLastCounts()
    {
        Heard[] heard = [new(new(2026, 7, 20), FollowUpSituation.JobSearching, null), new(Left, FollowUpSituation.Employed, null), new(new(2026, 12, 30), FollowUpSituation.Training, true)];

        Assert.That(LeavingFacts.Situation(Left, heard), Is.EqualTo(FollowUpSituation.JobSearching));
        Assert.That(LeavingFacts.SixMonths(Left, heard), Is.EqualTo(heard[2]));
        Assert.That(LeavingFacts.SixMonths(new(2026, 5, 1), heard), Is.EqualTo(heard[2]));
        Assert.That(LeavingFacts.SixMonths(new(2026, 4, 1), heard), Is.Null, "too late to tell");
    }

    [TestCase(null, null, "2027-01-01", ResultState.NotYet)]
    [TestCase("2026-06-30", null, "2026-12-01", ResultState.NotYet)]
    [TestCase("2026-06-30", null, "2026-12-02", ResultState.Due)]
    [TestCase("2026-06-30", FollowUpSituation.Inactive, "2026-12-02", ResultState.Known)]
    public void SixMonths_AreAskedOnceTheirDayIsNear(string? left, FollowUpSituation? situation, string today, ResultState state) =>
        Assert.That(LeavingFacts.SixMonthsState(left is null ? null : DateOnly.Parse(left, null), situation, DateOnly.Parse(today, null)), Is.EqualTo(state));

    [TestCase(CaseOutcome.Employed, FollowUpSituation.Employed)]
    [TestCase(CaseOutcome.SelfEmployment, FollowUpSituation.SelfEmployed)]
    [TestCase(CaseOutcome.Training, FollowUpSituation.Training)]
    [TestCase(CaseOutcome.DroppedOut, null)]
    public void LeavingFacts_OfAnOutcome_SayWhatItSays(CaseOutcome outcome, FollowUpSituation? situation) => Assert.That(LeavingFacts.Of(outcome), Is.EqualTo(situation));

    [TestCase("IT", Answer.No)]
    [TestCase("RO", Answer.No)]
    [TestCase("GB", Answer.Yes)]
    [TestCase("MA", Answer.Yes)]
    [TestCase(null, null)]
    public void EntryIsComplete_OfACitizenship_KnowsThirdCountries(string? country, Answer? third) => Assert.That(EntryIsComplete.ThirdCountry(country), Is.EqualTo(third));

    private static readonly KnownEntry Nothing = new(null, null, null, null, null, null, null);

    private static readonly EntryAnswers All = new(new(2026, 5, 1), EntryEmployment.Unemployed, new(2025, 1, 1), "2", Answer.No, Answer.No, Answer.NotSaid, Answer.NotSaid, Answer.Yes, Answer.No);

    [Test]
    public void EntryIsComplete_WhenAllIsAnsweredOrKnown_PutsThemTogether()
    {
        var complete = EntryIsComplete.Check(Nothing with { Education = "3" }, All with { Education = null });

        Assert.That(complete, Is.EqualTo(new KnownEntry(new(2025, 1, 1), "3", Answer.No, Answer.No, Answer.NotSaid, Answer.NotSaid, Answer.Yes)));
        Assert.That(EntryIsComplete.Check(Nothing, All with { Employment = EntryEmployment.Inactive, UnemployedSince = null }).UnemployedSince, Is.Null, "asked only of who is unemployed");
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return new(Nothing, All with { Education = null }, "education");
        yield return new(Nothing, All with { UnemployedSince = null }, "unemployedSince");
        yield return new(Nothing, All with { Disability = null }, "disability");
        yield return new(Nothing, All with { ThirdCountry = null }, "thirdCountry");
        yield return new(Nothing, All with { ForeignBackground = null }, "foreignBackground");
        yield return new(Nothing, All with { Minority = null }, "minority");
        yield return new(Nothing, All with { HousingExclusion = null }, "housingExclusion");
        yield return new(Nothing with { Education = "3" }, All, "education");
        yield return new(Nothing with { Disability = Answer.Yes }, All, "disability");
        yield return new(Nothing, All with { UnemployedSince = new(2026, 5, 2) }, "unemployedSince");
    }

    [TestCaseSource(nameof(Wrong))]
    public void EntryIsComplete_WhenMissingOrContradicted_NamesTheField(KnownEntry known, EntryAnswers asked, string field) =>
        Assert.That(() => EntryIsComplete.Check(known, asked), Throws.InstanceOf<FieldException>().With.Property("Field").EqualTo(field));
}
