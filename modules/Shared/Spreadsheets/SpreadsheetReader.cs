using System.Xml;
using CsvHelper;
using InclusionPlatform.Shared.Spreadsheets.Csv;
using InclusionPlatform.Shared.Spreadsheets.Xlsx;

namespace InclusionPlatform.Shared.Spreadsheets;

/// <summary>Reads the XLSX and CSV files that people have, recognised by what is in them and not by their name.</summary>
public static class SpreadsheetReader
{
    /// <summary>Reads the first visible sheet that holds something; the header row is found with the help of the known columns.</summary>
    /// <param name="file">The file, which can be read at any place; not closed.</param>
    /// <param name="fileName">Its name, only to name the sheet of a CSV.</param>
    /// <param name="known">The columns that the caller can take; they tell the header from titles above it.</param>
    /// <param name="limits">How much to take before refusing.</param>
    /// <exception cref="SpreadsheetException">The file cannot be taken; its code says why.</exception>
    public static Spreadsheet Read(Stream file, string fileName, IReadOnlyList<KnownColumn>? known = null, SpreadsheetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var source = Interpret(file, fileName, known ?? [], limits ?? SpreadsheetLimits.Default);
        return new Spreadsheet(source.SheetName, source.Header, [.. source.Rows]);
    }

    /// <summary>As <see cref="Read"/>, holding nothing of the file: its rows are read as they are gone through, and until then it must stay open.</summary>
    /// <exception cref="SpreadsheetException">The file cannot be taken; its code says why.</exception>
    public static SpreadsheetSource Open(Stream file, string fileName, IReadOnlyList<KnownColumn>? known = null, SpreadsheetLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Interpret(file, fileName, known ?? [], limits ?? SpreadsheetLimits.Default);
    }

    private static SpreadsheetSource Interpret(Stream file, string fileName, IReadOnlyList<KnownColumn> known, SpreadsheetLimits limits)
    {
        if (file.Length > limits.FileBytes)
        {
            var megabytes = Math.Max(1, limits.FileBytes / 1024 / 1024);
            throw SpreadsheetException.TooLarge($"supera i {megabytes} MB", $"it is over {megabytes} MB");
        }

        try
        {
            var content = FileFormat.Recognise(file) is SpreadsheetFormat.Xlsx
                ? XlsxFile.Read(file, limits)
                : CsvFile.Read(file, fileName, known, limits);
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
