namespace InclusionPlatform.Shared.Mail;

/// <summary>A transport that can still tell, after a crash, whether a mail went out. SMTP cannot; a folder can.</summary>
public interface IMailProof
{
    /// <summary>Whether the mail of this Message-ID was delivered: certain both ways.</summary>
    bool WasDelivered(string messageId);
}
