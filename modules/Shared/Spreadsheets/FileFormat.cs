using System.IO.Compression;
using System.Text;

namespace InclusionPlatform.Shared.Spreadsheets;

internal enum SpreadsheetFormat
{
    Xlsx,
    Csv
}

/// <summary>Tells what a file is from its first bytes, and refuses with the right words the ones that people upload by mistake.</summary>
internal static class FileFormat
{
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] Workbook = Encoding.Unicode.GetBytes("Workbook");
    private static readonly byte[] Book = Encoding.Unicode.GetBytes("Book");

    private const int Searched = 1 << 16;

    // Long enough for what a file begins with: a mark, or the first words of a page.
    private const int Beginning = 256;

    public static SpreadsheetFormat Recognise(Stream bytes)
    {
        var view = new FileView(bytes);
        ReadOnlySpan<byte> file = view.Stretch(0, Beginning);
        if (file.IsEmpty) throw SpreadsheetException.Empty();
        if (file.StartsWith("PK\u0003\u0004"u8)) return RecogniseZip(bytes);
        if (file.StartsWith("PK\u0005\u0006"u8)) throw SpreadsheetException.NotReadable();
        if (file.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) throw RefuseCompoundFile(view);
        // BIFF2-5 sheets from before the compound file: a BOF record, [MS-XLS] 2.4.21.
        if (file.Length > 4 && file[0] == 0x09 && file[1] is 0x00 or 0x02 or 0x04 or 0x08 && file[3] == 0x00) throw SpreadsheetException.OldExcel();
        if (file.StartsWith("%PDF"u8) || file.StartsWith("{\\rtf"u8) || LooksLikeMarkup(file)) throw SpreadsheetException.NotReadable();
        return SpreadsheetFormat.Csv;
    }

    private static SpreadsheetFormat RecogniseZip(Stream bytes)
    {
        using var zip = new ZipArchive(new FileView(bytes), ZipArchiveMode.Read);
        var names = zip.Entries.Select(entry => entry.FullName.Replace('\\', '/').TrimStart('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Contains("xl/workbook.bin")) throw SpreadsheetException.OldExcel();
        if (names.Contains("mimetype") && names.Contains("content.xml")) throw SpreadsheetException.OpenDocument();
        if (names.Contains("_rels/.rels") || names.Contains("xl/workbook.xml")) return SpreadsheetFormat.Xlsx;
        throw SpreadsheetException.NotReadable();
    }

    // A compound file is an .xls, an .xlsx behind a password ([MS-OFFCRYPTO] 2.3.4.4), or something else such as a .doc.
    private static SpreadsheetException RefuseCompoundFile(FileView view)
    {
        var names = new[] { EncryptedPackage, Workbook, Book };
        var (found, longest) = (new bool[names.Length], EncryptedPackage.Length);
        for (var from = 0L; from < view.Length; from += Searched)
        {
            // A name may lie across two stretches.
            var stretch = view.Stretch(from, Searched + longest).AsSpan();
            for (var i = 0; i < names.Length; i++) found[i] |= stretch.IndexOf(names[i]) >= 0;
        }
        if (found[0]) return SpreadsheetException.PasswordProtected();
        return found[1] || found[2] ? SpreadsheetException.OldExcel() : SpreadsheetException.NotReadable();
    }

    // Many portals hand out a web page or an XML file named .xls.
    private static bool LooksLikeMarkup(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith<byte>([0xEF, 0xBB, 0xBF])) file = file[3..];
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, 200)]).TrimStart();
        return new[] { "<!doctype", "<html", "<table", "<?xml", "<head", "<meta" }.Any(tag => start.StartsWith(tag, StringComparison.OrdinalIgnoreCase));
    }
}
