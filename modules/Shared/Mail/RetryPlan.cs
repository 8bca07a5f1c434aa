namespace InclusionPlatform.Shared.Mail;

/// <summary>When a mail that was not taken is tried again: sooner at first, then more rarely, and not for ever.</summary>
public static class RetryPlan
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    /// <summary>How long a mail is tried at all.</summary>
    public static TimeSpan GiveUpAfter { get; } = TimeSpan.FromDays(2);

    /// <summary>The next attempt, or null to give up.</summary>
    /// <param name="attempts">Attempts made, the last one included.</param>
    /// <param name="since">When the mail was first due.</param>
    /// <param name="now">Now.</param>
    public static DateTimeOffset? Next(int attempts, DateTimeOffset since, DateTimeOffset now) =>
        attempts > Waits.Length || now - since >= GiveUpAfter ? null : now + Waits[Math.Max(0, attempts - 1)];
}
