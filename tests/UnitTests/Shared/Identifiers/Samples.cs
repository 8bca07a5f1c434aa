using FsCheck;
using FsCheck.Fluent;
using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Identifiers;

internal sealed record SamplePerson(string Surname, string Name, DateOnly BirthDate, Sex Sex, string Belfiore)
{
    public TaxCode TaxCode => TaxCode.Compute(Surname, Name, BirthDate, Sex, Belfiore);
}

/// <summary>What the property tests draw from: people with plausible and odd names, and any text at all.</summary>
internal static class Samples
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Arbitrary<SamplePerson> People { get; } = (
        from surname in Gen.Elements("Rossi", "Fo", "D'Angelo", "De  Sanctis", "Nicolò", "Xu", "Ø", "Müller-Groß", "Aiuola", "BRNZ", "Ng", "", "李")
        from name in Gen.Elements("Maria", "Gianfranco", "Al", "Io", "Niccolò", "Zoë", "X", "Maria Chiara", "Łukasz", "")
        from days in Gen.Choose(0, 36_000)
        from sex in Gen.Elements(Sex.Female, Sex.Male)
        from belfiore in Gen.Elements("H769", "A462", "F205", "Z100", "Z129", "M432", "A002")
        select new SamplePerson(surname, name, Today.AddDays(-days), sex, belfiore)).ToArbitrary();

    public static Arbitrary<string> Texts { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>(),
        Gen.ArrayOf(Gen.Elements("RSSMRA85T10A562S 0039/+.-@ITXSTPENIabcz'\u00e0\ud800\u200b\u0130".ToCharArray())).Select(characters => new string(characters)),
        Gen.Elements("RSSMRA85T10A562", "00488410010", "IT60X0542811101000000123456", "STP1234567890123", "a@b.it").SelectMany(
            valid => Gen.Choose(0, valid.Length - 1).SelectMany(
                place => Gen.Choose(0, char.MaxValue).Select(character => string.Concat(valid.AsSpan(0, place), [(char)character], valid.AsSpan(place + 1)))))).ToArbitrary();

    public static void AreTrueFor<T>(this Arbitrary<T> values, Func<T, bool> property) => Prop.ForAll(values, property).QuickCheckThrowOnFailure();
}
