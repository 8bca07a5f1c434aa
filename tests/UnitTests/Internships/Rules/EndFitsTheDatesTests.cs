using InclusionPlatform.Internships;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Internships.Rules;

internal sealed class EndFitsTheDatesTests
{
    private static readonly DateOnly Start = new(2026, 9, 1), End = new(2027, 2, 28);

    private static string? CodeOf(DateOnly day, Outcome outcome)
    {
        try
        {
            EndFitsTheDates.Check(day, outcome, Start, End);
            return null;
        }
        catch (FieldException refused)
        {
            return refused.Code;
        }
    }

    [Test]
    public void End_WhenOutsideTheDates_IsRefused()
    {
        Assert.That(CodeOf(Start.AddDays(-1), Outcome.InterruptedByHost), Is.EqualTo("internship.end-outside-dates"));
        Assert.That(CodeOf(End.AddDays(1), Outcome.CompletedNoJob), Is.EqualTo("internship.end-outside-dates"));
        Assert.That(CodeOf(Start, Outcome.InterruptedByHost), Is.Null);
        Assert.That(CodeOf(End, Outcome.CompletedNoJob), Is.Null);
    }

    [Test]
    public void End_WhenCompletedBeforeTheLastDay_IsRefused()
    {
        Assert.That(CodeOf(End.AddDays(-1), Outcome.CompletedNoJob), Is.EqualTo("internship.not-completed"));
    }

    [TestCase("InterruptedByPerson")]
    [TestCase("InterruptedByHost")]
    [TestCase("InterruptedByService")]
    public void End_WhenInterruptedOnTheLastDay_IsRefused(string outcome)
    {
        Assert.That(CodeOf(End, Enum.Parse<Outcome>(outcome)), Is.EqualTo("internship.not-interrupted"));
    }

    [TestCase("HiredByHost")]
    [TestCase("OtherJob")]
    [TestCase("NewInternship")]
    public void End_WhenAJobOrAnotherInternshipWasFound_MayBeEarlyOrOnTheLastDay(string outcome)
    {
        Assert.That(CodeOf(End, Enum.Parse<Outcome>(outcome)), Is.Null);
        Assert.That(CodeOf(Start.AddDays(20), Enum.Parse<Outcome>(outcome)), Is.Null);
    }

    [TestCase("2026-08-31", "internship.hired-before-start")]
    [TestCase("2026-09-01", null)]
    [TestCase("2028-02-28", null)]
    [TestCase("2028-02-29", "internship.hired-too-late")]
    public void End_WhenHired_TheJobBeginsNotBeforeTheStartNorAYearAfterTheEnd(string hiredOn, string? code)
    {
        void Check() => EndFitsTheDates.Check(End, Outcome.HiredByHost, Start, End, DateOnly.Parse(hiredOn, null));

        Assert.That(code is null ? null : Assert.Throws<FieldException>(Check)!.Code, Is.EqualTo(code));
        if (code is null)
        {
            Assert.DoesNotThrow(Check);
        }
    }
}
