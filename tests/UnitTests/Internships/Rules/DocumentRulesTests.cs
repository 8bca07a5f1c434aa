using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class DocumentRulesTests
{
    private static readonly DateOnly Start = SampleFacts.Monday, End = SampleFacts.Good.Plan.EndsOn;

    private static string Convention(Func<ConventionFacts, ConventionFacts> change) => new ConventionCoversTheDates().Check(SampleFacts.Good with { Convention = change(SampleFacts.Good.Convention!) }).Outcome.ToString();

    [Test]
    public void Convention_WhenItDoesNotCoverTheDates_Blocks()
    {
        Assert.That(Convention(convention => convention with { ValidFrom = Start, ValidTo = End }), Is.EqualTo("Ok"));
        Assert.That(Convention(convention => convention with { ValidFrom = Start.AddDays(1) }), Is.EqualTo("Blocks"));
        Assert.That(Convention(convention => convention with { ValidTo = End.AddDays(-1) }), Is.EqualTo("Blocks"));
    }

    [Test]
    public void Convention_WhenMoreDaysAreUncovered_SaysAnotherNumber()
    {
        string Numbers(DateOnly to) => new ConventionCoversTheDates().Check(SampleFacts.Good with { Convention = SampleFacts.Good.Convention! with { ValidTo = to } }).NumbersText;

        Assert.That((Numbers(End.AddDays(-1)), Numbers(End.AddDays(-31))), Is.EqualTo(("uncoveredDays=1", "uncoveredDays=31")), "what goes on further is looked at again");
    }

    [Test]
    public void Convention_WhenSignedAfterTheFirstDay_Blocks()
    {
        Assert.That(Convention(convention => convention with { SignedOn = Start }), Is.EqualTo("Ok"));
        Assert.That(Convention(convention => convention with { SignedOn = Start.AddDays(1) }), Is.EqualTo("Blocks"));
    }

    [Test]
    public void Convention_WhenOfAnotherHostOrMissing_Blocks()
    {
        Assert.That(Convention(convention => convention with { IsOfThisHost = false }), Is.EqualTo("Blocks"));
        Assert.That(new ConventionCoversTheDates().Check(SampleFacts.Good with { Convention = null }).Outcome, Is.EqualTo(RuleOutcome.Blocks));
    }

    [Test]
    public void Project_WhenASignatureIsMissing_NamesWhose()
    {
        var result = new ProjectIsSigned().Check(SampleFacts.Good.With((DocumentFacts papers) => papers with { SignedByHostOn = null }));

        Assert.That(result.Outcome, Is.EqualTo(RuleOutcome.Blocks));
        Assert.That(result.Sentence.It, Does.Contain("azienda").And.Not.Contain("persona"));
    }

    [Test]
    public void Project_WhenSignedAfterTheFirstDay_Blocks()
    {
        var rule = new ProjectIsSigned();

        Assert.That(rule.Check(SampleFacts.Good.With((DocumentFacts papers) => papers with { SignedByPersonOn = Start })).Outcome, Is.EqualTo(RuleOutcome.Ok));
        Assert.That(rule.Check(SampleFacts.Good.With((DocumentFacts papers) => papers with { SignedByPersonOn = Start.AddDays(1) })).Outcome, Is.EqualTo(RuleOutcome.Blocks));
    }

    [TestCase("PrivateEmployer", "2026-11-29")]
    [TestCase("PublicAdministration", "2026-12-20")]
    [TestCase("PrivateSchoolOrTraining", "2026-12-10")]
    public void Communication_WhenHostIsOfAType_HasItsDeadline(string type, string deadline)
    {
        Assert.That(CommunicationIsSent.Deadline(Enum.Parse<HostType>(type), Start), Is.EqualTo(DateOnly.Parse(deadline, null)));
    }

    [Test]
    public void Communication_WhenStartIsInDecember_PublicDeadlineIsInJanuary()
    {
        Assert.That(CommunicationIsSent.Deadline(HostType.PublicAdministration, new(2026, 12, 31)), Is.EqualTo(new DateOnly(2027, 1, 20)));
    }

    [TestCase(-1, ExpectedResult = "Ok")]
    [TestCase(0, ExpectedResult = "Blocks")]
    public string Communication_WhenPrivate_IsSentBeforeTheFirstDay(int days) =>
        new CommunicationIsSent().Check(SampleFacts.Good.With((DocumentFacts papers) => papers with { CommunicationSentOn = Start.AddDays(days) })).Outcome.ToString();

    [TestCase("PrivateEmployer", ExpectedResult = "Blocks")]
    [TestCase("PublicAdministration", ExpectedResult = "Warns")]
    [TestCase("PrivateSchoolOrTraining", ExpectedResult = "Warns")]
    public string Communication_WhenMissing_BlocksOnlyWhereItMustPrecede(string type) => new CommunicationIsSent().Check(SampleFacts.Good
        .With((PlanFacts plan) => plan with { HostType = Enum.Parse<HostType>(type) })
        .With((DocumentFacts papers) => papers with { CommunicationProtocol = null, CommunicationSentOn = null })).Outcome.ToString();

    [TestCase("PublicAdministration", "2026-12-20", ExpectedResult = "Warns")]
    [TestCase("PublicAdministration", "2026-12-21", ExpectedResult = "Blocks", TestName = "D.L. 510/1996, art. 9-bis: of a public host it is missing once the 20th of the following month is over")]
    [TestCase("PrivateSchoolOrTraining", "2026-12-10", ExpectedResult = "Warns")]
    [TestCase("PrivateSchoolOrTraining", "2026-12-11", ExpectedResult = "Blocks")]
    public string Communication_WhenItsLastDayIsOver_BlocksThereToo(string type, string today) => new CommunicationIsSent().Check((SampleFacts.Good with { Today = DateOnly.Parse(today, null) })
        .With((PlanFacts plan) => plan with { HostType = Enum.Parse<HostType>(type) })
        .With((DocumentFacts papers) => papers with { CommunicationProtocol = null, CommunicationSentOn = null })).Outcome.ToString();

    [Test]
    public void Covers_WhenNeitherConventionNorInternshipHasThem_Block()
    {
        var bare = SampleFacts.Good with { Convention = SampleFacts.Good.Convention! with { InailPosition = null, LiabilityPolicy = null } };

        Assert.That(new InailCover().Check(bare).Outcome, Is.EqualTo(RuleOutcome.Blocks));
        Assert.That(new LiabilityCover().Check(bare).Outcome, Is.EqualTo(RuleOutcome.Blocks));
        Assert.That(new InailCover().Check(bare.With((DocumentFacts papers) => papers with { InailPosition = "1" })).Outcome, Is.EqualTo(RuleOutcome.Ok));
        Assert.That(new LiabilityCover().Check(bare.With((DocumentFacts papers) => papers with { LiabilityPolicy = "1" })).Outcome, Is.EqualTo(RuleOutcome.Ok));
    }

    [Test]
    public void HostDeclaration_WhenMissing_BlocksExtracurricularAndWarnsSocialInclusion()
    {
        var rule = new HostDeclaresNoBars();

        Assert.That(rule.Check(SampleFacts.Good.With((DocumentFacts papers) => papers with { HostDeclaredOn = null })).Outcome, Is.EqualTo(RuleOutcome.Blocks));
        Assert.That(rule.Check(SampleFacts.GoodTis.With((DocumentFacts papers) => papers with { HostDeclaredOn = null })).Outcome, Is.EqualTo(RuleOutcome.Warns));
        Assert.That(rule.Check(SampleFacts.Good.With((DocumentFacts papers) => papers with { HostDeclaredOn = Start.AddDays(1) })).Outcome, Is.EqualTo(RuleOutcome.Blocks));
    }
}
