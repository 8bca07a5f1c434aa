using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace InclusionPlatform.Shared.Privacy;

/// <summary>
/// Encrypts or decrypts for thousands at once: that takes the processor and waits for nothing, so every processor takes a part. A pay list opens an account for each person while it holds the turn to write.
/// </summary>
public static class Together
{
    // Below this, handing the work out takes longer than the work.
    private const int Few = 200, Some = Few / 2;

    /// <summary>How many rows are made before they are asked for.</summary>
    private const int MostAhead = 2_000;

    /// <summary>What each becomes, in the order of the rows.</summary>
    /// <param name="rows">What to go through.</param>
    /// <param name="each">Looks at its own row only, and uses nothing that serves one request at a time, as a session of the database does.</param>
    /// <remarks>What <paramref name="each"/> throws is thrown as it is.</remarks>
    public static TResult[] Each<TRow, TResult>(IReadOnlyList<TRow> rows, Func<TRow, TResult> each)
    {
        if (rows.Count < Few)
        {
            return [.. rows.Select(each)];
        }

        var made = new TResult[rows.Count];
        try
        {
            // Some at a time, so that a processor which is busy elsewhere holds up little.
            Parallel.ForEach(Partitioner.Create(0, rows.Count, Some), part =>
            {
                for (var at = part.Item1; at < part.Item2; at++)
                {
                    made[at] = each(rows[at]);
                }
            });
            return made;
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            throw;
        }
    }

    /// <summary>What each becomes, in the order of the rows, made on other processors while whoever asks uses those before: the database writes on one.</summary>
    /// <param name="rows">What to go through.</param>
    /// <param name="each">As for <see cref="Each"/>.</param>
    /// <remarks>What <paramref name="each"/> throws is thrown when its row is asked for. It begins when the first row is asked for.</remarks>
    public static IEnumerable<TResult> Ahead<TRow, TResult>(IReadOnlyList<TRow> rows, Func<TRow, TResult> each)
    {
        if (rows.Count < Few)
        {
            foreach (var row in rows)
            {
                yield return each(row);
            }

            yield break;
        }

        var ahead = new Queue<Task<TResult[]>>();
        for (var begun = 0; begun < rows.Count || ahead.Count > 0;)
        {
            for (; begun < rows.Count && ahead.Count < MostAhead / Some; begun += Some)
            {
                var from = begun;
                ahead.Enqueue(Task.Run(() => Part(from)));
            }

            foreach (var made in ahead.Dequeue().GetAwaiter().GetResult())
            {
                yield return made;
            }
        }

        TResult[] Part(int from)
        {
            var made = new TResult[Math.Min(Some, rows.Count - from)];
            for (var at = 0; at < made.Length; at++)
            {
                made[at] = each(rows[from + at]);
            }

            return made;
        }
    }
}
