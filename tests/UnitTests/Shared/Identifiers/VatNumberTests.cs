using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Identifiers;

internal sealed class VatNumberTests
{
    [TestCase("00488410010")]
    [TestCase("12345678903")]
    [TestCase("IT00488410010")]
    [TestCase("it 004.884.100-10")]
    public void VatNumber_WhenValid_IsRead(string written)
    {
        Assert.That(VatNumber.TryParse(written, out var vat, out var problem), Is.True, problem);
        Assert.That(vat!.Value, Has.Length.EqualTo(11));
    }

    [TestCase("  ", VatNumberProblems.Empty)]
    [TestCase("IT", VatNumberProblems.Empty)]
    [TestCase("12345678901", VatNumberProblems.CheckDigit)]
    [TestCase("00000000000", VatNumberProblems.CheckDigit)]
    [TestCase("1234567890", VatNumberProblems.Length)]
    [TestCase("123456789031", VatNumberProblems.Length)]
    [TestCase("1234567890O", VatNumberProblems.Characters)]
    [TestCase("FR12345678903", VatNumberProblems.Characters)]
    public void VatNumber_WhenWrong_SaysWhat(string written, string expected)
    {
        Assert.That(VatNumber.TryParse(written, out _, out var problem), Is.False);
        Assert.That(problem, Is.EqualTo(expected));
    }

    [TestCase("488410010")]
    [TestCase("0488410010")]
    [TestCase("488410010.0")]
    [TestCase("488410010,0")]
    public void TryParseLenient_WhenSpreadsheetLostZeros_RepairsAndSaysSo(string written)
    {
        Assert.That(VatNumber.TryParseLenient(written, out var vat, out var wasRepaired, out _), Is.True);
        Assert.That((vat!.Value, wasRepaired), Is.EqualTo(("00488410010", true)));
    }

    [Test]
    public void TryParseLenient_WhenAlreadyValid_IsNotCalledRepaired()
    {
        Assert.That(VatNumber.TryParseLenient("00488410010", out _, out var wasRepaired, out _), Is.True);
        Assert.That(wasRepaired, Is.False);
    }

    [TestCase("488410011", VatNumberProblems.Length)]
    [TestCase("1234", VatNumberProblems.Length)]
    [TestCase("12345678901", VatNumberProblems.CheckDigit)]
    [TestCase(null, VatNumberProblems.Empty)]
    public void TryParseLenient_WhenRepairDoesNotHelp_SaysWhatIsWrong(string? written, string expected)
    {
        Assert.That(VatNumber.TryParseLenient(written, out _, out var wasRepaired, out var problem), Is.False);
        Assert.That((wasRepaired, problem), Is.EqualTo((false, expected)));
    }

    [Test]
    public void VatNumber_WhenAnyDigitIsChanged_IsRefused()
    {
        const string valid = "00488410010";
        var changed = from place in Enumerable.Range(0, valid.Length)
                      from digit in "0123456789"
                      where digit != valid[place]
                      select string.Concat(valid.AsSpan(0, place), [digit], valid.AsSpan(place + 1));

        Assert.That(changed.Where(number => VatNumber.TryParse(number, out _, out _)), Is.Empty);
    }
}
