using System.Xml;
using CsvHelper;
using InclusionPlatform.Shared.Spreadsheets.Csv;
using InclusionPlatform.Shared.Spreadsheets.Xlsx;

namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>Reads the XLSX and CSV files that people have, recognised by what is in them and not by their name.</summary>
public static class SpreadsheetReader
{
    /// <summary>Reads the first visible sheet that holds something; the header row is found with the help of the known columns.</summary>
    /// <param name="file">The file; read to its end, not closed.</param>
    /// <param name="fileName">Its name, only to name the sheet of a CSV.</param>
    /// <param name="known">The columns that the caller can take; they tell the header from titles above it.</param>
    /// <param name="limits">How much to take before refusing.</param>
    /// <exception cref="SpreadsheetException">The file cannot be taken; its code says why.</exception>
    public static Spreadsheet Read(Stream file, string fileName, IReadOnlyList<KnownColumn>? known = null, SpreadsheetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= SpreadsheetLimits.Default;
        var bytes = Room(file, limits);
        var buffer = new byte[81920];
        int read;
        while ((read = file.Read(buffer, 0, buffer.Length)) > 0) Append(bytes, buffer.AsSpan(0, read), limits);
        var source = Interpret(bytes, fileName, known ?? [], limits);
        return new Spreadsheet(source.SheetName, source.Header, [.. source.Rows]);
    }

    /// <summary>As <see cref="Read"/>, holding only the file's own bytes: its rows are read as they are gone through. The stream may be one that must not block the thread, such as a request's body.</summary>
    /// <exception cref="SpreadsheetException">The file cannot be taken; its code says why.</exception>
    public static async Task<SpreadsheetSource> OpenAsync(
        Stream file, string fileName, IReadOnlyList<KnownColumn>? known = null, SpreadsheetLimits? limits = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        limits ??= SpreadsheetLimits.Default;
        var bytes = Room(file, limits);
        var buffer = new byte[81920];
        int read;
        while ((read = await file.ReadAsync(buffer, ct)) > 0) Append(bytes, buffer.AsSpan(0, read), limits);
        return Interpret(bytes, fileName, known ?? [], limits);
    }

    // As much as the file says it is long: a room that grows by doubling takes three times as much.
    private static MemoryStream Room(Stream file, SpreadsheetLimits limits) => new(file.CanSeek ? (int)Math.Clamp(file.Length, 0, limits.FileBytes) : 0);

    private static void Append(MemoryStream bytes, ReadOnlySpan<byte> more, SpreadsheetLimits limits)
    {
        if (bytes.Length + more.Length > limits.FileBytes)
        {
            var megabytes = Math.Max(1, limits.FileBytes / 1024 / 1024);
            throw SpreadsheetException.TooLarge($"supera i {megabytes} MB", $"it is over {megabytes} MB");
        }
        bytes.Write(more);
    }

    private static SpreadsheetSource Interpret(MemoryStream bytes, string fileName, IReadOnlyList<KnownColumn> known, SpreadsheetLimits limits)
    {
        try
        {
            var content = FileFormat.Recognise(bytes) is SpreadsheetFormat.Xlsx
                ? XlsxFile.Read(bytes, limits)
                : CsvFile.Read(bytes, fileName, known, limits);
            var source = HeaderRow.Split(content, known);
            return source with { Rows = Guarded(source.Rows) };
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw SpreadsheetException.NotReadable(damage);
        }
    }

    private static IEnumerable<SpreadsheetRow> Guarded(IEnumerable<SpreadsheetRow> rows)
    {
        using var each = rows.GetEnumerator();
        while (Next(each)) yield return each.Current;

        static bool Next(IEnumerator<SpreadsheetRow> each)
        {
            try
            {
                return each.MoveNext();
            }
            catch (Exception damage) when (IsDamage(damage))
            {
                throw SpreadsheetException.NotReadable(damage);
            }
        }
    }

    // What the zip, XML and CSV readers throw at a damaged file; anything else would be a mistake of ours and must be seen as one.
    private static bool IsDamage(Exception error) => error is InvalidDataException or XmlException or IOException or FormatException or NotSupportedException or OverflowException or CsvHelperException;
}
