namespace InclusionPlatform.Shared.Mail;

/// <summary>
/// A part of a mail cannot be put on the wire safely. Carries a stable code and never the offending value,
/// which may be personal data.
/// </summary>
public sealed class InvalidMailException : Exception
{
    /// <summary>Names what is wrong, for instance <c>mail.address-invalid</c>.</summary>
    public InvalidMailException(string code)
        : base($"The mail cannot be written: {code}.") => Code = code;

    /// <summary>The stable code that a client may translate.</summary>
    public string Code { get; }
}
