using System.Diagnostics.CodeAnalysis;

namespace InclusionPlatform.Shared.Identifiers;

/// <summary>Which health code a person without a codice fiscale has.</summary>
public enum HealthCodeKind
{
    /// <summary>Straniero temporaneamente presente: a person from outside the Union without a permit to stay.</summary>
    Stp,

    /// <summary>Europeo non iscritto: a citizen of the Union without health cover.</summary>
    Eni,
}

/// <summary>Stable codes of what can be wrong with an STP or ENI code.</summary>
public static class HealthCodeProblems
{
    /// <summary>Nothing was written.</summary>
    public const string Empty = "health-code.empty";

    /// <summary>It begins neither with STP nor with ENI.</summary>
    public const string Prefix = "health-code.prefix";

    /// <summary>Not thirteen characters after the prefix.</summary>
    public const string Length = "health-code.length";

    /// <summary>Something other than a digit after the prefix.</summary>
    public const string Digits = "health-code.digits";
}

/// <summary>An STP or ENI code: three letters and thirteen digits (region, health body, number). Masked when printed, like a codice fiscale.</summary>
public sealed record HealthCode
{
    private const int PrefixLength = 3;
    private const int DigitsLength = 13;

    private HealthCode(HealthCodeKind kind, string value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>STP or ENI.</summary>
    public HealthCodeKind Kind { get; }

    /// <summary>The sixteen characters, upper-case, without blanks.</summary>
    public string Value { get; }

    /// <summary>Reads a code as people write it: blanks and case do not matter.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HealthCode? code, [NotNullWhen(false)] out string? problem)
    {
        var value = WrittenText.Compact(text);
        HealthCodeKind? kind = value.StartsWith("STP", StringComparison.Ordinal) ? HealthCodeKind.Stp
            : value.StartsWith("ENI", StringComparison.Ordinal) ? HealthCodeKind.Eni
            : null;
        problem = value.Length == 0 ? HealthCodeProblems.Empty
            : kind is null ? HealthCodeProblems.Prefix
            : value.Length != PrefixLength + DigitsLength ? HealthCodeProblems.Length
            : !value.Skip(PrefixLength).All(char.IsAsciiDigit) ? HealthCodeProblems.Digits
            : null;
        code = problem is null && kind is { } known ? new HealthCode(known, value) : null;
        return problem is null;
    }

    /// <summary>Masked: see <see cref="TaxCode.ToString"/>.</summary>
    public override string ToString() => "HealthCode ****";
}
