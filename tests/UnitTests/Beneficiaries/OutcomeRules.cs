using FsCheck.Fluent;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.Outcomes.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

internal sealed class OutcomeRules
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly OutcomeDetails Nothing = new(null, null, null, null, null, null, null, null, null, null, null, null, null);
    private static readonly OutcomeDetails Job = Nothing with { Contract = EmploymentContract.FixedTerm, StartsOn = Monday, EndsOn = Monday.AddMonths(6), Sector = "catering", Employer = "Prova" };

    [TestCase(CaseOutcome.Employed, "contract,startsOn,sector,employer")]
    [TestCase(CaseOutcome.Training, "training")]
    [TestCase(CaseOutcome.SelfEmployment, "sector,activity")]
    [TestCase(CaseOutcome.ReturnedToServices, "")]
    [TestCase(CaseOutcome.DroppedOut, "dropOutReason")]
    [TestCase(CaseOutcome.Transferred, "bodyId,agreed")]
    public void OutcomeIsTyped_WhenDetailsAreEmpty_AsksWhatTheOutcomeNeeds(object outcome, string fields) =>
        Assert.That(Fields((CaseOutcome)outcome, Nothing), Is.EqualTo(fields.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [Test]
    public void OutcomeIsTyped_WhenNoDetailsAreSent_AsksNothing([Values] CaseOutcome outcome) => Assert.That(OutcomeIsTyped.Problems(outcome, null), Is.Empty);

    [TestCase("0026-11-16", "2027-05-15", "startsOn")]
    [TestCase("2026-11-16", "9999-12-31", "endsOn")]
    public void OutcomeIsTyped_WhenAYearIsMistyped_SaysAtWhichDay(string startsOn, string endsOn, string field) =>
        Assert.That(OutcomeIsTyped.Problems(CaseOutcome.Employed, Job with { StartsOn = Day(startsOn), EndsOn = Day(endsOn) }).Single(problem => problem.Code == "outcome.year").Field, Is.EqualTo(field));

    [Test]
    public void OutcomeIsTyped_WhenTheContractEnds_TheEndIsAskedOnlyThen()
    {
        Assert.That(Fields(CaseOutcome.Employed, Job), Is.Empty);
        Assert.That(Fields(CaseOutcome.Employed, Job with { EndsOn = null }), Is.EqualTo(new[] { "endsOn" }));
        Assert.That(Fields(CaseOutcome.Employed, Job with { EndsOn = Monday.AddDays(-1) }), Is.EqualTo(new[] { "endsOn" }));
        Assert.That(Fields(CaseOutcome.Employed, Job with { Contract = EmploymentContract.OpenEnded }), Is.EqualTo(new[] { "endsOn" }), "an open-ended contract has none");
        Assert.That(Fields(CaseOutcome.Employed, Job with { Contract = EmploymentContract.OpenEnded, EndsOn = null }), Is.Empty);
        Assert.That(Fields(CaseOutcome.Employed, Job with { Contract = EmploymentContract.Agency, EndsOn = null }), Is.Empty);
    }

    [Test]
    public void OutcomeIsTyped_WhenAFieldBelongsToAnotherOutcome_SaysWhich() =>
        Assert.That(Fields(CaseOutcome.DroppedOut, Job with { DropOutReason = DropOutReason.MovedAway }), Is.EquivalentTo(new[] { "contract", "startsOn", "endsOn", "sector", "employer" }));

    [TestCase("2026-01-31", "2026-02-28", "2026-07-31")]
    [TestCase("2026-08-31", "2026-09-28", "2027-02-28")]
    [TestCase("2028-08-31", "2028-09-28", "2029-02-28")]
    public void FollowUpDates_AreFourWeeksAndSixMonthsAfterTheEnd(string closed, string first, string second) =>
        Assert.That(FollowUpDates.After(Day(closed)).Select(one => one.DueOn), Is.EqualTo(new[] { Day(first), Day(second) }));

    [TestCase(FollowUpState.Planned, 0, 0, null, null)]
    [TestCase(FollowUpState.Planned, -28, 0, null, null)]
    [TestCase(FollowUpState.Reached, 0, 0, null, "follow-up.recorded")]
    [TestCase(FollowUpState.Cancelled, 0, 0, null, "follow-up.recorded")]
    [TestCase(FollowUpState.Planned, -29, 0, null, "follow-up.too-early")]
    [TestCase(FollowUpState.Planned, 1, 0, null, "follow-up.in-future")]
    [TestCase(FollowUpState.Planned, 0, 0, 0, "follow-up.next-try")]
    [TestCase(FollowUpState.Planned, 0, 0, 1, null)]
    public void FollowUpCanBeRecorded_OnceAndAroundItsDay(object state, int contacted, int today, int? next, string? code)
    {
        void Check() => FollowUpCanBeRecorded.Check((FollowUpState)state, Monday, Monday.AddDays(contacted), next is { } days ? Monday.AddDays(days) : null, Monday.AddDays(today));
        Assert.That(Check, code is null ? Throws.Nothing : Throws.InstanceOf<ProblemException>().With.Property(nameof(ProblemException.Code)).EqualTo(code));
    }

    [TestCase(null, 0, "case.not-closed")]
    [TestCase(0, -1, "case.reopens-before-closing")]
    [TestCase(0, 2, "case.reopens-in-future")]
    [TestCase(0, 0, null)]
    [TestCase(0, 1, null)]
    public void CaseCanReopen_WhenClosedAndNotInTheFuture(int? closed, int reopened, string? code)
    {
        void Check() => CaseCanReopen.Check(closed is { } days ? Monday.AddDays(days) : null, Monday.AddDays(reopened), Monday.AddDays(1));
        Assert.That(Check, code is null ? Throws.Nothing : Throws.InstanceOf<ProblemException>().With.Property(nameof(ProblemException.Code)).EqualTo(code));
    }

    [TestCase("2026-01-01", "2026-01-31", 1)]
    [TestCase("2026-01-01", "2026-06-30", 6)]
    [TestCase("2026-01-01", "2026-07-01", 7)]
    [TestCase("2026-01-31", "2026-02-27", 1)]
    public void Duration_CountsMonthsBegun(string from, string to, int months) => Assert.That(Duration.Months(Day(from), Day(to)), Is.EqualTo(months));

    [Test]
    public void Duration_WhenItGrowsByAYear_GrowsByTwelve() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(byte, ushort)>(),
        days =>
        {
            var from = new DateOnly(2025, 3, 1).AddDays(days.Item1);
            var to = from.AddDays(days.Item2 % 2000);
            return from.Day > 28 || to.Day > 28 || Duration.Months(from, to.AddMonths(12)) == Duration.Months(from, to) + 12;
        }));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Fields(CaseOutcome outcome, OutcomeDetails details) => [.. OutcomeIsTyped.Problems(outcome, details).Select(problem => problem.Field)];
}
