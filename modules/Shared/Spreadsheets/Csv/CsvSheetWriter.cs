using System.Buffers;
using System.Globalization;
using System.Text;

namespace InclusionPlatform.Shared.Spreadsheets.Csv;

/// <summary>Writes a CSV as Italian Excel expects it, safe against formulas hidden in texts.</summary>
internal static class CsvSheetWriter
{
    private const char Separator = ';';
    private static readonly SearchValues<char> Quoted = SearchValues.Create(";,\t\"\r\n");
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    public static async Task WriteAsync(
        Stream target, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true);
        var line = new StringBuilder();
        await WriteLine(writer, line, headers, ct);
        await foreach (var row in rows.WithCancellation(ct)) await WriteLine(writer, line, row, ct);
    }

    private static async Task WriteLine(StreamWriter writer, StringBuilder line, IReadOnlyList<object?> row, CancellationToken ct)
    {
        line.Clear();
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0) line.Append(Separator);
            line.Append(Field(row[i]));
        }
        // RFC 4180 ends lines with CR LF.
        line.Append("\r\n");
        await writer.WriteAsync(line, ct);
    }

    private static string Field(object? cell) => cell switch
    {
        null => "",
        bool yes => yes ? YesNoText.Yes : YesNoText.No,
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset instant => ItalianTime.Of(instant).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        // Without a thousands mark, so that it stays a number for every program; not defused: a minus is no formula here.
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => ((IFormattable)cell).ToString(null, Italian),
        IFormattable other => Text(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => Text(cell.ToString() ?? "")
    };

    private static string Text(string text) => Quote(CsvSafety.Defuse(PlainText.Clean(text)));

    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(Quoted) || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
