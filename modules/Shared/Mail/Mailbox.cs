using System.Globalization;
using System.Text.RegularExpressions;
using InclusionPlatform.Shared.Mail.Mime;

namespace InclusionPlatform.Shared.Mail;

/// <summary>
/// An address with, possibly, the name shown beside it. It can only exist in a form that is safe in a header and in an
/// SMTP command. The domain is kept in its ASCII form (IDNA), the local part must be ASCII: not every server speaks SMTPUTF8.
/// </summary>
public sealed partial record Mailbox
{
    // RFC 5321 4.5.3.1: 64 octets of local part; the path of 256 includes the angle brackets.
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;
    private const int LongestName = 200;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Checks and keeps the address and its optional name.</summary>
    /// <exception cref="InvalidMailException">The address is not one, or the name holds line breaks.</exception>
    public Mailbox(string address, string? name = null)
    {
        Address = ToAscii(address) ?? throw new InvalidMailException("mail.address-invalid");
        Name = string.IsNullOrWhiteSpace(name) ? null : HeaderGuard.Text(name, LongestName);
    }

    /// <summary>The address as it is sent.</summary>
    public string Address { get; }

    /// <summary>The name shown beside the address.</summary>
    public string? Name { get; }

    /// <summary>Whether a mailbox can be made of this address; for validators.</summary>
    public static bool IsAddress(string? address) => address is not null && ToAscii(address) is not null;

    /// <summary>Says nothing of the person, so that it can never end in a log.</summary>
    public override string ToString() => nameof(Mailbox);

    private static string? ToAscii(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || at > LongestLocalPart || !LocalPart().IsMatch(address[..at]))
        {
            return null;
        }

        try
        {
            var domain = Idn.GetAscii(address[(at + 1)..]);
            return at + 1 + domain.Length <= LongestAddress && Domain().IsMatch(domain) ? $"{address[..at]}@{domain}" : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The dot-atom of RFC 5322 3.2.3; \z and not $, which would let a final line feed through.
    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex LocalPart();

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z")]
    private static partial Regex Domain();
}
