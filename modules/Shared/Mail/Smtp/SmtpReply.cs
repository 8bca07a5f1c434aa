using System.Text.RegularExpressions;

namespace InclusionPlatform.Shared.Mail.Smtp;

/// <summary>One answer of the server, of one line or more (RFC 5321 4.2).</summary>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public const int ServiceClosing = 421;

    public bool IsPositive => Code is >= 200 and <= 299;

    public bool IsTransient => Code is >= 400 and <= 499;

    public bool IsPermanent => Code is >= 500 and <= 599;

    public string Text => string.Join(' ', Lines);

    /// <summary>The status of RFC 2034 at the start of the text.</summary>
    public string? EnhancedCode => Enhanced().Match(Lines[0]) is { Success: true } match ? match.Value : null;

    /// <summary>The outcome of a command that was not obeyed: what is not clearly permanent may be tried again.</summary>
    public DeliveryResult ToFailure(DeliveryStage stage) => IsPermanent
        ? new DeliveryResult.Refused(stage, Code, EnhancedCode, Text)
        : new DeliveryResult.Deferred(stage, Code, EnhancedCode, Text);

    [GeneratedRegex(@"\A[245]\.[0-9]{1,3}\.[0-9]{1,3}(?= |\z)")]
    private static partial Regex Enhanced();
}
