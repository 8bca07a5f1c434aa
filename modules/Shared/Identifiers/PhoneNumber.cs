using System.Diagnostics.CodeAnalysis;

namespace InclusionPlatform.Shared.Identifiers;

/// <summary>What a phone number reaches: only a mobile can receive a text message.</summary>
public enum PhoneKind
{
    /// <summary>An Italian mobile.</summary>
    Mobile,

    /// <summary>An Italian fixed line.</summary>
    Landline,

    /// <summary>An Italian service number (800, 840, 199, …).</summary>
    Service,

    /// <summary>A number of another country.</summary>
    Foreign,
}

/// <summary>Stable codes of what can be wrong with a phone number.</summary>
public static class PhoneNumberProblems
{
    /// <summary>Nothing was written.</summary>
    public const string Empty = "phone-number.empty";

    /// <summary>Letters or signs that no phone number has; perhaps two numbers or a note in one field.</summary>
    public const string Characters = "phone-number.characters";

    /// <summary>Too few or too many digits for its kind.</summary>
    public const string Length = "phone-number.length";

    /// <summary>Italian numbers begin with 0, 3 or 8; other countries' with + and their code.</summary>
    public const string Prefix = "phone-number.prefix";
}

/// <summary>A phone number in E.164 for calling and comparing, and as it was written for showing. Two are equal when they reach the same phone.</summary>
public sealed record PhoneNumber
{
    private const string Italy = "39";

    private PhoneNumber(string e164, string written, PhoneKind kind)
    {
        E164 = e164;
        Written = written;
        Kind = kind;
    }

    /// <summary>"+" and digits; an Italian fixed line keeps its leading zero after +39.</summary>
    public string E164 { get; }

    /// <summary>As the person wrote it, without blanks around.</summary>
    public string Written { get; }

    /// <summary>What the number reaches.</summary>
    public PhoneKind Kind { get; }

    /// <summary>Reads a number as people write it, Italian unless it says another country.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PhoneNumber? phone, [NotNullWhen(false)] out string? problem)
    {
        var written = text?.Trim() ?? string.Empty;
        phone = null;
        problem = TryReadDigits(written, out var digits, out var isInternational)
            ? Read(digits, isInternational, written, out phone)
            : written.Length == 0 ? PhoneNumberProblems.Empty : PhoneNumberProblems.Characters;
        return phone is not null;
    }

    /// <summary>Reads a number that went through a spreadsheet, where a fixed line loses its leading zero.</summary>
    /// <param name="text">What the cell holds.</param>
    /// <param name="phone">The number when valid.</param>
    /// <param name="wasRepaired">The number is valid only with a zero put before it: show it to a person.</param>
    /// <param name="problem">What is wrong with the text as it stands.</param>
    public static bool TryParseLenient(
        string? text, [NotNullWhen(true)] out PhoneNumber? phone, out bool wasRepaired, [NotNullWhen(false)] out string? problem)
    {
        wasRepaired = false;
        if (TryParse(text, out phone, out problem))
        {
            return true;
        }

        if (problem == PhoneNumberProblems.Prefix && TryReadDigits(text!, out var digits, out var isInternational) && !isInternational
            && Read("0" + digits, false, text!.Trim(), out phone) is null && phone is not null)
        {
            wasRepaired = true;
            problem = null;
        }

        return phone is not null;
    }

    /// <summary>Equal when they reach the same phone, however they were written.</summary>
    public bool Equals(PhoneNumber? other) => other is not null && E164 == other.E164;

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(E164);

    /// <summary>As written.</summary>
    public override string ToString() => Written;

    private static string? Read(string digits, bool isInternational, string written, out PhoneNumber? phone)
    {
        phone = null;
        if (isInternational && !digits.StartsWith(Italy, StringComparison.Ordinal))
        {
            // E.164 allows fifteen digits; the shortest national numbers have seven with their country's code.
            if (digits.Length is < 7 or > 15)
            {
                return PhoneNumberProblems.Length;
            }

            if (digits[0] == '0')
            {
                return PhoneNumberProblems.Prefix;
            }

            phone = new PhoneNumber("+" + digits, written, PhoneKind.Foreign);
            return null;
        }

        var national = isInternational || HasBareItalianPrefix(digits) ? digits[Italy.Length..] : digits;
        var (kind, shortest, longest) = national switch
        {
            ['3', ..] => (PhoneKind.Mobile, 9, 10),
            ['0', ..] => (PhoneKind.Landline, 6, 11),
            ['8', ..] or ['1', '9', '9', ..] => (PhoneKind.Service, 6, 10),
            _ => (PhoneKind.Foreign, 0, 0),
        };
        if (kind is PhoneKind.Foreign)
        {
            return PhoneNumberProblems.Prefix;
        }

        if (national.Length < shortest || national.Length > longest)
        {
            return PhoneNumberProblems.Length;
        }

        phone = new PhoneNumber("+" + Italy + national, written, kind);
        return null;
    }

    // "39 333 1234567" without the plus: mobiles of the 39x series have ten digits, this has more.
    private static bool HasBareItalianPrefix(string digits) =>
        digits.Length > 10 && digits.StartsWith(Italy, StringComparison.Ordinal) && digits[2] is '3' or '0';

    private static bool TryReadDigits(string written, out string digits, out bool isInternational)
    {
        digits = string.Empty;
        isInternational = false;
        var compact = WrittenText.Compact(written);
        foreach (var label in new[] { "TELEFONO", "TEL.", "TEL", "CELL.", "CELL", "CEL." })
        {
            if (compact.StartsWith(label, StringComparison.Ordinal))
            {
                compact = compact[label.Length..].TrimStart(':');
                break;
            }
        }

        compact = string.Concat(compact.Where(character => character is not ('.' or '-' or '/' or '(' or ')' or '\u2013')));
        isInternational = compact.StartsWith('+') || compact.StartsWith("00", StringComparison.Ordinal);
        digits = compact.StartsWith('+') ? compact[1..] : isInternational ? compact[2..] : compact;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit);
    }
}
