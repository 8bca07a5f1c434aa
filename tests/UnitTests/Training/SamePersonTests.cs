using System.Globalization;
using InclusionPlatform.Training.Enrolments;
using InclusionPlatform.Training.Enrolments.Rules;

namespace InclusionPlatform.UnitTests.Training;

internal sealed class SamePersonTests
{
    // The second is the first with the last digit of the birthplace written as a letter, as omocodia does (DM 12-3-1974, art. 6).
    private const string Plain = "RSSMRA85T10A562S", Omocode = "RSSMRA85T10A56NH";

    private static Person Somebody(string name = "Rossi Mario", string? born = null, string? code = null) => new(name, born is null ? null : DateOnly.Parse(born, CultureInfo.InvariantCulture), code, null, null);

    [Test]
    public void MayBeOne_WhenCodesDifferByOmocodiaOnly_Asks()
    {
        Assert.That(InclusionPlatform.Shared.Identifiers.TaxCode.TryParse(Omocode, out var code, out var problem), Is.True, problem);
        Assert.That(code!.WithoutOmocodia, Is.EqualTo(Plain));
        Assert.That(SamePersonIsEnrolledOnce.MayBeOne(Somebody(code: Plain), Somebody(code: Omocode)), Is.True);
    }

    [TestCase("1985-12-10", null, "1985-12-10", null, true)]
    [TestCase("1985-12-10", null, "1985-12-11", null, false)]
    [TestCase("1985-12-10", Plain, "1985-12-10", null, true)]
    [TestCase(null, Plain, "1985-12-10", null, true)]
    [TestCase(null, Plain, "1986-12-10", null, false)]
    [TestCase(null, null, "1985-12-10", null, false)]
    [TestCase(null, Plain, null, null, false)]
    public void MayBeOne_WhenACodeIsMissing_GoesByNameAndDateOfBirth(string? born, string? code, string? otherBorn, string? otherCode, bool expected)
    {
        Assert.That(SamePersonIsEnrolledOnce.MayBeOne(Somebody(born: born, code: code), Somebody("ROSSI Mario", otherBorn, otherCode)), Is.EqualTo(expected));
        Assert.That(SamePersonIsEnrolledOnce.MayBeOne(Somebody("ROSSI Mario", otherBorn, otherCode), Somebody(born: born, code: code)), Is.EqualTo(expected));
        Assert.That(SamePersonIsEnrolledOnce.MayBeOne(Somebody(born: born), Somebody("Rossi Maria", otherBorn)), Is.False);
    }
}
