namespace InclusionPlatform.Shared.Spreadsheets.Csv;

/// <summary>
/// Keeps a spreadsheet program from running a text of a CSV as a formula: an apostrophe goes before the characters that start one
/// (OWASP, "CSV Injection"). The reader takes exactly that apostrophe away, so that "+39 0735…" comes back as it was.
/// </summary>
internal static class CsvSafety
{
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static string Defuse(string text) => IsDangerous(text) ? "'" + text : text;

    public static string Restore(string text) => text.StartsWith('\'') && IsDangerous(text) ? text[1..] : text;

    // A text that already has the apostrophe gets one more, or the way back would lose it.
    private static bool IsDangerous(string text)
    {
        var first = text.AsSpan().TrimStart('\'');
        return !first.IsEmpty && FormulaStarts.Contains(first[0], StringComparison.Ordinal);
    }
}
