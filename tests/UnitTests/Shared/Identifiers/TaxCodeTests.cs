using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Identifiers;

internal sealed class TaxCodeTests
{
    [TestCase("RSSMRA85T10A562S")]
    [TestCase("MRTMTT91D08F205J")]
    [TestCase("RSSMRA85T10A56NH")]
    [TestCase("RSSMRA85T10A5SNT")]
    [TestCase(" rssmra85t10a562s ")]
    [TestCase("RSS MRA 85T10 A562S")]
    [TestCase("\u200BRSSMRA85T10A562S\u00A0")]
    public void TaxCode_WhenValid_IsRead(string written)
    {
        Assert.That(TaxCode.TryParse(written, out var code, out var problem), Is.True, problem);
        Assert.That(code!.Value, Has.Length.EqualTo(16));
    }

    [TestCase(null, TaxCodeProblems.Empty)]
    [TestCase("   ", TaxCodeProblems.Empty)]
    [TestCase("RSSMRA85T10A562", TaxCodeProblems.Length)]
    [TestCase("RSSMRA85T10A562SS", TaxCodeProblems.Length)]
    [TestCase("1SSMRA85T10A562S", TaxCodeProblems.Characters)]
    [TestCase("RSSMRA8AT10A562S", TaxCodeProblems.Characters)]
    [TestCase("RSSMRA85T10A5621", TaxCodeProblems.Characters)]
    [TestCase("ÀSSMRA85T10A562S", TaxCodeProblems.Characters)]
    [TestCase("ARSMRA85T10A562S", TaxCodeProblems.Letters)]
    [TestCase("RSSMRA85F10A562S", TaxCodeProblems.BirthDate)]
    [TestCase("RSSMRA85T00A562S", TaxCodeProblems.BirthDate)]
    [TestCase("RSSMRA85T32A562S", TaxCodeProblems.BirthDate)]
    [TestCase("RSSMRA85T40A562S", TaxCodeProblems.BirthDate)]
    [TestCase("RSSMRA85T72A562S", TaxCodeProblems.BirthDate)]
    [TestCase("RSSMRA85B29A562S", TaxCodeProblems.BirthDate)]
    [TestCase("RSSMRA85T10N562S", TaxCodeProblems.Birthplace)]
    [TestCase("RSSMRA85T10A562T", TaxCodeProblems.CheckCharacter)]
    [TestCase("RSSMRA85T10A563S", TaxCodeProblems.CheckCharacter)]
    [TestCase("12345678901", TaxCodeProblems.CheckCharacter)]
    public void TaxCode_WhenWrong_SaysWhat(string? written, string expected)
    {
        Assert.That(TaxCode.TryParse(written, out var code, out var problem), Is.False);
        Assert.That((code, problem), Is.EqualTo(((TaxCode?)null, expected)));
    }

    [Test]
    public void TaxCode_WhenRead_TellsBirthAndSex()
    {
        _ = TaxCode.TryParse("RSSMRA85T10A562S", out var code, out _);

        Assert.That(code!.BirthDate(Samples.Today), Is.EqualTo(new DateOnly(1985, 12, 10)));
        Assert.That(code.Sex, Is.EqualTo(Sex.Male));
        Assert.That(code.BirthplaceBelfiore, Is.EqualTo("A562"));
        Assert.That(code.IsOmocode, Is.False);
    }

    [Test]
    public void TaxCode_WhenOmocode_TellsSamePlaceAndPlainCode()
    {
        _ = TaxCode.TryParse("RSSMRA85T10A5SNT", out var code, out _);

        Assert.That(code!.IsOmocode, Is.True);
        Assert.That(code.BirthplaceBelfiore, Is.EqualTo("A562"));
        Assert.That(code.WithoutOmocodia, Is.EqualTo("RSSMRA85T10A562S"));
    }

