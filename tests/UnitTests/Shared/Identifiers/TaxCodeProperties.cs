using InclusionPlatform.Shared.Identifiers;

namespace InclusionPlatform.UnitTests.Shared.Identifiers;

internal sealed class TaxCodeProperties
{
    // Places of the digits, from zero, and the letters that may stand for them.
    private static readonly int[] DigitPlaces = [6, 7, 9, 10, 12, 13, 14];
    private const string OmocodiaLetters = "LMNPQRSTUV";

    [Test]
    public void TaxCode_WhenComputed_IsReadBackWithTheSamePerson() =>
        Samples.People.AreTrueFor(person =>
            TaxCode.TryParse(person.TaxCode.Value, out var read, out _)
            && read == person.TaxCode
            && read.Sex == person.Sex
            && read.BirthplaceBelfiore == person.Belfiore
            && read.BirthDate(Samples.Today) == person.BirthDate
            && read.Matches(person.Surname, person.Name, person.BirthDate, person.Sex, person.Belfiore));

    [Test]
    public void TaxCode_WhenCheckCharacterIsAnyOther_IsRefused() =>
        Samples.People.AreTrueFor(person =>
        {
            var value = person.TaxCode.Value;
            return Enumerable.Range('A', 26).Select(letter => (char)letter).Where(letter => letter != value[15]).All(letter =>
                !TaxCode.TryParse(value[..15] + letter, out _, out var problem) && problem == TaxCodeProblems.CheckCharacter);
        });

    [Test]
    public void TaxCode_WhenAnyDigitIsChanged_IsRefused() =>
        Samples.People.AreTrueFor(person =>
        {
            var value = person.TaxCode.Value;
            return DigitPlaces.All(place => Enumerable.Range('0', 10).Select(digit => (char)digit).Where(digit => digit != value[place]).All(digit =>
                !TaxCode.TryParse(string.Concat(value.AsSpan(0, place), [digit], value.AsSpan(place + 1)), out _, out _)));
        });

    [Test]
    public void TaxCode_WhenAnyDigitsAreOmocode_IsReadAsTheSamePerson() =>
        Samples.People.AreTrueFor(person => Enumerable.Range(1, 127).All(subset =>
        {
            var characters = person.TaxCode.Value.ToCharArray();
            for (var index = 0; index < DigitPlaces.Length; index++)
            {
                if ((subset & (1 << index)) != 0)
                {
                    characters[DigitPlaces[index]] = OmocodiaLetters[characters[DigitPlaces[index]] - '0'];
                }
            }

            return Enumerable.Range('A', 26).Count(letter =>
            {
                characters[15] = (char)letter;
                return TaxCode.TryParse(new string(characters), out var read, out _)
                    && read.IsOmocode
                    && read.WithoutOmocodia == person.TaxCode.Value
                    && read.Matches(person.Surname, person.Name, person.BirthDate, person.Sex, person.Belfiore);
            }) == 1;
        }));

    [Test]
    public void Identifiers_WhenTextIsArbitrary_NeverThrowAndSayEitherValueOrProblem() =>
        Samples.Texts.AreTrueFor(text =>
            TaxCode.TryParse(text, out var taxCode, out var taxCodeProblem) == (taxCode is not null && taxCodeProblem is null)
            && HealthCode.TryParse(text, out var health, out var healthProblem) == (health is not null && healthProblem is null)
            && VatNumber.TryParse(text, out var vat, out var vatProblem) == (vat is not null && vatProblem is null)
            && VatNumber.TryParseLenient(text, out var lenient, out _, out var lenientProblem) == (lenient is not null && lenientProblem is null)
            && Iban.TryParse(text, out var iban, out var ibanProblem) == (iban is not null && ibanProblem is null)
            && PhoneNumber.TryParse(text, out var phone, out var phoneProblem) == (phone is not null && phoneProblem is null)
            && PhoneNumber.TryParseLenient(text, out var repaired, out _, out var repairedProblem) == (repaired is not null && repairedProblem is null)
            && EmailAddress.TryParse(text, out var email, out var emailProblem) == (email is not null && emailProblem is null));
}
