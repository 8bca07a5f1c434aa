using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Beneficiaries.Selection;
using InclusionPlatform.Beneficiaries.Selection.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class SelectionRules
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static SelectionFacts Facts(
        int? children = null, bool? alone = null, DateOnly? unemployedSince = null, string birth = "1990-01-01", bool woman = false, string? education = null, string[]? categories = null, bool? housing = null) =>
        new(children, alone, unemployedSince, DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture), woman, education, categories?.ToHashSet(), housing);

    [TestCase("ParentOfMinors", null, "Unknown Met NotMet")]
    [TestCase("SingleParent", null, "Unknown Met NotMet")]
    [TestCase("LongUnemployed", "12", "Unknown Met NotMet")]
    [TestCase("DisadvantageCategory", "l381-invalidity", "Unknown Met NotMet")]
    [TestCase("DisadvantageCategory", null, "Unknown Met NotMet")]
    [TestCase("AgeBand", "18-36", "Met Met NotMet")]
    [TestCase("HousingExclusion", null, "Unknown Met NotMet")]
    [TestCase("Woman", null, "NotMet Met NotMet")]
    [TestCase("LowEducation", null, "Unknown Met NotMet")]
    [TestCase("Judged", "Motivazione", "Unknown Unknown Unknown")]
    public void Score_WhenNothingIsKnownAllHoldsOrNothingHolds_SaysWhy(string criterion, string? argument, string bases)
    {
        SelectionFacts[] people =
        [
            Facts(),
            Facts(2, true, new(2025, 11, 23), "1990-01-01", true, "2", ["l381-invalidity"], true),
            Facts(0, false, new(2025, 11, 24), "1980-01-01", false, "3", [], false),
        ];
        DeclaredCriterion declared = new(Enum.Parse<SelectionCriterion>(criterion), argument, 7);

        var lines = people.Select(facts => SelectionScore.Of(facts, [declared], ["l381-invalidity"], [], Today).Single()).ToArray();

        Assert.That(string.Join(' ', lines.Select(line => line.Basis)), Is.EqualTo(bases));
        Assert.That(lines.Select(line => line.Points), Is.EqualTo(lines.Select(line => line.Basis is ScoreBasis.Met ? 7 : 0)));
    }

    [Test]
    public void Score_WhenGivenByHand_CountsOnlyWhereNobodyKnowsAndNeverMoreThanDeclared()
    {
        DeclaredCriterion parent = new(SelectionCriterion.ParentOfMinors, null, 10), judged = new(SelectionCriterion.Judged, "Motivazione", 5);
        HandPoints[] hand = [new(parent.Key, 10, "Certificato visto"), new(judged.Key, 9, "Colloquio")];

        var unknown = SelectionScore.Of(Facts(), [parent, judged], [], hand, Today);
        var known = SelectionScore.Of(Facts(children: 0), [parent], [], hand, Today);

        Assert.That(unknown.Select(line => (line.Points, line.Basis)), Is.EqualTo(new[] { (10, ScoreBasis.ByHand), (5, ScoreBasis.ByHand) }));
        Assert.That(unknown[0].Reason, Is.EqualTo("Certificato visto"));
        Assert.That((known[0].Points, known[0].Reason), Is.EqualTo((0, (string?)null)));
    }

    [TestCase(null, null, null)]
    [TestCase("l381-invalidity", null, true)]
    [TestCase("l381-convict", null, false)]
    [TestCase(null, 1, true)]
    [TestCase(null, 0, false)]
    public void Eligible_WhenAttestedOrSaidByHandOrUnknown_FollowsTheAttestation(string? attested, int? byHand, bool? eligible) =>
        Assert.That(
            SelectionScore.Eligible(Facts(categories: attested is null ? null : [attested]), ["l381-invalidity"], byHand is { } points ? [new(SelectionScore.Eligibility, points, null)] : []),
            Is.EqualTo(eligible));

    [TestCase(SelectionCriterion.LongUnemployed, "12", true)]
    [TestCase(SelectionCriterion.LongUnemployed, null, false)]
    [TestCase(SelectionCriterion.LongUnemployed, "0", false)]
    [TestCase(SelectionCriterion.AgeBand, "18-29", true)]
    [TestCase(SelectionCriterion.AgeBand, "29-18", false)]
    [TestCase(SelectionCriterion.AgeBand, "18", false)]
    [TestCase(SelectionCriterion.DisadvantageCategory, null, true)]
    [TestCase(SelectionCriterion.DisadvantageCategory, "rich", false)]
    [TestCase(SelectionCriterion.Judged, null, false)]
    [TestCase(SelectionCriterion.Judged, "Motivazione", true)]
    [TestCase(SelectionCriterion.Woman, "x", false)]
    public void Argument_WhenWritten_FitsItsCriterionOnly(object criterion, string? argument, bool fits) =>
        Assert.That(CriterionArgument.Fits((SelectionCriterion)criterion, argument), Is.EqualTo(fits));

    [Test]
    public void Order_WhenPointsAreEqual_FollowsTheDeclaredRulesAndAtTheEndTheNumber()
    {
        var order = new RankingOrder([TieBreak.MoreMinorChildren, TieBreak.LongerUnemployed, TieBreak.Younger]);
        RankingKey Key(int number, int points = 5, int? children = null, DateOnly? since = null, int born = 1980) => new(number, points, children, since, new(born, 1, 1), Today);
        var first = Key(9, points: 6);
        var parent = Key(8, children: 2);
        var longer = Key(7, children: 1, since: new(2020, 1, 1));
        var younger = Key(6, children: 1, born: 1990);
        var low = Key(2, children: 1);
        var high = Key(3, children: 1);

        Assert.That(new[] { high, low, younger, longer, parent, first }.Order(order), Is.EqualTo(new[] { first, parent, longer, younger, low, high }));
        Assert.That(
            new[] { order.Between(first, parent), order.Between(parent, longer), order.Between(longer, younger), order.Between(younger, low), order.Between(low, high) },
            Is.EqualTo(new TieBreak?[] { null, TieBreak.MoreMinorChildren, TieBreak.LongerUnemployed, TieBreak.Younger, TieBreak.Number }));
    }

    [Test]
    public void Order_WhateverTheOrderOfReading_IsTheSame() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 5)).ToArbitrary(),
        drawn =>
        {
            var keys = drawn.Select((one, index) => new RankingKey(index, one % 3, one % 2, null, Today, Today)).ToArray();
            var order = new RankingOrder([TieBreak.MoreMinorChildren]);
            return keys.Order(order).SequenceEqual(Enumerable.Reverse(keys).Order(order));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Freezing_WhenSomethingIsMissing_NamesItAndTheNumbersOnly()
    {
        ScoreLine judged = new("judged:x", SelectionCriterion.Judged, "x", 5, 0, ScoreBasis.Unknown, null);
        CandidateToFreeze whole = new(1, true, []), outside = new(2, false, []), unknown = new(4, null, []), open = new(3, true, [judged]);

        Assert.That(RankingCanBeFrozen.Broken(0, []).Select(rule => rule.Code), Is.EqualTo(new[] { "ranking.no-criteria", "ranking.no-candidates" }));
        var broken = RankingCanBeFrozen.Broken(1, [unknown, whole, outside, open]).ToArray();
        Assert.That(broken.Select(rule => rule.Code), Is.EqualTo(new[] { "ranking.not-eligible", "ranking.points-missing" }));
        Assert.That(broken[0].Message.It, Does.Contain("2, 4"));
        Assert.That(() => RankingCanBeFrozen.Check(1, [whole]), Throws.Nothing);
        Assert.That(() => RankingCanBeFrozen.Check(1, [open]), Throws.InstanceOf<RulesBrokenException>());
    }

    [TestCase("Rita Nicolò", "Ambito", ExpectedResult = 1)]
    [TestCase("rita nicolo'", "ambito", ExpectedResult = 1)]
    [TestCase("Rita Nicolò", null, ExpectedResult = 1)]
    [TestCase("Rita Nicolò", "Provincia", ExpectedResult = null)]
    [TestCase("Rita Nicoli", "Ambito", ExpectedResult = null)]
    [TestCase("", "Ambito", ExpectedResult = null)]
    public int? MemberIsThereOnce_WhenNamedAgain_IsFound(string name, string? body) => MemberIsThereOnce.Repeated([new("Rita Nicolò", "Ambito"), new(name, body)]);
}
