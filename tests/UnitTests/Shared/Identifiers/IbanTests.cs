using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Identifiers;

internal sealed class IbanTests
{
    [TestCase("IT60X0542811101000000123456")]
    [TestCase("IBAN: it60 x054 2811 1010 0000 0123 456")]
    [TestCase("DE89370400440532013000")]
    [TestCase("GB29NWBK60161331926819")]
    [TestCase("SM86U0322509800000000270100")]
    public void Iban_WhenValid_IsRead(string written) =>
        Assert.That(Iban.TryParse(written, out _, out var problem), Is.True, problem);

    [TestCase("", IbanProblems.Empty)]
    [TestCase("IT6", IbanProblems.Characters)]
    [TestCase("1T60X0542811101000000123456", IbanProblems.Characters)]
    [TestCase("IT60X054281110100000012345è", IbanProblems.Characters)]
    [TestCase("IT60X054281110100000012345", IbanProblems.Length)]
    [TestCase("DE8937040044053201300", IbanProblems.Length)]
    [TestCase("IT6010542811101000000123456", IbanProblems.Structure)]
    [TestCase("IT60XO542811101000000123456", IbanProblems.Structure)]
    [TestCase("IT61X0542811101000000123456", IbanProblems.CheckDigits)]
    public void Iban_WhenWrong_SaysWhat(string written, string expected)
    {
        Assert.That(Iban.TryParse(written, out _, out var problem), Is.False);
        Assert.That(problem, Is.EqualTo(expected));
    }

    [Test]
    public void Iban_WhenOnlyNationalCheckLetterIsWrong_IsRefused()
    {
        // Same account with check letter A and the ISO check digits recomputed for it: modulo 97 alone would let it pass.
        var passing = Enumerable.Range(2, 97).Select(digits => $"IT{digits:00}A0542811101000000123456").Where(text => Iban.TryParse(text, out _, out _));

        Assert.That(passing, Is.Empty);
    }

    [Test]
    public void Iban_WhenItalian_TellsBankAndBranch()
    {
        _ = Iban.TryParse("IT60X0542811101000000123456", out var iban, out _);

        Assert.That((iban!.BankCode, iban.BranchCode, iban.Formatted), Is.EqualTo(("05428", "11101", "IT60 X054 2811 1010 0000 0123 456")));
        Assert.That($"{iban}", Does.Not.Contain("05428"));
    }
}
