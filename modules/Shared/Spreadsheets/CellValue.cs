namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>What a cell's text means: nothing, a value, or something that is not one.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct CellValue<T>
    where T : struct
{
    private readonly bool _wrong;

    private CellValue(T? value, bool wrong) => (Value, _wrong) = (value, wrong);

    /// <summary>The value; null when the cell is blank or wrong.</summary>
    public T? Value { get; }

    /// <summary>The cell holds a value.</summary>
    public bool HasValue => Value.HasValue;

    /// <summary>The cell holds something, but not a value of this kind.</summary>
    public bool IsWrong => _wrong;

    /// <summary>The cell is empty or holds a mark for nothing, such as "n.d.".</summary>
    public bool IsBlank => !_wrong && !Value.HasValue;

    internal static CellValue<T> Blank => default;

    internal static CellValue<T> Wrong => new(null, true);

    internal static CellValue<T> Of(T value) => new(value, false);

    internal static CellValue<T> OfNullable(T? value) => value is { } some ? Of(some) : Wrong;
}