    [TestCase(2026, 11, 22, 2026)]
    [TestCase(2026, 11, 21, 1926)]
    public void BirthDate_WhenYearCouldBeEither_TakesTheLatestNotAfterToday(int year, int month, int day, int expectedYear)
    {
        var code = TaxCode.Compute("Rossi", "Maria", new DateOnly(1926, 11, 22), Sex.Female, "H769");

        Assert.That(code.BirthDate(new DateOnly(year, month, day)), Is.EqualTo(new DateOnly(expectedYear, 11, 22)));
    }

    [Test]
    public void BirthDate_WhenBornOn29FebruaryOf2000_IsRead()
    {
        var code = TaxCode.Compute("Rossi", "Maria", new DateOnly(2000, 2, 29), Sex.Female, "H769");

        Assert.That(TaxCode.TryParse(code.Value, out var read, out _), Is.True);
        Assert.That(read!.BirthDate(Samples.Today), Is.EqualTo(new DateOnly(2000, 2, 29)));
    }

    [TestCase("Rossi", "Mario", "RSSMRA")]
    [TestCase("Fo", "Io", "FOXIOX")]
    [TestCase("Bianchi", "Gianfranco", "BNCGFR")]
    [TestCase("D'Aì", "Niccolò", "DAINCL")]
    [TestCase("Müller", "Zoë", "MLLZOE")]
    [TestCase("De Sanctis", "Maria Chiara", "DSNMCH")]
    public void Compute_WhenNameIsUnusual_TakesItsLetters(string surname, string name, string expected) =>
        Assert.That(TaxCode.Compute(surname, name, new DateOnly(1985, 12, 10), Sex.Male, "A562").Value, Does.StartWith(expected));

    [Test]
    public void Compute_WhenDataAreKnown_GivesTheKnownCode() =>
        Assert.That(TaxCode.Compute("Rossi", "Mario", new DateOnly(1985, 12, 10), Sex.Male, "A562").Value, Is.EqualTo("RSSMRA85T10A562S"));

    [TestCase("X123")]
    [TestCase("H76")]
    [TestCase("h769")]
    public void Compute_WhenBirthplaceIsNoBelfioreCode_Throws(string belfiore) =>
        Assert.That(() => TaxCode.Compute("Rossi", "Mario", Samples.Today, Sex.Male, belfiore), Throws.ArgumentException);

    [Test]
    public void Mismatches_WhenEverythingDiffers_NamesEach()
    {
        _ = TaxCode.TryParse("RSSMRA85T10A562S", out var code, out _);

        var mismatches = code!.Mismatches("Verdi", "Anna", new DateOnly(1985, 12, 11), Sex.Female, "H769");

        Assert.That(mismatches, Is.EqualTo(new[]
        {
            TaxCodeProblems.SurnameMismatch, TaxCodeProblems.NameMismatch, TaxCodeProblems.BirthDateMismatch,
            TaxCodeProblems.SexMismatch, TaxCodeProblems.BirthplaceMismatch,
        }));
    }

    [Test]
    public void Mismatches_WhenOnlyPartIsKnown_ComparesThatPart()
    {
        _ = TaxCode.TryParse("RSSMRA85T10A562S", out var code, out _);

        Assert.That(code!.Matches("ROSSI", null, null, null, null), Is.True);
        Assert.That(code.Mismatches(null, "Carla", null, null, null), Is.EqualTo(new[] { TaxCodeProblems.NameMismatch }));
    }

    [Test]
    public void TaxCode_WhenTemporary_IsRecognisedAndSaysNothingOfThePerson()
    {
        Assert.That(TaxCode.TryParse("00488410010", out var code, out _), Is.True);
        Assert.That(code!.IsTemporary, Is.True);
        Assert.That((code.Sex, code.BirthplaceBelfiore, code.BirthDate(Samples.Today)), Is.EqualTo(((Sex?)null, (string?)null, (DateOnly?)null)));
        Assert.That(code.Mismatches("Verdi", "Anna", Samples.Today, Sex.Female, "H769"), Is.Empty);
    }

    [Test]
    public void TaxCode_WhenPrinted_IsMasked()
    {
        _ = TaxCode.TryParse("RSSMRA85T10A562S", out var code, out _);

        Assert.That($"{code}", Does.Not.Contain("RSS").And.Not.Contain("85"));
    }
}
