using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace InclusionPlatform.Shared.Identifiers;

/// <summary>
/// A codice fiscale that passed every check that can be made on it alone: 16 characters, or the 11 digits of a provisional one.
/// It is personal data: <see cref="ToString"/> masks it, so that it cannot slip into a log; ask for <see cref="Value"/>.
/// </summary>
public sealed record TaxCode
{
    private const int PersonalLength = 16;

    private TaxCode(string value, string? withoutOmocodia)
    {
        Value = value;
        this.withoutOmocodia = withoutOmocodia;
    }

    // With digits put back where omocodia wrote letters; null for a provisional code.
    private readonly string? withoutOmocodia;

    /// <summary>The code as issued, upper-case, without blanks.</summary>
    public string Value { get; }

    /// <summary>Eleven digits, given while the final code is pending; it says nothing of the person.</summary>
    public bool IsTemporary => withoutOmocodia is null;

    /// <summary>Letters stand for some digits because somebody else already had the plain code.</summary>
    public bool IsOmocode => withoutOmocodia is not null && withoutOmocodia != Value;

    /// <summary>The plain code, shared by all who differ only by omocodia: for warning of a possible duplicate.</summary>
    public string WithoutOmocodia => withoutOmocodia ?? Value;

    /// <summary>The sex in the civil register; null for a provisional code.</summary>
    public Sex? Sex => withoutOmocodia is null ? null : WrittenDay > 40 ? Identifiers.Sex.Female : Identifiers.Sex.Male;

    /// <summary>Belfiore code of the municipality or foreign country of birth; null for a provisional code.</summary>
    public string? BirthplaceBelfiore => withoutOmocodia?.Substring(11, 4);

    private int YearOfCentury => int.Parse(WithoutOmocodia.AsSpan(6, 2), CultureInfo.InvariantCulture);

    private int Month => TaxCodeAlphabet.Months.IndexOf(Value[8], StringComparison.Ordinal) + 1;

    private int WrittenDay => int.Parse(WithoutOmocodia.AsSpan(9, 2), CultureInfo.InvariantCulture);

    private int Day => WrittenDay > 40 ? WrittenDay - 40 : WrittenDay;

    /// <summary>Reads a code as people write it: blanks and case do not matter.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="taxCode">The code when valid.</param>
    /// <param name="problem">One of <see cref="TaxCodeProblems"/> when not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TaxCode? taxCode, [NotNullWhen(false)] out string? problem)
    {
        var value = WrittenText.Compact(text);
        taxCode = null;
        problem = value.Length switch
        {
            0 => TaxCodeProblems.Empty,
            VatNumber.Digits when value.All(char.IsAsciiDigit) => TemporaryProblem(value),
            PersonalLength => PersonalProblem(value, out taxCode),
            _ => TaxCodeProblems.Length,
        };
        if (problem is null)
        {
            taxCode ??= new TaxCode(value, null);
        }

        return problem is null;
    }

    /// <summary>The code that follows from a person's data, without omocodia (which only the tax agency can give).</summary>
    /// <exception cref="ArgumentException">The birthplace is not a Belfiore code such as H769.</exception>
    public static TaxCode Compute(string surname, string name, DateOnly birthDate, Sex sex, string birthplaceBelfiore)
    {
        if (!IsBelfiore(birthplaceBelfiore))
        {
            throw new ArgumentException("Not a Belfiore code.", nameof(birthplaceBelfiore));
        }

        var day = sex is Identifiers.Sex.Female ? birthDate.Day + 40 : birthDate.Day;
        var first15 = string.Create(CultureInfo.InvariantCulture,
            $"{TaxCodeAlphabet.SurnameLetters(surname)}{TaxCodeAlphabet.NameLetters(name)}{birthDate.Year % 100:00}{TaxCodeAlphabet.Months[birthDate.Month - 1]}{day:00}{birthplaceBelfiore}");
        var value = first15 + TaxCodeAlphabet.CheckCharacter(first15);
        return new TaxCode(value, value);
    }

