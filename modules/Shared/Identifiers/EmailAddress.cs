using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace InclusionPlatform.Shared.Identifiers;

/// <summary>Stable codes of what can be wrong with an e-mail address.</summary>
public static class EmailAddressProblems
{
    /// <summary>Nothing was written.</summary>
    public const string Empty = "email.empty";

    /// <summary>Not exactly one @ between two parts.</summary>
    public const string At = "email.at";

    /// <summary>Longer than 254 characters, or more than 64 before the @.</summary>
    public const string Length = "email.length";

    /// <summary>The part before the @ has a blank, a control or an unusual character, or misplaced dots.</summary>
    public const string Local = "email.local";

    /// <summary>The part after the @ is no domain name.</summary>
    public const string Domain = "email.domain";
}

/// <summary>
/// An address that mail servers accept: dot-atom before the @ (RFC 5321, no quoted strings, no SMTPUTF8), a domain name after it.
/// Domains with accents become their ASCII form. Read in one pass, so no text can make it slow.
/// </summary>
public sealed record EmailAddress
{
    private const int Longest = 254;
    private const int LongestLocal = 64;

    private static readonly SearchValues<char> LocalCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string local, string domain)
    {
        Value = $"{local}@{domain}";
        Domain = domain;
    }

    /// <summary>As written before the @, lower-case ASCII after it.</summary>
    public string Value { get; }

    /// <summary>The lower-case domain, in ASCII.</summary>
    public string Domain { get; }

    /// <summary>All lower-case: no provider tells two mailboxes apart by case, so this is what must be unique.</summary>
    public string Normalized => Value.ToLowerInvariant();

    /// <summary>Reads an address; blanks around it do not matter.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? email, [NotNullWhen(false)] out string? problem)
    {
        var value = text?.Trim() ?? string.Empty;
        email = null;
        problem = Problem(value, out var local, out var domain);
        if (problem is null)
        {
            email = new EmailAddress(local, domain);
        }

        return email is not null;
    }

    /// <summary>Equal when they reach the same mailbox.</summary>
    public bool Equals(EmailAddress? other) => other is not null && Normalized == other.Normalized;

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Normalized);

    /// <summary>The address.</summary>
    public override string ToString() => Value;

    private static string? Problem(string value, out string local, out string domain)
    {
        (local, domain) = (string.Empty, string.Empty);
        if (value.Length == 0)
        {
            return EmailAddressProblems.Empty;
        }

        if (value.Length > Longest)
        {
            return EmailAddressProblems.Length;
        }

        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == value.Length - 1 || at != value.LastIndexOf('@'))
        {
            return EmailAddressProblems.At;
        }

        local = value[..at];
        if (local.Length > LongestLocal)
        {
            return EmailAddressProblems.Length;
        }

        if (local.AsSpan().ContainsAnyExcept(LocalCharacters) || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
        {
            return EmailAddressProblems.Local;
        }

        return TryReadDomain(value[(at + 1)..], out domain) ? null : EmailAddressProblems.Domain;
    }

    private static bool TryReadDomain(string written, out string domain)
    {
        domain = written.ToLowerInvariant();
        if (domain.Any(character => !char.IsAscii(character)) && !TryEncode(written, out domain))
        {
            return false;
        }

        var labels = domain.Split('.');
        return domain.Length <= 253 && labels.Length > 1 && labels.All(IsLabel) && IsTopLevel(labels[^1]);
    }

    // Letters only, unless it is the ASCII form of a name in another script: that keeps out addresses by number.
    private static bool IsTopLevel(string label) =>
        label.StartsWith("xn--", StringComparison.Ordinal) || (label.Length > 1 && label.All(char.IsAsciiLetter));

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    private static bool TryEncode(string written, out string domain)
    {
        try
        {
            domain = Idn.GetAscii(written).ToLowerInvariant();
            return true;
        }
        catch (ArgumentException)
        {
            domain = string.Empty;
            return false;
        }
    }
}
