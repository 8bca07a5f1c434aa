using Dapper;
using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.Shared.Audit;

/// <summary>An entry of the access log, as it is stored.</summary>
internal sealed record AccessEntry(Guid Id, DateTimeOffset At, Guid? Actor, string ActorKind, string Request, string Kind, string? Record, Guid? RecordId, string? Purpose, string? Shown = null)
{
    public const string Insert = """
        insert into shared_audit_entry (id, at, actor_id, actor_kind, request, kind, record, record_id, purpose, shown)
        values (@Id, @At, @Actor, @ActorKind, @Request, @Kind, @Record, @RecordId, @Purpose, @Shown)
        """;
}

/// <summary>
/// Logs what was read, for all who wait for it at once: one transaction takes along everybody who came while the one before was under way. Nobody gets an answer before what they saw is
/// logged and on disk, and nobody stands in line behind thirty others who each want a transaction of their own. Whoever is alone is written at once; where several come together, it is waited
/// for those who are still reading, eight thousandths of a second at most.
/// </summary>
internal sealed class AccessQueue(IDatabase database, TimeSpan gathering) : IDisposable
{
    // Those who come together are worth waiting for: with every transaction each reader of SQLite forgets the pages that it had read.
    private const int Several = 2;

    private readonly Lock turn = new();
    private readonly SemaphoreSlim allCame = new(0, 1);
    private List<Waiting> waiting = [];
    private bool running;
    private int cameLast;
    private int reading;

    /// <summary>Waits for those who still read no longer than a reader would notice.</summary>
    public AccessQueue(IDatabase database) : this(database, TimeSpan.FromMilliseconds(8))
    {
    }

    /// <summary>Somebody begins to read, and may come with what they saw.</summary>
    public void ReadBegins() => Interlocked.Increment(ref reading);

    /// <summary>They have read, and wait with their entries if there are any: if nobody reads any more, there is nobody to wait for.</summary>
    public void ReadEnds()
    {
        // What the pool has not begun yet may be requests that will read.
        if (Interlocked.Decrement(ref reading) > 0 || ThreadPool.PendingWorkItemCount > 0)
        {
            return;
        }

        lock (turn)
        {
            if (waiting.Count > 0 && allCame.CurrentCount == 0)
            {
                allCame.Release();
            }
        }
    }

    /// <summary>Returns when the entries are on disk. Whoever gives up waiting is logged all the same: they may have seen what they asked for.</summary>
    public Task WriteAsync(IReadOnlyList<AccessEntry> entries, CancellationToken ct)
    {
        var mine = new Waiting(entries);
        lock (turn)
        {
            waiting.Add(mine);
            if (!running)
            {
                running = true;
                // By nobody's request: the first to come would have to wait for all who come after.
                _ = Task.Run(RunAsync, CancellationToken.None);
            }
        }

        return mine.Written.Task.WaitAsync(ct);
    }

    public void Dispose() => allCame.Dispose();

    private async Task RunAsync()
    {
        do
        {
            if (cameLast >= Several)
            {
                await allCame.WaitAsync(gathering);
            }

            IReadOnlyList<Waiting> taken = [];
            try
            {
                var open = await database.BeginAsync(CancellationToken.None);
                // Only now: who came while this waited for its turn goes along.
                taken = Take();
                await WriteAsync(open, taken);
            }
            catch (Exception error)
            {
                await OneByOneAsync(taken.Count > 0 ? taken : Take(), error);
            }
        }
        while (Goes());
    }

    private async Task WriteAsync(WriteTransaction open, IReadOnlyList<Waiting> taken)
    {
        try
        {
            await InsertAsync(open, [.. taken.SelectMany(one => one.Entries)]);
            await open.CommitAsync(CancellationToken.None);
        }
        catch
        {
            await open.DisposeAsync();
            throw;
        }

        // The next transaction may begin while the disk is still busy with this one.
        _ = AnswerAsync(open, taken);
    }

    private async Task InsertAsync(WriteTransaction open, AccessEntry[] entries)
    {
        if (database.TryExecute(open.Connection, AccessEntry.Insert, entries, CancellationToken.None) is null)
        {
            database.Expect(open.Connection, AccessEntry.Insert);
            await open.Connection.ExecuteAsync(new CommandDefinition(AccessEntry.Insert, entries, open.Transaction));
        }
    }

    private static async Task AnswerAsync(WriteTransaction open, IReadOnlyList<Waiting> taken)
    {
        try
        {
            await open.DisposeAsync();
            foreach (var one in taken)
            {
                one.Written.TrySetResult();
            }
        }
        catch (Exception error)
        {
            foreach (var one in taken)
            {
                one.Written.TrySetException(error);
            }
        }
    }

    // What one of them cannot have must not be refused to all.
    private async Task OneByOneAsync(IReadOnlyList<Waiting> taken, Exception refused)
    {
        foreach (var one in taken)
        {
            if (taken.Count == 1 || database.IsUnavailable(refused))
            {
                one.Written.TrySetException(refused);
                continue;
            }

            try
            {
                await using (var open = await database.BeginAsync(CancellationToken.None))
                {
                    await InsertAsync(open, [.. one.Entries]);
                    await open.CommitAsync(CancellationToken.None);
                }

                one.Written.TrySetResult();
            }
            catch (Exception error)
            {
                one.Written.TrySetException(error);
            }
        }
    }

    private List<Waiting> Take()
    {
        lock (turn)
        {
            var taken = waiting;
            waiting = [];
            cameLast = taken.Count;
            // Said of those who are taken now, not of the next.
            allCame.Wait(0);
            return taken;
        }
    }

    private bool Goes()
    {
        lock (turn)
        {
            running = waiting.Count > 0;
            return running;
        }
    }

    private sealed record Waiting(IReadOnlyList<AccessEntry> Entries)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
