using InclusionPlatform.Shared.Mail;

namespace InclusionPlatform.Bulletin;

/// <summary>Message-IDs made of what is sent: the same mail tried again carries the same one.</summary>
internal static class MessageIds
{
    public static string Of(string matter, Guid id, MailOptions mail) => $"{matter}-{id:N}@{Domain(mail)}";

    public static string OfDelivery(int edition, Guid subscriber, MailOptions mail) => $"bulletin-{edition}-{subscriber:N}@{Domain(mail)}";

    public static string Domain(MailOptions mail) => mail.From.ToMailbox().Address.Split('@')[^1].ToLowerInvariant();
}
