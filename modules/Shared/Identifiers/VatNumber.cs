using System.Diagnostics.CodeAnalysis;

namespace InclusionPlatform.Shared.Identifiers;

/// <summary>Stable codes of what can be wrong with a partita IVA.</summary>
public static class VatNumberProblems
{
    /// <summary>Nothing was written.</summary>
    public const string Empty = "vat-number.empty";

    /// <summary>Something other than digits, an IT prefix, blanks, dots and hyphens.</summary>
    public const string Characters = "vat-number.characters";

    /// <summary>Not eleven digits.</summary>
    public const string Length = "vat-number.length";

    /// <summary>The last digit does not follow from the others.</summary>
    public const string CheckDigit = "vat-number.check-digit";
}

/// <summary>A partita IVA: eleven digits of which the last is Luhn's. Bodies' numeric codici fiscali have the same shape.</summary>
public sealed record VatNumber
{
    internal const int Digits = 11;

    // The sequence number has seven digits: with fewer than eight left there is nothing to recognise.
    private const int FewestDigitsToRepair = 8;

    private VatNumber(string value) => Value = value;

    /// <summary>The eleven digits.</summary>
    public string Value { get; }

    /// <summary>Reads a number as people write it: an "IT" prefix, blanks, dots and hyphens do not matter.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out VatNumber? vatNumber, [NotNullWhen(false)] out string? problem)
    {
        var digits = Strip(text);
        problem = digits.Length == 0 ? VatNumberProblems.Empty
            : !digits.All(char.IsAsciiDigit) ? VatNumberProblems.Characters
            : digits.Length != Digits ? VatNumberProblems.Length
            : !HasCheckDigit(digits) ? VatNumberProblems.CheckDigit
            : null;
        vatNumber = problem is null ? new VatNumber(digits) : null;
        return problem is null;
    }

    /// <summary>
    /// Reads a number that went through a spreadsheet: leading zeros that were lost are put back and a decimal ".0" is taken off,
    /// if that makes a valid number.
    /// </summary>
    /// <param name="text">What the cell holds.</param>
    /// <param name="vatNumber">The number when valid.</param>
    /// <param name="wasRepaired">The number is valid only after repair: show it to a person.</param>
    /// <param name="problem">What is wrong with the text as it stands.</param>
    public static bool TryParseLenient(
        string? text, [NotNullWhen(true)] out VatNumber? vatNumber, out bool wasRepaired, [NotNullWhen(false)] out string? problem)
    {
        wasRepaired = false;
        if (TryParse(text, out vatNumber, out problem))
        {
            return true;
        }

        foreach (var candidate in new[] { Strip(WithoutDecimals(text)), Strip(text) })
        {
            if (candidate.Length is >= FewestDigitsToRepair and <= Digits && TryParse(candidate.PadLeft(Digits, '0'), out vatNumber, out _))
            {
                wasRepaired = true;
                problem = null;
                return true;
            }
        }

        return false;
    }

    /// <summary>The eleven digits: a company's number is public.</summary>
    public override string ToString() => Value;

    /// <summary>Luhn over eleven digits; eleven zeros satisfy the sum and are nobody's.</summary>
    internal static bool HasCheckDigit(string elevenDigits)
    {
        var sum = 0;
        for (var index = 0; index < elevenDigits.Length; index++)
        {
            var digit = elevenDigits[index] - '0';
            var weighted = index % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum > 0 && sum % 10 == 0;
    }

    private static string Strip(string? text)
    {
        var compact = string.Concat(WrittenText.Compact(text).Where(character => character is not ('.' or '-')));
        return compact.StartsWith("IT", StringComparison.Ordinal) ? compact[2..] : compact;
    }

    private static string WithoutDecimals(string? text)
    {
        var trimmed = text?.Trim() ?? string.Empty;
        return trimmed.EndsWith(".0", StringComparison.Ordinal) || trimmed.EndsWith(",0", StringComparison.Ordinal) ? trimmed[..^2] : trimmed;
    }
}
