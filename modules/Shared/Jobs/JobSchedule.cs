using MediatR;

namespace InclusionPlatform.Shared.Jobs;

/// <summary>Work that comes round by itself. A job only sends one command; the host's scheduler decides when and on which node.</summary>
/// <param name="Name">Stable name, such as <c>bulletin.close-expired-opportunities</c>.</param>
/// <param name="Cron">Quartz cron expression (seconds first), in Italian time.</param>
/// <param name="Command">Makes the command to send.</param>
/// <param name="OncePerOccurrence">
/// True: each occurrence is claimed by one node through its line in <c>shared_job_run</c>, and a missed one is made up for at start. False: a mere wake-up for
/// work that leases rows of its own tables, which any node may do at any time.
/// </param>
public sealed record JobSchedule(string Name, string Cron, Func<IBaseRequest> Command, bool OncePerOccurrence = true);
