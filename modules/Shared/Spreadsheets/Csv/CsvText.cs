using System.Text;

namespace InclusionPlatform.Shared.Spreadsheets.Csv;

/// <summary>Turns a text file's bytes into text: UTF-8 and UTF-16 by their mark, UTF-8 if it is valid, else Windows-1252 as Excel saves it.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? throw new InvalidOperationException("Code page 1252 is part of the framework.");

    public static string Decode(ReadOnlySpan<byte> file)
    {
        var text = DecodeByMark(file);
        // Text has no control characters but these: tab, the line ends, form feed and the end mark of DOS editors.
        return text.Any(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f' or '\u001a' or '\u0085' or (>= '\u0080' and <= '\u009f')))
            ? throw SpreadsheetException.NotReadable()
            : text.TrimEnd('\u001a');
    }

    private static string DecodeByMark(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(file[3..]);
        if (file.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(file[2..]);
        if (file.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(file[2..]);
        try
        {
            return StrictUtf8.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(file);
        }
    }
}
