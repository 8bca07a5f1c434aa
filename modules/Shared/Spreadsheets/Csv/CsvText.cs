using System.Text;
using System.Text.Unicode;

namespace InclusionPlatform.Shared.Spreadsheets.Csv;

/// <summary>A text file's bytes as text: UTF-8 and UTF-16 by their mark, UTF-8 if it is valid, else Windows-1252 as Excel saves it.</summary>
internal sealed class CsvText
{
    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? throw new InvalidOperationException("Code page 1252 is part of the framework.");

    // What editors of DOS put at the end.
    private const char EndMark = '\u001a';

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Encoding _encoding;

    private CsvText(ReadOnlyMemory<byte> bytes, Encoding encoding) => (_bytes, _encoding) = (bytes, encoding);

    /// <summary>Whether there is nothing but blanks.</summary>
    public bool IsBlank { get; private set; } = true;

    /// <exception cref="SpreadsheetException">It is not a text.</exception>
    public static CsvText Of(MemoryStream bytes)
    {
        var file = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        var text = file.Span switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new CsvText(file[3..], Encoding.UTF8),
            [0xFF, 0xFE, ..] => new CsvText(file[2..], Encoding.Unicode),
            [0xFE, 0xFF, ..] => new CsvText(file[2..], Encoding.BigEndianUnicode),
            _ => new CsvText(file, Utf8.IsValid(file.Span) ? Encoding.UTF8 : Windows1252),
        };
        return text.WithoutEndMark().Checked();
    }

    /// <summary>Reads it from its start.</summary>
    public TextReader Open() => new StreamReader(new ReadOnlyBytes(_bytes), _encoding, detectEncodingFromByteOrderMarks: false);

    private CsvText WithoutEndMark()
    {
        var (bytes, mark) = (_bytes, _encoding.GetBytes([EndMark]));
        while (bytes.Span.EndsWith(mark)) bytes = bytes[..^mark.Length];
        return new(bytes, _encoding);
    }

    private CsvText Checked()
    {
        using var reader = Open();
        var block = new char[16_384];
        int read;
        while ((read = reader.Read(block)) > 0)
        {
            foreach (var character in block.AsSpan(0, read))
            {
                // Text has no control characters but these: tab, the line ends, form feed and the end mark of DOS editors.
                if (char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f' or EndMark or '\u0085' or (>= '\u0080' and <= '\u009f'))) throw SpreadsheetException.NotReadable();
                IsBlank &= char.IsWhiteSpace(character);
            }
        }
        return this;
    }
}