    /// <summary>
    /// The date of birth; null for a provisional code. Only two digits of the year are written: the most recent century that is not after
    /// <paramref name="today"/> is taken, so a person of a hundred or more comes out a century too young.
    /// </summary>
    public DateOnly? BirthDate(DateOnly today)
    {
        if (IsTemporary)
        {
            return null;
        }

        for (var year = (today.Year / 100 * 100) + YearOfCentury; year >= 1; year -= 100)
        {
            if (Day <= DateTime.DaysInMonth(year, Month) && new DateOnly(year, Month, Day) is var date && date <= today)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Compares the code with the person's data, so that a form can warn of each difference; a null is not compared.</summary>
    /// <returns>Codes of <see cref="TaxCodeProblems"/>; empty when all agree, and always for a provisional code.</returns>
    public IReadOnlyList<string> Mismatches(string? surname, string? name, DateOnly? birthDate, Sex? sex, string? birthplaceBelfiore)
    {
        if (IsTemporary)
        {
            return [];
        }

        var mismatches = new List<string>();
        Compare(surname is null || Value.StartsWith(TaxCodeAlphabet.SurnameLetters(surname), StringComparison.Ordinal), TaxCodeProblems.SurnameMismatch);
        Compare(name is null || Value.AsSpan(3, 3).SequenceEqual(TaxCodeAlphabet.NameLetters(name)), TaxCodeProblems.NameMismatch);
        Compare(birthDate is not { } date || (date.Year % 100, date.Month, date.Day) == (YearOfCentury, Month, Day), TaxCodeProblems.BirthDateMismatch);
        Compare(sex is null || sex == Sex, TaxCodeProblems.SexMismatch);
        Compare(birthplaceBelfiore is null || birthplaceBelfiore.Equals(BirthplaceBelfiore, StringComparison.OrdinalIgnoreCase), TaxCodeProblems.BirthplaceMismatch);
        return mismatches;

        void Compare(bool agrees, string problem)
        {
            if (!agrees)
            {
                mismatches.Add(problem);
            }
        }
    }

    /// <summary>Whether nothing in <see cref="Mismatches"/> speaks against these data.</summary>
    public bool Matches(string? surname, string? name, DateOnly? birthDate, Sex? sex, string? birthplaceBelfiore) =>
        Mismatches(surname, name, birthDate, sex, birthplaceBelfiore).Count == 0;

    /// <summary>Masked: a codice fiscale never goes to a log or an error text by accident.</summary>
    public override string ToString() => "TaxCode ****";

    private static string? TemporaryProblem(string value) =>
        VatNumber.HasCheckDigit(value) ? null : TaxCodeProblems.CheckCharacter;

    private static string? PersonalProblem(string value, out TaxCode? taxCode)
    {
        taxCode = null;
        var plain = value.ToCharArray();
        foreach (var position in TaxCodeAlphabet.DigitPositions)
        {
            if (TaxCodeAlphabet.ToDigit(value[position]) is not { } digit)
            {
                return TaxCodeProblems.Characters;
            }

            plain[position] = digit;
        }

        if (!value.Where((_, index) => index is < 6 or 8 or 11 or 15).All(char.IsAsciiLetterUpper))
        {
            return TaxCodeProblems.Characters;
        }

        plain[15] = TaxCodeAlphabet.CheckCharacter(plain.AsSpan(0, 15));
        var candidate = new TaxCode(value, new string(plain));
        var problem = candidate.ContentProblem();
        taxCode = problem is null ? candidate : null;
        return problem;
    }

    private string? ContentProblem()
    {
        if (!TaxCodeAlphabet.IsTriple(Value.AsSpan(0, 3)) || !TaxCodeAlphabet.IsTriple(Value.AsSpan(3, 3)))
        {
            return TaxCodeProblems.Letters;
        }

        // 29 February of a year 00 exists in one century of four, and the century is not written: a leap year judges.
        if (Month == 0 || WrittenDay is > 31 and < 41 || Day < 1 || Day > DateTime.DaysInMonth(YearOfCentury == 0 ? 2000 : 1900 + YearOfCentury, Month))
        {
            return TaxCodeProblems.BirthDate;
        }

        if (!IsBelfiore(BirthplaceBelfiore))
        {
            return TaxCodeProblems.Birthplace;
        }

        return Value[15] == TaxCodeAlphabet.CheckCharacter(Value.AsSpan(0, 15)) ? null : TaxCodeProblems.CheckCharacter;
    }

    // Italian places have A to M, foreign countries Z.
    private static bool IsBelfiore(string? code) =>
        code is { Length: 4 } && code[0] is (>= 'A' and <= 'M') or 'Z' && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
