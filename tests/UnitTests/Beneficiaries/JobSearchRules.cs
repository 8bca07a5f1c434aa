using InclusionPlatform.Beneficiaries.JobSearch;
using InclusionPlatform.Beneficiaries.JobSearch.Applications;
using InclusionPlatform.Beneficiaries.JobSearch.Curricula;
using InclusionPlatform.Beneficiaries.JobSearch.Rules;
using InclusionPlatform.Beneficiaries.Plans;
using InclusionPlatform.Beneficiaries.Plans.Rules;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.TextDocuments;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class JobSearchRules
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>Everything is done: an answer is awaited.</summary>
    private static readonly JobStepFacts Done = new(true, true, true, null, 0, true, 0, 0, Today.AddDays(-2), Today.AddDays(8));

    private static IEnumerable<TestCaseData> Steps()
    {
        yield return new(Done, JobStep.Wait);
        yield return new(Done with { Open = false, NextInterviewOn = Today }, JobStep.None);
        yield return new(Done with { NextInterviewOn = Today.AddDays(2), SessionsToRecord = 1 }, JobStep.PrepareInterview);
        yield return new(Done with { NextInterviewOn = Today.AddDays(3), SessionsToRecord = 1 }, JobStep.RecordSession);
        yield return new(Done with { TargetSaid = false, HasCv = false }, JobStep.SayTarget);
        yield return new(Done with { HasCv = false, AnswersDue = 1 }, JobStep.WriteCv);
        yield return new(Done with { AnswersDue = 2, Drafts = 1 }, JobStep.ChaseAnswers);
        yield return new(Done with { Drafts = 1, LastAppliedOn = null }, JobStep.SendDraft);
        yield return new(Done with { LastAppliedOn = null }, JobStep.Apply);
        yield return new(Done with { LastAppliedOn = Today.AddDays(-7), SessionPlanned = false }, JobStep.Apply);
        yield return new(Done with { LastAppliedOn = Today.AddDays(-6), SessionPlanned = false }, JobStep.PlanSession);
        yield return new(Done with { NextInterviewOn = Today.AddDays(9) }, JobStep.PrepareInterview);
    }

    [TestCaseSource(nameof(Steps))]
    public void NextStep_WhenFactsAreSo_IsTheMostPressing(object facts, object step) => Assert.That(NextStep.Of((JobStepFacts)facts, Today).Step, Is.EqualTo((JobStep)step));

    [Test]
    public void Target_WhenPlaceAndWorkAreSaid_IsSaid() => Assert.Multiple(() =>
    {
        Assert.That(JobTarget.Empty.IsSaid, Is.False);
        Assert.That((JobTarget.Empty with { Provinces = ["AP"] }).IsSaid, Is.False);
        Assert.That((JobTarget.Empty with { Duties = "Aiuto cuoco" }).IsSaid, Is.False);
        Assert.That((JobTarget.Empty with { Provinces = ["AP"], Duties = "Aiuto cuoco" }).IsSaid, Is.True);
        Assert.That((JobTarget.Empty with { Municipalities = ["044066"], Sectors = ["catering"] }).IsSaid, Is.True);
    });

    [Test]
    public void Session_WhenItsHourHasNotCome_CanOnlyBeCalledOff()
    {
        var (now, later) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));
        Assert.Multiple(() =>
        {
            Assert.That(Code(() => JobSessionIsPlanned.CheckOutcome(JobSessionState.Planned, JobSessionState.Held, later, now)), Is.EqualTo("job-session.not-begun"));
            Assert.That(Code(() => JobSessionIsPlanned.CheckOutcome(JobSessionState.Planned, JobSessionState.Missed, later, now)), Is.EqualTo("job-session.not-begun"));
            Assert.That(Code(() => JobSessionIsPlanned.CheckOutcome(JobSessionState.Planned, JobSessionState.Cancelled, later, now)), Is.Null);
            Assert.That(Code(() => JobSessionIsPlanned.CheckOutcome(JobSessionState.Planned, JobSessionState.Held, now, now)), Is.Null);
            Assert.That(Code(() => JobSessionIsPlanned.CheckOutcome(JobSessionState.Held, JobSessionState.Missed, now, now)), Is.EqualTo("job-session.recorded"));
            Assert.That(Code(() => JobSessionIsPlanned.CheckTakingBack(JobSessionState.Planned)), Is.EqualTo("job-session.no-outcome"));
        });
    }

    [Test]
    public void JobSearch_WhenItHasAPath_TellsHowItsActionStands()
    {
        var action = new PlanAction(Guid.NewGuid(), ActionKind.JobSearch, "Cercare lavoro", ActionBy.Person, null, null, Today.AddDays(60), 4, Today.AddDays(-10));
        var written = new WrittenStep(action.Id, 1, StepState.Done, Today, null);
        PlanFact Path(StepState state, DateOnly ends) => new(ActionKind.JobSearch, StepSource.JobSearch, state, Today.AddDays(-20), ends, Count: 3);
        ActionStep Step(WrittenStep[] steps, params PlanFact[] facts) => ActionProgress.Of([action], facts, steps).Single();

        Assert.Multiple(() =>
        {
            Assert.That(Step([]).State, Is.EqualTo(StepState.NotStarted));
            Assert.That(Step([written]), Has.Property("State").EqualTo(StepState.Done).And.Property("Source").EqualTo(StepSource.Operator), "what was written stands while there is no path");
            Assert.That(Step([written], Path(StepState.Running, DateOnly.MaxValue)), Has.Property("State").EqualTo(StepState.Running).And.Property("Count").EqualTo(3));
            Assert.That(Step([], Path(StepState.Done, Today)), Has.Property("State").EqualTo(StepState.Done).And.Property("On").EqualTo(Today));
            Assert.That(Step([], Path(StepState.Done, Today.AddDays(-11))).State, Is.EqualTo(StepState.NotStarted), "it was over before it was planned");
        });
    }

    [Test]
    public void News_WhenTheyFit_MoveTheApplication() => Assert.Multiple(() =>
    {
        Assert.That(NewsFits.After(JobApplicationState.Sent, JobNewsKind.Answered), Is.EqualTo(JobApplicationState.Answered));
        Assert.That(NewsFits.After(JobApplicationState.Sent, JobNewsKind.Reminded), Is.EqualTo(JobApplicationState.Sent));
        Assert.That(NewsFits.After(JobApplicationState.Answered, JobNewsKind.InterviewPlanned), Is.EqualTo(JobApplicationState.Interview));
        Assert.That(NewsFits.After(JobApplicationState.Interview, JobNewsKind.InterviewHeld), Is.EqualTo(JobApplicationState.Answered));
        Assert.That(NewsFits.After(JobApplicationState.Interview, JobNewsKind.Hired), Is.EqualTo(JobApplicationState.Closed));
        Assert.That(NewsFits.After(JobApplicationState.Closed, JobNewsKind.Reopened), Is.EqualTo(JobApplicationState.Answered));
        Assert.That(Code(() => NewsFits.After(JobApplicationState.Draft, JobNewsKind.Answered)), Is.EqualTo("job-application.not-sent"));
        Assert.That(Code(() => NewsFits.After(JobApplicationState.Closed, JobNewsKind.Refused)), Is.EqualTo("job-application.closed"));
        Assert.That(Code(() => NewsFits.After(JobApplicationState.Sent, JobNewsKind.Reopened)), Is.EqualTo("job-application.not-closed"));
        Assert.That(Code(() => NewsFits.After(JobApplicationState.Sent, JobNewsKind.Sent)), Is.EqualTo("job-application.news"));
    });

    [TestCase("Aiuto cuoco", null)]
    [TestCase("Addetta alle pulizie presso hotel Rosa", null)]
    [TestCase("Cuoca – Rosa De Santis", "job-application.subject-names-person")]
    [TestCase("Candidatura di Santis, de", "job-application.subject-names-person")]
    [TestCase("Categoria protetta, invalidità", "job-search.speaks-of-health-or-penal-facts")]
    public void Subject_WhenItNamesThePersonOrHealth_IsRefused(string duty, string? code) => Assert.That(Code(() => SubjectNamesNobody.Check(duty, "De Santis", "Rosa Maria")), Is.EqualTo(code));

    [Test]
    public void Cv_WhenItShowsNothingButWhatWasChosen_HoldsNothingElse()
    {
        var (work, other) = (Guid.NewGuid(), Guid.NewGuid());
        var pool = new CvPool(
            "Rosa", "De Santis", "333", "rosa@example.test", false, "Grottammare (AP)", new(1980, 1, 2), "Italia", "Diploma",
            new Dictionary<Guid, CvWork> { [work] = new(new(2020, 1, 1), null, "Cuoca", "Osteria <Mare>", false), [other] = new(new(2010, 1, 1), new(2011, 1, 1), "Volontaria in carcere", "Ente", false) },
            new Dictionary<Guid, CvWork>(), new Dictionary<Guid, CvCourse>(), ["Cucina", "Sala"], [], [], true);
        var draft = new CvDraft("Cuoca", null, false, false, false, false, false, [work], null, null, ["Cucina", "Inventata"], false, null, false, false, null, false, false);
        var cv = new CvContent(draft, CvChoices.Of(pool, draft));
        var page = CvPaper.Html(cv);

        Assert.Multiple(() =>
        {
            Assert.That(cv.Facts, Has.Property("Phone").Null.And.Property("Email").Null.And.Property("Municipality").Null.And.Property("BirthDate").Null.And.Property("Education").Null.And.Property("TargetedPlacement").False);
            Assert.That(cv.Facts.Skills, Is.EqualTo(new[] { "Cucina" }));
            Assert.That(page, Does.Contain("Osteria &lt;Mare&gt;").And.Contain("Rosa De Santis").And.Not.Contain("68/1999").And.Not.Contain("carcere").And.Not.Contain("<script"));
            Assert.That(Code(() => CvChoices.Check(cv)), Is.Null);
            Assert.That(Code(() => CvChoices.Check(new(draft, CvChoices.Of(pool, draft with { ExperienceIds = [other] })))), Is.EqualTo("job-search.speaks-of-health-or-penal-facts"));
            Assert.That(Code(() => CvChoices.Check(cv with { Draft = draft with { Profile = "Dopo la terapia cerca lavoro" } })), Is.EqualTo("job-search.speaks-of-health-or-penal-facts"));
            Assert.That(Code(() => CvChoices.Of(pool, draft with { ExperienceIds = [Guid.NewGuid()] })), Is.EqualTo("cv.unknown-choice"));
            Assert.That(CvChoices.Of(pool, draft with { ShowTargetedPlacement = true, TargetedPlacementAsked = true }).TargetedPlacement, Is.True);
            Assert.That(DocxHtml.Of(CvPaper.Docx(cv with { Facts = cv.Facts with { Education = "Diploma" } }), "Curriculum"), Does.Contain("<p>Diploma</p>"), "what has no dates has no dash in their place");
            Assert.That(CvPaper.Docx(cv).AsSpan(0, 2).ToArray(), Is.EqualTo("PK"u8.ToArray()));
        });
    }

    private static string? Code(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (ProblemException refused)
        {
            return refused.Code;
        }
    }
}
