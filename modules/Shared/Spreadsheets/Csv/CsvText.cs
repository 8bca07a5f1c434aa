using System.Text;

namespace InclusionPlatform.Shared.Spreadsheets.Csv;

/// <summary>A text file as text: UTF-8 and UTF-16 by their mark, UTF-8 if it is valid, else Windows-1252 as Excel saves it.</summary>
internal sealed class CsvText
{
    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? throw new InvalidOperationException("Code page 1252 is part of the framework.");

    // What editors of DOS put at the end.
    private const char EndMark = '\u001a';

    private readonly Stream _file;
    private readonly long _start;
    private readonly long _length;
    private readonly Encoding _encoding;

    private CsvText(Stream file, int start, Encoding encoding)
    {
        (_file, _start, _encoding) = (file, start, encoding);
        _length = WithoutEndMark(new(file, start, file.Length - start), encoding);
    }

    /// <summary>Whether there is nothing but blanks.</summary>
    public bool IsBlank { get; private set; } = true;

    /// <exception cref="SpreadsheetException">It is not a text.</exception>
    public static CsvText Of(Stream file)
    {
        var view = new FileView(file);
        var text = view.Stretch(0, 3) switch
        {
            [0xEF, 0xBB, 0xBF] => new CsvText(file, 3, Encoding.UTF8),
            [0xFF, 0xFE, ..] => new CsvText(file, 2, Encoding.Unicode),
            [0xFE, 0xFF, ..] => new CsvText(file, 2, Encoding.BigEndianUnicode),
            _ => new CsvText(file, 0, IsUtf8(view) ? Encoding.UTF8 : Windows1252),
        };
        return text.Checked();
    }

    /// <summary>Reads it from its start.</summary>
    public TextReader Open() => new StreamReader(new FileView(_file, _start, _length), _encoding, detectEncodingFromByteOrderMarks: false);

    private static bool IsUtf8(FileView view)
    {
        var (decoder, bytes) = (new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder(), new byte[81920]);
        var chars = new char[bytes.Length + 1];
        view.Position = 0;
        try
        {
            int read;
            do
            {
                read = view.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static long WithoutEndMark(FileView view, Encoding encoding)
    {
        var (mark, length) = (encoding.GetBytes([EndMark]), view.Length);
        while (length >= mark.Length && view.Stretch(length - mark.Length, mark.Length).AsSpan().SequenceEqual(mark)) length -= mark.Length;
        return length;
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
