namespace InclusionPlatform.Shared.Audit;

/// <summary>A stretch of the access log that is not what it was when it was sealed.</summary>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
/// <param name="Entries">How many lines it had.</param>
/// <param name="Found">How many it has now; the same number says that a line was changed, or the seal itself.</param>
public sealed record BrokenSeal(DateTimeOffset From, DateTimeOffset Until, int Entries, int Found);

/// <summary>What the seals of the access log say.</summary>
/// <param name="SealedUntil">The lines before this instant are sealed; null if none is yet.</param>
/// <param name="Seals">How many stretches there are.</param>
/// <param name="Entries">How many lines they have together.</param>
/// <param name="Broken">Those that are not whole any more; none, if nobody touched the log.</param>
public sealed record AuditIntegrity(DateTimeOffset? SealedUntil, int Seals, long Entries, IReadOnlyList<BrokenSeal> Broken);

/// <summary>Tells whether the access log is still as it was written (GDPR art. 5(2) and 32: who watches over it must be able to rely on it).</summary>
public interface IAuditSeals
{
    /// <summary>Reads all sealed lines again, one by one, and compares them with their seals.</summary>
    Task<AuditIntegrity> VerifyAsync(CancellationToken ct);
}
