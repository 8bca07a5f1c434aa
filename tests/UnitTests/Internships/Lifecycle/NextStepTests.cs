using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Monitoring;

namespace InclusionPlatform.UnitTests.Internships.Lifecycle;

/// <summary>An internship from 30 November 2026 to 29 May 2027, looked at on 10 March 2027: each fact leads the way until the one before it is done.</summary>
internal sealed class NextStepTests
{
    private static readonly DateOnly First = new(2026, 11, 30), Last = new(2027, 5, 29), Today = new(2027, 3, 10);
    private static readonly Guid Extension = Guid.NewGuid(), Rest = Guid.NewGuid();

    /// <summary>All that can be open at once.</summary>
    private static NextStepFacts Everything(InternshipState state = InternshipState.Active) => new(state, First, Last, Today)
    {
        StartDueOn = new(2026, 12, 20),
        Extension = (Extension, new(2027, 6, 3)),
        CessationDueOn = new(2027, 3, 15),
        OpenMonth = RegisterMonth.Read("2027-01"),
        Visit = (VisitKind.Interview, new(2027, 3, 1)),
        Evaluation = (EvaluationStage.Intermediate, Evaluator.Person, new(2027, 3, 15)),
        OpenRest = Rest,
        HiringIsDue = true,
    };

    [Test]
    public void Next_WhenOneThingAfterTheOtherIsDone_GoesByLawThenPayThenPersonThenEnd()
    {
        var facts = Everything() with { LastDay = Today };
        (Func<NextStepFacts, NextStepFacts> Done, NextStepCode Next)[] order =
        [
            (one => one, NextStepCode.CommunicateStart),
            (one => one with { StartDueOn = null }, NextStepCode.CommunicateExtension),
            (one => one with { Extension = null }, NextStepCode.CommunicateCessation),
            (one => one with { CessationDueOn = null }, NextStepCode.CloseRegister),
            (one => one with { OpenMonth = null }, NextStepCode.Visit),
            (one => one with { Visit = null }, NextStepCode.Evaluate),
            (one => one with { Evaluation = null }, NextStepCode.End),
            (one => one with { LastDay = Last }, NextStepCode.Resume),
            (one => one with { OpenRest = null }, NextStepCode.WriteRegister),
            (one => one with { State = InternshipState.Ended }, NextStepCode.AskHiring),
            (one => one with { HiringIsDue = false }, NextStepCode.OpenDossier),
        ];
        foreach (var (done, next) in order)
        {
            facts = done(facts);
            Assert.That(NextStep.Of(facts)?.Code, Is.EqualTo(next));
        }
    }

    [TestCase(InternshipState.Proposed)]
    [TestCase(InternshipState.Cancelled)]
    public void Next_OfWhatDidNotBegin_IsNotToldHere(InternshipState state) => Assert.That(NextStep.Of(Everything(state)), Is.Null);

    [Test]
    public void Next_BeforeTheFirstDay_IsNothing() => Assert.That(NextStep.Of(Everything() with { Today = First.AddDays(-1) }), Is.Null);

    [TestCase("2027-03-10", NextStepCode.Visit)]
    [TestCase("2027-03-11", NextStepCode.WriteRegister)]
    public void Visit_ByItsDay_IsNextFromThatDayOn(string dueOn, NextStepCode next) =>
        Assert.That(NextStep.Of(new(InternshipState.Active, First, Last, Today) { Visit = (VisitKind.Visit, DateOnly.ParseExact(dueOn, "yyyy-MM-dd")) })!.Code, Is.EqualTo(next));

    [TestCase("2027-05-28", NextStepCode.WriteRegister)]
    [TestCase("2027-05-29", NextStepCode.End)]
    [TestCase("2027-06-20", NextStepCode.End)]
    public void End_ByTheDay_IsNextFromTheLastDayOn(string today, NextStepCode next) =>
        Assert.That(NextStep.Of(new(InternshipState.Active, First, Last, DateOnly.ParseExact(today, "yyyy-MM-dd")))!.Code, Is.EqualTo(next));

    [Test]
    public void Next_OfEachKind_SaysWhatItIsAbout()
    {
        var facts = Everything() with { StartDueOn = null };
        Assert.That(NextStep.Of(facts), Is.EqualTo(new NextStep(NextStepCode.CommunicateExtension, new(2027, 6, 3)) { ExtensionId = Extension }));
        facts = facts with { Extension = null, CessationDueOn = null };
        Assert.That(NextStep.Of(facts), Is.EqualTo(new NextStep(NextStepCode.CloseRegister, new(2027, 2, 5)) { Month = "2027-01" }));
        facts = facts with { OpenMonth = null };
        Assert.That(NextStep.Of(facts), Is.EqualTo(new NextStep(NextStepCode.Visit, new(2027, 3, 1)) { Kind = VisitKind.Interview }));
        facts = facts with { Visit = null };
        Assert.That(NextStep.Of(facts), Is.EqualTo(new NextStep(NextStepCode.Evaluate, new(2027, 3, 15)) { Stage = EvaluationStage.Intermediate, Author = Evaluator.Person }));
        facts = facts with { Evaluation = null };
        Assert.That(NextStep.Of(facts), Is.EqualTo(new NextStep(NextStepCode.Resume) { SuspensionId = Rest }));
        Assert.That(NextStep.Of(facts with { OpenRest = null }), Is.EqualTo(new NextStep(NextStepCode.WriteRegister) { Month = "2027-03" }));
    }
}
