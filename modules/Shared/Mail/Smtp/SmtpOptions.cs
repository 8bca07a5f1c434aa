namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>How the connection to the server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a relay on the same machine or network.</summary>
    None,

    /// <summary>Encrypted before anything is said of us or of the mail; without it nothing is sent. Usual port 587.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte. Usual port 465.</summary>
    Tls,
}

/// <summary>How to reach the mail server. Durations follow RFC 5321 4.5.3.2: shorter ones make uncertain deliveries.</summary>
public sealed class SmtpOptions
{
    /// <summary>Name or address of the server.</summary>
    public string Host { get; set; } = "localhost";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Protection of the connection.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>A PEM file of the authorities to trust instead of the machine's, for a server with a certificate of the body's own.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>User, when the server wants one.</summary>
    public string? User { get; set; }

    /// <summary>Its password; from the environment or a secret store, never from a file in the repository.</summary>
    public string? Password { get; set; }

    /// <summary>Our name in the greeting; without it our address is used, as RFC 5321 4.1.3 wants.</summary>
    public string? LocalName { get; set; }

    /// <summary>Time to connect and to negotiate encryption.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for the answer to one command.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Time for the server to take one block of the message.</summary>
    public TimeSpan BlockTimeout { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Time for the answer after the whole message.</summary>
    public TimeSpan AcceptanceTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>What is left of <see cref="AcceptanceTimeout"/> when the program is asked to stop.</summary>
    public TimeSpan AcceptanceTimeoutWhenStopping { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Mails sent before a new connection is opened; providers close longer ones.</summary>
    public int MailsPerConnection { get; set; } = 100;
}
