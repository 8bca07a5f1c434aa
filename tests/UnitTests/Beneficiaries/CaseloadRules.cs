using InclusionPlatform.Beneficiaries.Caseload.Rules;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class CaseloadRules
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static StepFacts Facts(
        bool open = true, int openedDaysAgo = 10, int newsDaysAgo = 5, bool runs = false, int? endsIn = null, int? appointmentIn = null, int? asked = null, int? reviewIn = null, bool plan = false,
        int? followUpIn = null) => new(
        Today.AddDays(-openedDaysAgo), open, Today.AddDays(-newsDaysAgo), runs, In(endsIn), In(appointmentIn), In(asked), null, In(reviewIn), plan, In(followUpIn));

    private static DateOnly? In(int? days) => days is { } number ? Today.AddDays(number) : null;

    private static IEnumerable<TestCaseData> Cases()
    {
        yield return new TestCaseData(Facts(), StepKind.MakePlan, 20).SetName("a new case without a plan: thirty days from taking charge");
        yield return new TestCaseData(Facts(newsDaysAgo: 28), StepKind.Contact, 2).SetName("long without news: before it stands still");
        yield return new TestCaseData(Facts(newsDaysAgo: 40), StepKind.Contact, -10).SetName("stalled: the contact is late");
        yield return new TestCaseData(Facts(appointmentIn: -1), StepKind.Appointment, -1).SetName("an appointment without an outcome");
        yield return new TestCaseData(Facts(plan: true, asked: -3), StepKind.SignPlan, -3).SetName("a plan that waits for signatures");
        yield return new TestCaseData(Facts(plan: true, reviewIn: 4), StepKind.ReviewPlan, 4).SetName("a review is near");
        yield return new TestCaseData(Facts(plan: true, newsDaysAgo: 90, runs: true, endsIn: 12), StepKind.InternshipEnds, 12).SetName("with an internship nobody is overdue for a contact");
        yield return new TestCaseData(Facts(plan: true, reviewIn: 3, appointmentIn: 3), StepKind.Appointment, 3).SetName("on the same day the more binding one");
        yield return new TestCaseData(Facts(open: false, followUpIn: 28, reviewIn: -9, appointmentIn: -9), StepKind.FollowUp, 28).SetName("closed: only the contact afterwards");
    }

    [TestCaseSource(nameof(Cases))]
    public void NextStep_IsTheOneDueFirst(object facts, object kind, int inDays) =>
        Assert.That(NextSteps.Of((StepFacts)facts)[0], Is.EqualTo(new CaseStep((StepKind)kind, Today.AddDays(inDays))));

    [Test]
    public void ClosedCase_WithoutContactsToMake_HasNoStep() => Assert.That(NextSteps.Of(Facts(open: false)), Is.Empty);

    [Test]
    public void OpenCase_AlwaysHasAStep_UnlessAnInternshipWithoutEndRuns() =>
        Assert.That(Enumerable.Range(0, 400).Select(day => NextSteps.Of(Facts(openedDaysAgo: day, newsDaysAgo: day, plan: day % 2 == 0))), Has.All.Not.Empty);

    [TestCase(61, 0, null, true)]
    [TestCase(60, 0, null, false)]
    [TestCase(200, 1, null, false)]
    [TestCase(200, 0, 0, false)]
    [TestCase(200, 0, -1, true)]
    public void NoSolution_IsSixtyDaysWithoutInternshipAndCourse(int openedDaysAgo, int internships, int? courseEndsIn, bool holds) =>
        Assert.That(CaseHasNoSolution.Holds(Today.AddDays(-openedDaysAgo), internships, In(courseEndsIn), Today), Is.EqualTo(holds));

    private static IEnumerable<TestCaseData> Standings()
    {
        yield return new(true, 0, 5, false, null, true, CaseStanding.Beginning);
        yield return new(true, 0, 5, true, null, true, CaseStanding.Planned);
        yield return new(true, 0, 5, true, 3, true, CaseStanding.Course);
        yield return new(true, 1, 50, true, 3, true, CaseStanding.Internship);
        yield return new(true, 0, 31, true, 3, true, CaseStanding.Stalled);
        yield return new(false, 0, 31, true, null, true, CaseStanding.FollowUp);
        yield return new(false, 0, 31, true, null, false, CaseStanding.Closed);
    }

    [TestCaseSource(nameof(Standings))]
    public void Standing_ComesFromFacts(bool open, int internships, int newsDaysAgo, bool plan, int? courseEndsIn, bool step, object standing) =>
        Assert.That(Standing.Of(open, internships, Today.AddDays(-newsDaysAgo), plan, In(courseEndsIn), step, Today), Is.EqualTo(standing));
}
