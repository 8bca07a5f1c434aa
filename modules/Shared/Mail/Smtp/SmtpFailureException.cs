namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>The connection cannot be used: it was refused, lost, too slow or not speaking SMTP. No mail was taken.</summary>
internal sealed class SmtpFailureException(DeliveryStage stage, string reason, SmtpReply? reply = null) : Exception(reason)
{
    public DeliveryStage Stage { get; } = stage;

    public SmtpReply? Reply { get; } = reply;

    /// <summary>Always temporary: a wrong password or certificate is ours to mend and says nothing against the mail.</summary>
    public DeliveryResult ToResult() =>
        new DeliveryResult.Deferred(Stage, Reply?.Code, Reply?.EnhancedCode, Reply is null ? Message : $"{Message}: {Reply.Text}");
}

/// <summary>The wire itself failed; whoever was using it knows what that means for the mail.</summary>
internal sealed class SmtpWireException(string reason, Exception? cause = null) : IOException(reason, cause);
