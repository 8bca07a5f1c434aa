using System.Data.Common;
using System.Runtime.InteropServices;
using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.Api.Hosting;

/// <summary>
/// Gives back to the system, when nobody has asked anything for a while, the memory that a busy hour has left behind: the collector and the C library keep it otherwise until somebody else
/// is short of it, on servers that often hold the mail and the files of the service too.
/// </summary>
internal sealed partial class QuietHours(IDatabase database, TimeProvider time) : BackgroundService
{
    /// <summary>How long hardly anything may have been collected: a collection comes with every few megabytes of answers.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var since = new MemorySince(Environment.WorkingSet);
        using var every = new PeriodicTimer(Quiet, time);
        while (await every.WaitForNextTickAsync(stoppingToken))
        {
            if (since.IsWorthGivingBack(GC.CollectionCount(0), Environment.WorkingSet))
            {
                await LetRestAsync();
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GiveBackToLinux();
                since.GivenBack(GC.CollectionCount(0), Environment.WorkingSet);
            }
        }
    }

    private async Task LetRestAsync()
    {
        try
        {
            await database.RestAsync();
        }
        catch (DbException)
        {
            // Whoever asks next meets the same trouble and tells it: here it would end the process, which hosted services do with what they throw.
        }
    }

    private static void GiveBackToLinux()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            ProgramPages.LetGo();
            _ = MallocTrim(0);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException or IOException or UnauthorizedAccessException)
        {
            // Not every C library trims, and a process may be kept from reading its own map: it holds more then, and works as well.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint pad);
}

/// <summary>What the process held when it was last at rest, and how much it has worked since.</summary>
/// <param name="atRest">Bytes that it holds as it starts to serve: what a load of its first seconds leaves is more than that, and so is what the start itself leaves.</param>
internal sealed class MemorySince(long atRest)
{
    /// <summary>Bytes: less is not worth the pause of a whole collection.</summary>
    internal const long WorthIt = 16 << 20;

    /// <summary>Collections between two looks: the platform's own jobs bring about one now and then.</summary>
    private const int OfItsOwn = 1;

    private int collections = -1 - OfItsOwn;
    private long atRest = atRest;

    /// <summary>Whether hardly anything was collected since it was last asked and the process has grown since it was at rest.</summary>
    /// <param name="collected">Collections since the process began.</param>
    /// <param name="resident">Bytes that it holds now.</param>
    public bool IsWorthGivingBack(int collected, long resident)
    {
        var quiet = collected - collections <= OfItsOwn;
        collections = collected;
        return quiet && resident - atRest > WorthIt;
    }

    /// <summary>What is held now is what it holds at rest.</summary>
    public void GivenBack(int collected, long resident) => (collections, atRest) = (collected, resident);
}
