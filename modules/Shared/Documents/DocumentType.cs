using System.IO.Compression;

namespace InclusionPlatform.Shared.Documents;

/// <summary>Tells what a file is by its first bytes; what its sender calls it does not count.</summary>
public static class DocumentType
{
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
                : zip.GetEntry("mimetype") is not null && zip.GetEntry("content.xml") is not null ? "application/vnd.oasis.opendocument.text"
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
