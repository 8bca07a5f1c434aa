using System.Text;

namespace InclusionPlatform.Shared.Mail.Mime;

/// <summary>One header being written: pieces are appended, each after a space, and the line is folded where the next would pass the margin.</summary>
internal sealed class FoldedHeader
{
    /// <summary>The margin of RFC 2047 2 for lines with encoded words, kept for all of them.</summary>
    public const int Margin = 76;

    private readonly StringBuilder _text;
    private int _column;
    private bool _empty = true;

    public FoldedHeader(StringBuilder text, string name)
    {
        _text = text.Append(name).Append(':');
        _column = name.Length + 1;
    }

    /// <summary>Places left for a piece on this line, after its space.</summary>
    public int Room => Margin - _column - 1;

    /// <summary>Appends a piece that is not to be broken, preceded by the given spaces.</summary>
    public FoldedHeader Add(string piece, int spaces = 1)
    {
        // The first piece stays beside the name: a line with a bare name troubles some servers.
        if (!_empty && _column + spaces + piece.Length > Margin)
        {
            _text.Append("\r\n");
            _column = 0;
        }

        _text.Append(' ', spaces).Append(piece);
        _column += spaces + piece.Length;
        _empty = false;
        return this;
    }

    /// <summary>Appends ASCII text, breaking it at its own spaces, all of which survive.</summary>
    public FoldedHeader AddWords(string text)
    {
        var spaces = 1;
        foreach (var word in text.Split(' '))
        {
            if (word.Length == 0)
            {
                spaces++;
                continue;
            }

            Add(word, spaces);
            spaces = 1;
        }

        return this;
    }

    /// <summary>Appends text of any language as encoded words.</summary>
    public FoldedHeader AddEncoded(string text)
    {
        foreach (var word in EncodedWords.Encode(text, Room))
        {
            Add(word);
        }

        return this;
    }

    /// <summary>Ends the header.</summary>
    public void End() => _text.Append("\r\n");
}
