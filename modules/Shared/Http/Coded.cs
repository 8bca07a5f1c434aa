using System.Diagnostics.CodeAnalysis;

namespace InclusionPlatform.Shared.Http;

/// <summary>An enumeration in an address, by the same camelCase code that bodies use: the framework itself would only take the member's exact name.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="Value">Its value.</param>
public readonly record struct Coded<T>(T Value) where T : struct, Enum
{
    /// <summary>The code.</summary>
    public string Code => Value.Code();

    /// <summary>Reads a code; numbers and unknown codes are none.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Minimal APIs bind a parameter by the static TryParse of its type.")]
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Coded<T> coded)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.Code(), text, StringComparison.OrdinalIgnoreCase))
            {
                coded = new(value);
                return true;
            }
        }

        coded = default;
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
