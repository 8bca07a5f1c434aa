using InclusionPlatform.Shared.Mail.Mime;

namespace InclusionPlatform.Shared.Mail;

/// <summary>A header beyond those every mail has, such as <c>List-Unsubscribe</c> (RFC 2369, RFC 8058), <c>List-Id</c> or <c>Auto-Submitted</c>.</summary>
public sealed record MailHeader
{
    /// <summary>Checks and keeps a header. The value is printable ASCII, as the structured headers of lists must be.</summary>
    /// <exception cref="InvalidMailException">Not a header name, one that the writer sets itself, or a value that would break the header.</exception>
    public MailHeader(string name, string value)
    {
        Name = HeaderGuard.ExtraName(name);
        Value = HeaderGuard.AsciiValue(value);
    }

    /// <summary>The field name.</summary>
    public string Name { get; }

    /// <summary>The field value, unfolded.</summary>
    public string Value { get; }

    /// <summary>Leaves the value out: an unsubscribe link is as good as a password.</summary>
    public override string ToString() => Name;
}
