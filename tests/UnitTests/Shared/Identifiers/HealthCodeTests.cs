using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Identifiers;

internal sealed class HealthCodeTests
{
    [TestCase("STP1102010000123", HealthCodeKind.Stp)]
    [TestCase(" eni 110201 0000123", HealthCodeKind.Eni)]
    public void HealthCode_WhenValid_IsRead(string written, HealthCodeKind kind)
    {
        Assert.That(HealthCode.TryParse(written, out var code, out var problem), Is.True, problem);
        Assert.That(code!.Kind, Is.EqualTo(kind));
        Assert.That(code.Value, Has.Length.EqualTo(16));
        Assert.That($"{code}", Does.Not.Contain("1102"));
    }

    [TestCase("", HealthCodeProblems.Empty)]
    [TestCase("RSSMRA85T10A562S", HealthCodeProblems.Prefix)]
    [TestCase("STP110201000012", HealthCodeProblems.Length)]
    [TestCase("STP11020100001234", HealthCodeProblems.Length)]
    [TestCase("STP110201000012A", HealthCodeProblems.Digits)]
    public void HealthCode_WhenWrong_SaysWhat(string written, string expected)
    {
        Assert.That(HealthCode.TryParse(written, out _, out var problem), Is.False);
        Assert.That(problem, Is.EqualTo(expected));
    }
}
