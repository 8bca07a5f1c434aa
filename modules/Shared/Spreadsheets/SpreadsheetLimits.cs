namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>How much of a file is taken before it is refused; the defaults hold a large service's lists many times over.</summary>
public sealed record SpreadsheetLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static SpreadsheetLimits Default { get; } = new();

    /// <summary>Rows that hold something, header and titles included.</summary>
    public int Rows { get; init; } = 50_000;

    /// <summary>Columns, counted from A, up to the last one that holds something.</summary>
    public int Columns { get; init; } = 256;

    /// <summary>Characters in one cell; Excel's own limit, see "Excel specifications and limits".</summary>
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Bytes of the file as uploaded.</summary>
    public int FileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Bytes of the XLSX parts that are read once unpacked: what a "zip bomb" would inflate.</summary>
    public long UnpackedBytes { get; init; } = 150L * 1024 * 1024;
}
