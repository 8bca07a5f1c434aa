using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class DurationTests
{
    private static readonly MaximumDuration Maximum = new();
    private static readonly MinimumDuration Minimum = new();

    [TestCase(12, 0, ExpectedResult = "Ok")]
    [TestCase(12, 1, ExpectedResult = "Blocks")]
    public string Maximum_WhenExtracurricular_IsTwelveMonthsToTheDay(int months, int moreDays) => Maximum.Check(SampleFacts.Good.Lasting(months, moreDays)).Outcome.ToString();

    [TestCase(24, 0, ExpectedResult = "Ok")]
    [TestCase(24, 1, ExpectedResult = "Blocks")]
    public string Maximum_WhenPersonHasADisability_IsTwentyFour(int months, int moreDays) =>
        Maximum.Check(SampleFacts.Good.With((PersonFacts person) => person with { HasDisability = true }).Lasting(months, moreDays)).Outcome.ToString();

    [TestCase(6, false, ExpectedResult = "Ok")]
    [TestCase(7, false, ExpectedResult = "Blocks")]
    [TestCase(12, true, ExpectedResult = "Ok")]
    [TestCase(13, true, ExpectedResult = "Blocks")]
    public string Maximum_WhenEmiliaRomagna_IsSixOrTwelveForDisadvantagedPeople(int months, bool disadvantaged) => Maximum.Check(SampleFacts.Good
        .With((PersonFacts person) => person with { IsDisadvantaged = disadvantaged })
        .With((InclusionPlatform.Internships.RuleSets.RuleSet figures) => figures with { MaxMonths = 6, MaxMonthsDisadvantaged = 12 })
        .Lasting(months)).Outcome.ToString();

    [TestCase(24, false, ExpectedResult = "Ok")]
    [TestCase(25, false, ExpectedResult = "Blocks")]
    [TestCase(25, true, ExpectedResult = "Ok")]
    public string Maximum_WhenSocialInclusion_GoesBeyondTwentyFourOnlyWithAnAttestation(int months, bool attested) => Maximum.Check(SampleFacts.GoodTis
        .With((DocumentFacts papers) => attested ? papers with { AttestedBy = "SerD", AttestedOn = new(2026, 11, 1) } : papers)
        .Lasting(months)).Outcome.ToString();

    [TestCase(36, ExpectedResult = "Ok")]
    [TestCase(37, ExpectedResult = "Blocks")]
    public string Maximum_WhenAnAttestationHasItsOwnLimit_StopsThere(int months) => Maximum.Check(SampleFacts.GoodTis
        .With((InclusionPlatform.Internships.RuleSets.RuleSet figures) => figures with { MaxMonthsAttested = 36 })
        .With((DocumentFacts papers) => papers with { AttestedBy = "SerD", AttestedOn = new(2026, 11, 1) })
        .Lasting(months)).Outcome.ToString();

    [Test]
    public void Maximum_WhenBroken_SaysTheLastDayThatWouldDo()
    {
        var result = Maximum.Check(SampleFacts.Good.Lasting(13));

        Assert.That(result.Sentence.It, Does.Contain("13").And.Contain("12").And.Contain("29/11/2027"));
        Assert.That(result.Numbers, Does.ContainKey("allowed").WithValue(12));
        Assert.That(result.Act, Does.Contain("86/CSR"));
    }

    [TestCase(2, 0, false, ExpectedResult = "Ok")]
    [TestCase(2, -1, false, ExpectedResult = "Blocks")]
    [TestCase(1, 0, false, ExpectedResult = "Blocks")]
    [TestCase(1, 0, true, ExpectedResult = "Ok")]
    [TestCase(1, -1, true, ExpectedResult = "Blocks")]
    public string Minimum_WhenExtracurricular_IsTwoMonthsOrOneByTheSeason(int months, int moreDays, bool seasonal) =>
        Minimum.Check(SampleFacts.Good.With((PlanFacts plan) => plan with { Seasonal = seasonal }).Lasting(months, moreDays)).Outcome.ToString();

    [Test]
    public void Maximum_WhenTheAttestedOneIsShorterThanThePersonsOwn_SaysThePersonsOwn_LR26Of2023Puglia()
    {
        var result = Maximum.Check(SampleFacts.Good
            .With((PersonFacts person) => person with { HasDisability = true })
            .With((InclusionPlatform.Internships.RuleSets.RuleSet figures) => figures with { MaxMonths = 6, AttestationExtends = true, MaxMonthsAttested = 12 })
            .Lasting(25));

        Assert.That((result.Outcome, result.Sentence.It), Is.EqualTo((RuleOutcome.Blocks, "La durata è di 25 mesi e il massimo è 24: per rispettarlo il tirocinio deve finire entro il 29/11/2028.")));
    }

    [TestCase(2, 0, ExpectedResult = "Ok")]
    [TestCase(2, -1, ExpectedResult = "Blocks")]
    public string Minimum_WhenSeasonalAndTheRegionMakesNoException_IsTheSame(int months, int moreDays) => Minimum.Check(SampleFacts.Good
        .With((PlanFacts plan) => plan with { Seasonal = true })
        .With((InclusionPlatform.Internships.RuleSets.RuleSet figures) => figures with { MinMonthsSeasonal = null })
        .Lasting(months, moreDays)).Outcome.ToString();

    [Test]
    public void Minimum_WhenBroken_NamesTheSeasonOnlyWhereItWouldHelp()
    {
        var usual = Minimum.Check(SampleFacts.Good.Lasting(2, -1)).Sentence;
        var seasonal = Minimum.Check(SampleFacts.Good.With((PlanFacts plan) => plan with { Seasonal = true }).Lasting(1, -1)).Sentence;

        Assert.That(usual.It, Is.EqualTo("Il tirocinio dura meno del minimo di 2 mesi: deve finire il 29/01/2027 o dopo. Per le attività stagionali basta un mese: indicarlo nella proposta."));
        Assert.That((seasonal.It, seasonal.En), Is.EqualTo((
            "Il tirocinio dura meno del minimo di un mese: deve finire il 29/12/2026 o dopo.", "The internship is shorter than the minimum of one month: it must end on 29/12/2026 or later.")));
    }

    [Test]
    public void Minimum_WhenSocialInclusion_IsTheRegionsBusiness()
    {
        Assert.That(Minimum.Check(SampleFacts.GoodTis.Lasting(1, -20)).Outcome, Is.EqualTo(RuleOutcome.Ok));
    }
}
