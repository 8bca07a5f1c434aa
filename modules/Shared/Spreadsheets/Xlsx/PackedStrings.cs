using System.Collections;
using System.Text;

namespace InclusionPlatform.Shared.Spreadsheets.Xlsx;

/// <summary>Many short texts as one run of UTF-8, each made when it is asked for: the shared texts of a large workbook would take four times the room as strings.</summary>
internal sealed class PackedStrings : IReadOnlyList<string>
{
    private readonly List<int> _ends = [];
    private byte[] _bytes = new byte[4096];

    /// <inheritdoc/>
    public int Count => _ends.Count;

    private int End => _ends.Count == 0 ? 0 : _ends[^1];

    /// <inheritdoc/>
    public string this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return Encoding.UTF8.GetString(_bytes, start, _ends[index] - start);
        }
    }

    /// <summary>Adds a text at the end. Half of a surrogate pair, which no text should hold, becomes the replacement character.</summary>
    public void Add(string text)
    {
        var needed = End + Encoding.UTF8.GetByteCount(text);
        if (needed > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)needed, _bytes.LongLength * 2)));
        Encoding.UTF8.GetBytes(text, _bytes.AsSpan(End));
        _ends.Add(needed);
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
