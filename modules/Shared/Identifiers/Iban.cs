using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace InclusionPlatform.Shared.Identifiers;

/// <summary>Stable codes of what can be wrong with an IBAN.</summary>
public static class IbanProblems
{
    /// <summary>Nothing was written.</summary>
    public const string Empty = "iban.empty";

    /// <summary>It does not begin with two letters and two digits, or has something other than letters and digits.</summary>
    public const string Characters = "iban.characters";

    /// <summary>Too short or too long for its country.</summary>
    public const string Length = "iban.length";

    /// <summary>An Italian one without its letter, ten digits (ABI, CAB) and twelve characters of account.</summary>
    public const string Structure = "iban.structure";

    /// <summary>The check digits, or the Italian check letter (CIN), do not follow from the rest.</summary>
    public const string CheckDigits = "iban.check-digits";
}

/// <summary>A bank account (ISO 13616), checked modulo 97; an Italian one also by structure and national check letter. Masked when printed.</summary>
public sealed record Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;

    // Lengths of the SEPA countries and of the nearest others, from the SWIFT registry; for the rest the sum alone judges.
    private static readonly FrozenDictionary<string, int> Lengths =
        ("AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FO18 FR27 GB22 GI23 GL18 GR27 HR21 HU28 IE22 IS26 IT27 "
        + "LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22 XK20")
        .Split(' ').ToFrozenDictionary(entry => entry[..2], entry => int.Parse(entry.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture));

    private Iban(string value) => Value = value;

    /// <summary>Upper-case, without blanks.</summary>
    public string Value { get; }

    /// <summary>ISO 3166 alpha-2 code of the bank's country.</summary>
    public string Country => Value[..2];

    /// <summary>An account in Italy.</summary>
    public bool IsItalian => Country == "IT";

    /// <summary>The Italian bank's five digits (ABI); null elsewhere.</summary>
    public string? BankCode => IsItalian ? Value.Substring(5, 5) : null;

    /// <summary>The Italian branch's five digits (CAB); null elsewhere.</summary>
    public string? BranchCode => IsItalian ? Value.Substring(10, 5) : null;

    /// <summary>In groups of four, as it is printed.</summary>
    public string Formatted => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));

    /// <summary>Reads an account as people write it: blanks, hyphens, case and a leading "IBAN" do not matter.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Iban? iban, [NotNullWhen(false)] out string? problem)
    {
        var value = WrittenText.Compact(text).Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        value = value.StartsWith("IBAN", StringComparison.Ordinal) ? value[4..] : value;
        problem = value.Length == 0 ? IbanProblems.Empty
            : !HasIbanCharacters(value) ? IbanProblems.Characters
            : !HasLength(value) ? IbanProblems.Length
            : IsLikeItalian(value) && !HasItalianStructure(value) ? IbanProblems.Structure
            : Modulo97(value) != 1 || (IsLikeItalian(value) && !HasCin(value)) ? IbanProblems.CheckDigits
            : null;
        iban = problem is null ? new Iban(value) : null;
        return problem is null;
    }

    /// <summary>Masked but for its end, by which a person recognises the account.</summary>
    public override string ToString() => $"{Country}** **** {Value[^4..]}";

    private static bool HasIbanCharacters(string value) =>
        value.Length > 4 && value.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(value[0]) && char.IsAsciiLetter(value[1])
        && char.IsAsciiDigit(value[2]) && char.IsAsciiDigit(value[3]);

    private static bool HasLength(string value) =>
        Lengths.TryGetValue(value[..2], out var length) ? value.Length == length : value.Length is >= Shortest and <= Longest;

    // San Marino's accounts are built as Italy's.
    private static bool IsLikeItalian(string value) =>
        value.StartsWith("IT", StringComparison.Ordinal) || value.StartsWith("SM", StringComparison.Ordinal);

    private static bool HasItalianStructure(string value) =>
        char.IsAsciiLetter(value[4]) && value.AsSpan(5, 10).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool HasCin(string value) => value[4] - 'A' == TaxCodeAlphabet.CheckSum(value.AsSpan(5));

    private static int Modulo97(string value)
    {
        var remainder = 0;
        foreach (var character in string.Concat(value.AsSpan(4), value.AsSpan(0, 4)))
        {
            remainder = char.IsAsciiDigit(character)
                ? ((remainder * 10) + (character - '0')) % 97
                : ((remainder * 100) + (character - 'A' + 10)) % 97;
        }

        return remainder;
    }
}
