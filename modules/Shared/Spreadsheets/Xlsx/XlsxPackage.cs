using System.IO.Compression;
using System.Text;
using System.Xml;

namespace InclusionPlatform.Shared.Spreadsheets.Xlsx;

/// <summary>
/// The parts of an XLSX, opened as they are asked for and never beyond the limit of unpacked bytes. The parts are read as plain XML:
/// only those that hold cells are touched, so that a broken link or drawing elsewhere in the file does no harm, and the transitional and the
/// strict dialect of the format read alike.
/// </summary>
internal sealed class XlsxPackage
{
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly SpreadsheetLimits _limits;
    private readonly Dictionary<string, long> _unpacked = [];

    public XlsxPackage(Stream file, SpreadsheetLimits limits)
    {
        _limits = limits;
        // It holds nothing to be closed: its entries are opened for as long as rows are read, from a file that is whoever gave it to close.
        var zip = new ZipArchive(new FileView(file), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries) _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <summary>Opens a part for reading, null if the file has none of that name.</summary>
    public XmlReader? Open(string part)
    {
        if (Unpack(part) is not { } unpacked) return null;
        return XmlReader.Create(unpacked, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true
        });
    }

    /// <summary>Whether a part may hold a text: looked for in its bytes, which costs little beside reading it as XML. A part in another encoding than UTF-8 may hold anything.</summary>
    public bool Mentions(string part, string text)
    {
        using var unpacked = Unpack(part);
        if (unpacked is null) return false;
        var (wanted, buffer, kept, isFirst) = (Encoding.UTF8.GetBytes(text), new byte[81920], 0, true);
        int read;
        while ((read = unpacked.Read(buffer.AsSpan(kept))) > 0)
        {
            var here = buffer.AsSpan(0, kept + read);
            if (isFirst && here[0] is 0xFE or 0xFF or 0) return true;
            if (here.IndexOf(wanted) >= 0) return true;
            isFirst = false;
            // Its beginning may stand at the end of what was read.
            kept = Math.Min(wanted.Length - 1, here.Length);
            here[^kept..].CopyTo(buffer);
        }
        return false;
    }

    /// <summary>The parts that a part refers to: id, kind (last word of its type) and full name.</summary>
    public IReadOnlyList<(string Id, string Kind, string Part)> References(string part)
    {
        var slash = part.LastIndexOf('/');
        var (folder, name) = slash < 0 ? ("", part) : (part[..slash], part[(slash + 1)..]);
        var references = new List<(string, string, string)>();
        using var xml = Open(folder.Length == 0 ? $"_rels/{name}.rels" : $"{folder}/_rels/{name}.rels");
        while (xml?.Read() == true)
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            if (xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Type") is not { } type || xml.GetAttribute("Target") is not { } target) continue;
            if (xml.GetAttribute("TargetMode") == "External") continue;
            references.Add((id, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
        }
        return references;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Replace('\\', '/').Split('/'))
        {
            if (step == ".." && path.Count > 0) path.RemoveAt(path.Count - 1);
            else if (step is not ("." or ".." or "")) path.Add(step);
        }
        return string.Join('/', path);
    }

    private MeteredStream? Unpack(string part)
    {
        if (!_parts.TryGetValue(part.TrimStart('/'), out var entry)) return null;
        var read = 0L;
        return new MeteredStream(entry.Open(), bytes => Count(entry.FullName, read += bytes));
    }

    // A part that is read twice takes no more room than once.
    private void Count(string part, long bytes)
    {
        if (bytes > _unpacked.GetValueOrDefault(part)) _unpacked[part] = bytes;
        if (_unpacked.Values.Sum() > _limits.UnpackedBytes)
            throw SpreadsheetException.TooLarge("una volta aperto occupa troppo spazio", "it takes too much room once opened");
    }

    // Counts what really comes out: the sizes that a zip declares may lie.
    private sealed class MeteredStream(Stream inner, Action<int> count) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            count(read);
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
