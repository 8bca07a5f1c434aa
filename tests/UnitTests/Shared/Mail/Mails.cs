using InclusionPlatform.Shared.Mail;

namespace InclusionPlatform.UnitTests.Shared.Mail;

/// <summary>A mail to vary.</summary>
internal static class Mails
{
    public static OutgoingMail Plain { get; } = new()
    {
        From = new Mailbox("bollettino@cooperativa.test", "Bollettino lavoro"),
        To = new Mailbox("lettrice@posta.test"),
        Subject = "Bollettino 612",
        TextBody = "Buongiorno",
        MessageId = "edition-612.delivery-1@cooperativa.test",
        Date = new DateTimeOffset(2026, 11, 22, 9, 5, 0, TimeSpan.FromHours(1)),
    };

    public static byte[] Written(this OutgoingMail mail)
    {
        using var stream = new MemoryStream();
        MimeWriter.Write(mail, stream);
        return stream.ToArray();
    }
}
