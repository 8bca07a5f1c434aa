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
}
