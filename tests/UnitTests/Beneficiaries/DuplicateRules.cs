using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Beneficiaries.Duplicates.Rules;
using InclusionPlatform.Shared;

namespace InclusionPlatform.UnitTests.Beneficiaries;

/// <summary>Who may be the same, and what a merge does with what both said.</summary>
internal sealed class DuplicateRules
{
    private static AskedParticipation Asked(int enteredInDays, int? leftInDays, string education) => new(
        new DateOnly(2026, 1, 1).AddDays(enteredInDays), "woman", 40, education, "unemployed", null, "no", null, leftInDays is { } days ? new DateOnly(2026, 1, 1).AddDays(days) : null, $"exit of {education}", null, null, null);

    // Reg. (UE) 2021/1057, all. I: of a return into the same operation one participant, first entry data, last exit.
    [TestCase(0, 10, 5, 20, "a", "b")]
    [TestCase(5, 20, 0, 10, "b", "a")]
    [TestCase(0, null, 5, 20, "a", "a")]
    [TestCase(0, 10, 5, null, "a", "b")]
    [TestCase(0, 10, 0, 10, "a", "a")]
    public void Participations_WhenOfOnePerson_AreOneWithTheFirstEntryAndTheLastExit(int entered, int? left, int otherEntered, int? otherLeft, string entry, string exit)
    {
        var merged = ParticipationsOfBoth.Of(Asked(entered, left, "a"), Asked(otherEntered, otherLeft, "b"));
        Assert.That((merged.Education, merged.Situation), Is.EqualTo((entry, $"exit of {exit}")));
        Assert.That(merged.LeftOn is null || merged.LeftOn >= merged.EnteredOn, Is.True);
        var back = ParticipationsOfBoth.WithExitOf(Asked(15, null, "a"), Asked(0, 10, "b"));
        Assert.That((back.EnteredOn, back.LeftOn, back.Situation), Is.EqualTo((back.EnteredOn, (DateOnly?)back.EnteredOn, "exit of b")), "nobody leaves before entering");
    }

    [TestCase("Pellegrini", "Pelegrini")]
    [TestCase("Cristian", "Christian")]
    [TestCase("Giovanni", "Giovani")]
    [TestCase("Mohamed", "Muhammad")]
    [TestCase("Mohammed", "Mohamed")]
    [TestCase("Vladimir", "Wladimir")]
    [TestCase("Elena", "Ileana")]
    [TestCase("Sara", "Sarah")]
    [TestCase("Migliori", "Miliori")]
    [TestCase("Zanetti", "Sanetti")]
    [TestCase("Filippo", "Philippo")]
    [TestCase("Katia", "Catia")]
    [TestCase("Nicolò", "Nicolo'")]
    [TestCase("Acquaviva", "Aquaviva")]
    [TestCase("Yasmin", "Iasmin")]
    [TestCase("Alexander", "Aleksander")]
    [TestCase("Sciarra", "Siarra")]
    public void Sound_WhenANameIsWrittenInTwoWays_IsTheSame(string one, string other) => Assert.That(PhoneticName.Sound(one), Is.EqualTo(PhoneticName.Sound(other)));

    [TestCase("Mario", "Maria")]
    [TestCase("Paolo", "Paola")]
    [TestCase("Rossi", "Rosa")]
    [TestCase("Bianchi", "Bianci")]
    [TestCase("Carla", "Clara")]
    [TestCase("Ghita", "Gita")]
    public void Sound_WhenNamesAreOthers_Differs(string one, string other) => Assert.That(PhoneticName.Sound(one), Is.Not.EqualTo(PhoneticName.Sound(other)));

    [TestCase("De Luca", "Anna", "Deluca", "Anna Maria")]
    [TestCase("D'Angelo", "Gian Luca", "Dangelo", "Gianluca")]
    [TestCase("El Amrani", "Fatima", "Elamrani", "Fatima Zahra")]
    [TestCase("Rossi Bianchi", "Eva", "Rossi", "Eva")]
    [TestCase("李", "Wei", "李", "Wey")]
    public void Key_WhenOneNameOfSeveralIsLeftOut_IsTheSame(string surname, string name, string otherSurname, string otherName) =>
        Assert.That(PhoneticName.Key(surname, name), Is.EqualTo(PhoneticName.Key(otherSurname, otherName)));

    [Test]
    public void Key_WhateverTheNames_IsTheSameWhicheverIsWrittenWhereAndHoweverCapitalsAndDoubleLettersAre() => Prop.ForAll(Names, Names, (surname, name) =>
        PhoneticName.Key(surname, name) == PhoneticName.Key(name, surname)
        && PhoneticName.Key(surname, name) == PhoneticName.Key(surname.ToUpperInvariant(), $" {name} ")
        && PhoneticName.Key(surname, name) == PhoneticName.Key(surname.Replace("l", "ll", StringComparison.Ordinal), name)
        && PhoneticName.Key(surname, name).Length <= 120).QuickCheckThrowOnFailure();

