using InclusionPlatform.Shared.Mail.Smtp;

namespace InclusionPlatform.Shared.Mail;

/// <summary>Where mails go.</summary>
public enum MailTarget
{
    /// <summary>To files in a folder: nothing leaves the machine.</summary>
    Folder,

    /// <summary>To a mail server.</summary>
    Smtp,
}

/// <summary>Configuration section <c>Mail</c>. As it comes, a first run writes files and sends nothing out.</summary>
public sealed class MailOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>Where mails go.</summary>
    public MailTarget Target { get; set; } = MailTarget.Folder;

    /// <summary>The folder of the target of that name; a relative one is under the working folder.</summary>
    public string Folder { get; set; } = "mail";

    /// <summary>Who writes.</summary>
    public MailSenderOptions From { get; set; } = new();

    /// <summary>The server of the target of that name.</summary>
    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>Configuration section <c>Mail:From</c>.</summary>
public sealed class MailSenderOptions
{
    /// <summary>The address without a set-up, good only for the folder target.</summary>
    public const string Unset = "no-reply@localhost";

    /// <summary>Address that recipients see.</summary>
    public string Address { get; set; } = Unset;

    /// <summary>Name that recipients see.</summary>
    public string? Name { get; set; } = "Inclusion Platform";

    /// <summary>The two as a mailbox.</summary>
    /// <exception cref="InvalidMailException">The address is not one.</exception>
    public Mailbox ToMailbox() => new(Address, Name);
}
