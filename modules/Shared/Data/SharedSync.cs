using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace InclusionPlatform.Shared.Data;

/// <summary>
/// Brings the write-ahead log to disk for everybody who has written to it. A sync takes as long as many small transactions, and one that begins after
/// them serves them all: the next writer need not stand in line behind it.
/// </summary>
/// <param name="path">The log, which is there from the first transaction until the last connection is closed.</param>
internal sealed class SharedSync(string path) : IAsyncDisposable
{
    private const int InputOutput = 10;

    private readonly Lock turn = new();
    private Task last = Task.CompletedTask;
    private Task? next;
    private SafeFileHandle? file;

    /// <summary>Returns when all that was written before the call is on disk.</summary>
    /// <exception cref="SqliteException">The disk refused (code 10, as SQLite itself would say).</exception>
    public Task SyncAsync()
    {
        lock (turn)
        {
            // The sync under way may have begun before the caller's writes: the one after it has not.
            return next ??= AfterAsync(last);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task pending;
        lock (turn)
        {
            pending = next ?? last;
        }

        await pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        file?.Dispose();
    }

    private async Task AfterAsync(Task before)
    {
        // Never on the caller's own thread, which holds the lock.
        await Task.Yield();
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (turn)
        {
            last = next!;
            next = null;
        }

        try
        {
            file ??= File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SqliteException(error.Message, InputOutput);
        }
    }
}
