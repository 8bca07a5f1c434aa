using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Identifiers;

internal sealed class PhoneNumberTests
{
    [TestCase("0735 592345", "+390735592345", PhoneKind.Landline)]
    [TestCase("0735/59.23.45", "+390735592345", PhoneKind.Landline)]
    [TestCase("+39 0735 592345", "+390735592345", PhoneKind.Landline)]
    [TestCase("0039 0735592345", "+390735592345", PhoneKind.Landline)]
    [TestCase("(+39) 0735-592345", "+390735592345", PhoneKind.Landline)]
    [TestCase("Tel. 333 1234567", "+393331234567", PhoneKind.Mobile)]
    [TestCase("393331234567", "+393331234567", PhoneKind.Mobile)]
    [TestCase("392 1234567", "+393921234567", PhoneKind.Mobile)]
    [TestCase("800 123456", "+39800123456", PhoneKind.Service)]
    [TestCase("+40 721 234 567", "+40721234567", PhoneKind.Foreign)]
    public void PhoneNumber_WhenWrittenAsPeopleDo_IsReadAndKeptAsWritten(string written, string e164, PhoneKind kind)
    {
        Assert.That(PhoneNumber.TryParse(written + " ", out var phone, out var problem), Is.True, problem);
        Assert.That((phone!.E164, phone.Kind, phone.Written), Is.EqualTo((e164, kind, written)));
    }

    [TestCase(" ", PhoneNumberProblems.Empty)]
    [TestCase("chiamare dopo le 18", PhoneNumberProblems.Characters)]
    [TestCase("+", PhoneNumberProblems.Characters)]
    [TestCase("333 12345", PhoneNumberProblems.Length)]
    [TestCase("0735 592345 333 1234567", PhoneNumberProblems.Length)]
    [TestCase("735 592345", PhoneNumberProblems.Prefix)]
    [TestCase("+0735592345", PhoneNumberProblems.Prefix)]
    public void PhoneNumber_WhenWrong_SaysWhat(string written, string expected)
    {
        Assert.That(PhoneNumber.TryParse(written, out _, out var problem), Is.False);
        Assert.That(problem, Is.EqualTo(expected));
    }

    [Test]
    public void TryParseLenient_WhenSpreadsheetLostTheZero_RepairsAndSaysSo()
    {
        Assert.That(PhoneNumber.TryParseLenient("735592345", out var phone, out var wasRepaired, out _), Is.True);
        Assert.That((phone!.E164, wasRepaired), Is.EqualTo(("+390735592345", true)));
    }

    [TestCase("+735592345678901234")]
    [TestCase("7")]
    public void TryParseLenient_WhenAZeroDoesNotHelp_IsRefused(string written)
    {
        Assert.That(PhoneNumber.TryParseLenient(written, out _, out var wasRepaired, out var problem), Is.False);
        Assert.That((wasRepaired, problem), Is.Not.EqualTo((true, (string?)null)));
    }

    [Test]
    public void PhoneNumber_WhenSamePhoneIsWrittenTwice_IsEqual()
    {
        _ = PhoneNumber.TryParse("0735/592345", out var one, out _);
        _ = PhoneNumber.TryParse("+39 0735 592345", out var other, out _);

        Assert.That(one, Is.EqualTo(other));
    }
}