    [TestCase("1985-03-07", "1985-03-07", "Same")]
    [TestCase("1985-03-07", "1985-07-03", "Swapped")]
    [TestCase("1985-03-07", "1985-03-17", "OneDigit")]
    [TestCase("1985-03-07", "1986-03-07", "OneDigit")]
    [TestCase("1985-03-07", "1995-03-07", "OneDigit")]
    [TestCase("1985-03-07", "1985-03-18", "None")]
    [TestCase("1985-03-07", "1986-07-03", "None")]
    public void NearBirth_TellsHowTwoDaysAreAlike(string one, string other, string expected) =>
        Assert.That(NearBirth.Of(DateOnly.Parse(one, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(other, System.Globalization.CultureInfo.InvariantCulture)).ToString(), Is.EqualTo(expected));

    [Test]
    public void NearBirth_WhateverTheDay_ListsExactlyThoseThatAreAlikeAndFewEnoughForOneLookUp() => Prop.ForAll(Days, Days, (one, other) =>
    {
        var all = NearBirth.All(one);
        return all.Count <= Batches.Size && all.All(day => NearBirth.Of(one, day) is not BirthLikeness.None && NearBirth.Of(day, one) == NearBirth.Of(one, day))
            && all.Contains(other) == NearBirth.Of(one, other) is not BirthLikeness.None;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void PersonLikeness_WeighsTheCodeFirstThenNamesAndBirth()
    {
        var person = new ComparedPerson("Bonanni", "Sara", new(1985, 3, 7), "code");
        Assert.Multiple(() =>
        {
            Assert.That(PersonLikeness.Of(person, person with { Name = "Anna", BirthDate = new(1970, 1, 1) }).Weight, Is.EqualTo(1));
            Assert.That(PersonLikeness.Of(person, person with { TaxCodeFamilyHash = null, Surname = "SARA", Name = "Bonanni" }).Reasons, Is.EqualTo(new[] { LikenessReason.NamesSwapped, LikenessReason.SameBirth }));
            Assert.That(PersonLikeness.Of(person, person with { TaxCodeFamilyHash = null }).Weight, Is.EqualTo(2));
            Assert.That(PersonLikeness.Of(person, person with { TaxCodeFamilyHash = "other", Name = "Sarah" }).Weight, Is.EqualTo(3));
            Assert.That(PersonLikeness.Of(person, person with { TaxCodeFamilyHash = "other", Name = "Sarah" }).Reasons, Does.Contain(LikenessReason.TaxCodesDiffer));
            Assert.That(PersonLikeness.Of(person, person with { TaxCodeFamilyHash = null, BirthDate = new(1985, 7, 3) }).Weight, Is.EqualTo(4));
            Assert.That(PersonLikeness.Of(person, person with { TaxCodeFamilyHash = null, Surname = "Bonani", BirthDate = new(1985, 3, 8) }).Weight, Is.EqualTo(5));
            Assert.That(PersonLikeness.Of(person, person with { TaxCodeFamilyHash = null, Name = "Maria" }).Weight, Is.Zero);
            Assert.That(PersonLikeness.Of(person, person with { TaxCodeFamilyHash = null, BirthDate = new(1990, 12, 1) }).Weight, Is.Zero);
        });
    }

    /// <summary>GDPR art. 7(3): a consent is taken back as easily as it is given, whichever record it was written in.</summary>
    [Test]
    public void ConsentsOfBoth_TheLaterWillCounts()
    {
        var (a, b) = (Guid.NewGuid(), Guid.NewGuid());
        KeptConsent Of(Guid person, int given, int? withdrawn = null, string purpose = "pictures") => new(Guid.NewGuid(), person, purpose, new(2026, 1, given), withdrawn is { } day ? new DateOnly(2026, 1, day) : null);
        var (older, newer, takenBack, before) = (Of(a, 5), Of(b, 9), Of(b, 2, 8), Of(b, 2, 4));
        Assert.Multiple(() =>
        {
            Assert.That(ConsentsOfBoth.Ending([older, newer]), Is.EqualTo(new[] { new EndingConsent(older.Id, new(2026, 1, 9), Superseded: true) }));
            Assert.That(ConsentsOfBoth.Ending([older, takenBack]), Is.EqualTo(new[] { new EndingConsent(older.Id, new(2026, 1, 8), Superseded: false) }));
            Assert.That(ConsentsOfBoth.Ending([older, before]), Is.Empty);
            Assert.That(ConsentsOfBoth.Ending([older, Of(b, 9, purpose: "sharingWithBodies")]), Is.Empty);
        });
    }

    [TestCase(false, 0, null)]
    [TestCase(false, 90, null)]
    [TestCase(false, 91, "merge.too-late")]
    [TestCase(true, 0, "merge.already-undone")]
    public void MergeCanBeUndone_OnceAndInTime(bool undone, int days, string? code)
    {
        var merged = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        void Check() => MergeCanBeUndone.Check(undone, merged, new DateOnly(2026, 11, 23).AddDays(days), 90);
        Assert.That(Check, code is null ? Throws.Nothing : Throws.InstanceOf<RuleBrokenException>().With.Property(nameof(ProblemException.Code)).EqualTo(code));
    }

    private static Arbitrary<string> Names => Gen.Elements(
        "Pellegrini", "D'Angelo", "De Luca", "Nicolò", "Gian Luca", "Mohamed", "Ó Súilleabháin", "李", "Xhaferri", "Schirò", "Gnocchi", "Ghiglione", "", "-", "Maria Grazia").ToArbitrary();

    private static Arbitrary<DateOnly> Days => Gen.Choose(0, 40_000).Select(day => new DateOnly(1925, 1, 1).AddDays(day)).ToArbitrary();
}
