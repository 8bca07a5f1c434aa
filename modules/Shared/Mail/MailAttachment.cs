using InclusionPlatform.Shared.Mail.Mime;

namespace InclusionPlatform.Shared.Mail;

/// <summary>A file that travels with a mail.</summary>
public sealed record MailAttachment
{
    /// <summary>Checks and keeps a file.</summary>
    /// <param name="fileName">Name without folders, any language.</param>
    /// <param name="contentType">For instance <c>application/pdf</c> or <c>text/calendar; method=REQUEST</c>; not a multipart or message type.</param>
    /// <param name="content">The bytes.</param>
    /// <exception cref="InvalidMailException">The name or the type cannot be written.</exception>
    public MailAttachment(string fileName, string contentType, ReadOnlyMemory<byte> content)
    {
        FileName = HeaderGuard.FileName(fileName);
        ContentType = HeaderGuard.ContentType(contentType);
        Content = content;
    }

    /// <summary>Name shown to who receives it.</summary>
    public string FileName { get; }

    /// <summary>Media type with its parameters.</summary>
    public string ContentType { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Says nothing of the file, whose name may be a person's.</summary>
    public override string ToString() => nameof(MailAttachment);
}
