using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class PeopleAndPlacesTests
{
    [Test]
    public void CaseIsOpen_WhenCaseWasOpenedAfterTheFirstDay_Blocks()
    {
        var rule = new CaseIsOpen();

        Assert.That(rule.Check(SampleFacts.Good.With((PersonFacts person) => person with { CaseOpenedOn = SampleFacts.Monday })).Outcome, Is.EqualTo(RuleOutcome.Ok));
        Assert.That(rule.Check(SampleFacts.Good.With((PersonFacts person) => person with { CaseOpenedOn = SampleFacts.Monday.AddDays(1) })).Outcome, Is.EqualTo(RuleOutcome.Blocks));
    }

    [Test]
    public void CaseIsOpen_WhenCaseIsClosedBeforeTheLastDay_Blocks()
    {
        var rule = new CaseIsOpen();
        var end = SampleFacts.Good.Plan.EndsOn;

        Assert.That(rule.Check(SampleFacts.Good.With((PersonFacts person) => person with { CaseClosedOn = end.AddDays(-1) })).Outcome, Is.EqualTo(RuleOutcome.Blocks));
        Assert.That(rule.Check(SampleFacts.Good.With((PersonFacts person) => person with { CaseClosedOn = end })).Outcome, Is.EqualTo(RuleOutcome.Ok));
    }

    [Test]
    public void HostIsNotArchived_WhenArchived_Blocks()
    {
        Assert.That(new HostIsNotArchived().Check(SampleFacts.Good.With((HostFacts host) => host with { IsArchived = true })).Outcome, Is.EqualTo(RuleOutcome.Blocks));
    }

    [Test]
    public void PersonIsFree_WhenAnotherEndsTheDayBefore_Holds()
    {
        var rule = new PersonIsFree();
        RuleFacts Until(DateOnly day) => SampleFacts.Good.With((PersonFacts person) => person with { Running = [new(SampleFacts.Monday.AddDays(-60), day)] });

        Assert.That(rule.Check(Until(SampleFacts.Monday.AddDays(-1))).Outcome, Is.EqualTo(RuleOutcome.Ok));
        Assert.That(rule.Check(Until(SampleFacts.Monday)).Outcome, Is.EqualTo(RuleOutcome.Blocks));
    }

    [Test]
    public void SameHostAgain_WhenExtracurricular_BlocksEvenWithAnAttestation()
    {
        var again = SampleFacts.Good
            .With((PersonFacts person) => person with { BeforeAtThisHost = 1 })
            .With((DocumentFacts papers) => papers with { AttestedBy = "SerD", AttestedOn = new(2026, 11, 1) });

        Assert.That(new NotAtTheSameHostAgain().Check(again).Outcome, Is.EqualTo(RuleOutcome.Blocks));
    }

    [TestCase(false, ExpectedResult = "Blocks")]
    [TestCase(true, ExpectedResult = "Ok")]
    public string SameHostAgain_WhenSocialInclusion_NeedsAnAttestation(bool attested) => new NotAtTheSameHostAgain().Check(SampleFacts.GoodTis
        .With((PersonFacts person) => person with { BeforeAtThisHost = 1 })
        .With((DocumentFacts papers) => attested ? papers with { AttestedBy = "SerD", AttestedOn = new(2026, 11, 1) } : papers)).Outcome.ToString();

    [TestCase(true, 0, false, ExpectedResult = "Ok")]
    [TestCase(true, 1, true, ExpectedResult = "Ok", TestName = "Accord 22-1-2015, rep. 7/CSR: repeated with the attestation of the public service")]
    [TestCase(true, 1, false, ExpectedResult = "Blocks", TestName = "Accord 22-1-2015, rep. 7/CSR: not repeated without it, at whatever host")]
    [TestCase(true, 3, false, ExpectedResult = "Blocks")]
    [TestCase(false, 1, false, ExpectedResult = "Ok")]
    public string Inclusion_WhenRepeated_NeedsAnAttestation(bool inclusion, int before, bool attested)
    {
        var result = new InclusionIsRepeated().Check((inclusion ? SampleFacts.GoodTis : SampleFacts.Good)
            .With((PersonFacts person) => person with { InclusionBefore = before })
            .With((DocumentFacts papers) => attested ? papers with { AttestedBy = "SerD", AttestedOn = new(2026, 11, 1) } : papers));

        Assert.That(!inclusion || result.Act == "Accordo 22-1-2015, rep. 7/CSR");
        return result.Outcome.ToString();
    }

    [TestCase(2, ExpectedResult = "Ok")]
    [TestCase(3, ExpectedResult = "Blocks")]
    public string HostTutorLoad_WhenExtracurricular_IsThreeInAll(int others) =>
        new HostTutorLoad().Check(SampleFacts.Good.With((HostFacts host) => host with { OfHostTutor = SampleFacts.Running(others) })).Outcome.ToString();

    [Test]
    public void HostTutorLoad_WhenFigureIsNotConfirmed_SaysSo()
    {
        Assert.That(new HostTutorLoad().Check(SampleFacts.Good).ToVerify);
    }

    [Test]
    public void HostTutorLoad_WhenRegionSetsNone_OnlyCounts()
    {
        var result = new HostTutorLoad().Check(SampleFacts.GoodTis.With((HostFacts host) => host with { OfHostTutor = SampleFacts.Running(9) }));

        Assert.That(result.Outcome, Is.EqualTo(RuleOutcome.Ok));
        Assert.That(result.Numbers["others"], Is.EqualTo(9));
    }

    [TestCase(19, ExpectedResult = "Ok")]
    [TestCase(20, ExpectedResult = "Warns")]
    public string PromoterTutorLoad_WhenTwentyAreFollowed_Warns(int others) =>
        new PromoterTutorLoad().Check(SampleFacts.Good.With((HostFacts host) => host with { OfPromoterTutor = SampleFacts.Running(others) })).Outcome.ToString();

    [TestCase(40, ExpectedResult = "Ok")]
    [TestCase(41, ExpectedResult = "Blocks")]
    public string WeeklyHours_WhenAboveTheContract_Blocks(int hours) => new WeeklyHours().Check(SampleFacts.Good.With((PlanFacts plan) => plan with { WeeklyHours = hours })).Outcome.ToString();

    [TestCase("Paola Neri", "NERI  Paola", true)]
    [TestCase("Nicolò D'Amico", "d’amico nicolo", true)]
    [TestCase("Paola Neri", "Paolo Neri", false)]
    [TestCase("Paola Neri", "Paola", false)]
    public void HostTutor_HoweverTheNameIsWritten_IsTheSamePerson(string one, string other, bool same) =>
        Assert.That(FactsReader.SameTutor(one) == FactsReader.SameTutor(other), Is.EqualTo(same));

    [Test]
    public void Promoter_WhoHosts_BlocksOrIsToBeVerified()
    {
        var rule = new PromoterIsNotTheHost();

        Assert.That(rule.Check(SampleFacts.Good).Outcome, Is.EqualTo(RuleOutcome.Ok));
        Assert.That((rule.Check(SampleFacts.Good with { PromoterIsTheHost = true }).Outcome, rule.MayBeSetAside), Is.EqualTo((RuleOutcome.Blocks, false)));
        var inclusion = rule.Check(SampleFacts.GoodTis with { PromoterIsTheHost = true });
        Assert.That((inclusion.Outcome, inclusion.ToVerify), Is.EqualTo((RuleOutcome.Warns, true)));
    }

    [TestCase("00488410010", "00488410010", true)]
    [TestCase("IT 00488410010", "00488410010", true)]
    [TestCase("12345678903", "00488410010", false)]
    [TestCase(null, null, false)]
    [TestCase("", "", false)]
    public void Promoter_AndHost_AreOneByTheirTaxCodes(string? host, string? promoter, bool one) => Assert.That(PromoterIsNotTheHost.AreOne(host, promoter), Is.EqualTo(one));

    [TestCase(true, true, RuleOutcome.Ok, "")]
    [TestCase(false, true, RuleOutcome.Warns, "scheda dell'azienda")]
    [TestCase(true, false, RuleOutcome.Warns, "soggetto promotore")]
    [TestCase(false, false, RuleOutcome.Warns, "scheda dell'azienda")]
    public void TaxCodes_OfBothParties_AreKnownOrMissed(bool host, bool promoter, RuleOutcome outcome, string said)
    {
        var result = new TaxCodesAreKnown().Check(SampleFacts.Good with { HostTaxCodeIsKnown = host, PromoterTaxCodeIsKnown = promoter });

        Assert.That(result.Outcome, Is.EqualTo(outcome));
        Assert.That(result.Sentence.It, Does.Contain(said));
    }
}
