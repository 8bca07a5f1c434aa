using System.IO.Compression;

namespace InclusionPlatform.Shared.Documents;

/// <summary>Tells what a file is by its first bytes, and refuses a name that says otherwise.</summary>
public static class DocumentType
{
    private const string OpenText = "application/vnd.oasis.opendocument.text";

    /// <summary>Content types that are kept, each with the endings that people know them by.</summary>
    public const string Known = "PDF, JPEG, PNG, DOCX, XLSX, ODT, P7M";

    /// <summary>The content type, or null when the file is none of those that are kept.</summary>
    public static string? Of(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        ReadOnlySpan<byte> start = content;
        return start switch
        {
            _ when start.StartsWith("%PDF-"u8) => "application/pdf",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [(byte)'P', (byte)'K', 3, 4, ..] => OfPackage(content),
            _ when IsSigned(start) => "application/pkcs7-mime",
            _ => null,
        };
    }

    /// <summary>
    /// The name under which a file of this type is kept. A name that promises another type is refused: whoever opens the file trusts the name. A name without an ending is given the
    /// usual one; the year or number at the end of <c>Verbale 12.03.2026</c> and the surname of <c>dott. Rossi</c> are no endings.
    /// </summary>
    /// <exception cref="FieldException"><c>document.name</c> (422) at the field <c>file</c>.</exception>
    public static string NameFor(string name, string contentType)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (called, endings) = Endings[contentType];
        var written = EndingOf(name);
        return written.Length == 0 ? $"{name.TrimEnd('.', ' ')}{endings[0]}"
            : endings.Contains(written, StringComparer.OrdinalIgnoreCase) ? name
            : throw new FieldException("file", "document.name", new Words(
                "Il file si chiama {0} ma dentro è un {1}: rinominarlo o caricarne un altro.", "The file is called {0} but is a {1} inside: rename it or upload another one.")
                .With(written.ToLowerInvariant(), called));
    }

    private const int LongestEnding = 9;

    private static readonly Dictionary<string, (string Called, string[] Endings)> Endings = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = ("PDF", [".pdf"]),
        ["image/jpeg"] = ("JPEG", [".jpg", ".jpeg"]),
        ["image/png"] = ("PNG", [".png"]),
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ("DOCX", [".docx"]),
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ("XLSX", [".xlsx"]),
        [OpenText] = ("ODT", [".odt"]),
        ["application/pkcs7-mime"] = ("P7M", [".p7m", ".p7s"]),
    };

    private static string EndingOf(string name)
    {
        var ending = Path.GetExtension(name.TrimEnd('.', ' '));
        return ending.Length is > 1 and <= LongestEnding && ending.Skip(1).All(char.IsAsciiLetterOrDigit) && !ending.Skip(1).All(char.IsAsciiDigit) ? ending : "";
    }

    // CMS SignedData (RFC 5652): a sequence that begins with the object identifier 1.2.840.113549.1.7.2.
    private static bool IsSigned(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> signedData = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
        return start is [0x30, ..] && start[..Math.Min(start.Length, 24)].IndexOf(signedData) is > 0 and < 8;
    }

    private static string? OfPackage(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return zip.GetEntry("word/document.xml") is not null && zip.GetEntry("word/vbaProject.bin") is null ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : zip.GetEntry("xl/workbook.xml") is not null && zip.GetEntry("xl/vbaProject.bin") is null ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : zip.GetEntry("content.xml") is not null && zip.GetEntry("mimetype") is { } type && Says(type, OpenText) ? OpenText
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // Spreadsheets and drawings of the same family differ by this entry alone.
    private static bool Says(ZipArchiveEntry entry, string type)
    {
        using var reader = new StreamReader(entry.Open());
        Span<char> said = stackalloc char[type.Length + 1];
        return said[..reader.ReadBlock(said)].TrimEnd().SequenceEqual(type);
    }
}
