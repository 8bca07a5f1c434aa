using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace InclusionPlatform.Shared.Privacy;

/// <summary>
/// Encrypts or decrypts for thousands at once: that takes the processor and waits for nothing, so every processor takes a part. A pay list opens an account for each person while it holds the turn to write.
/// </summary>
public static class Together
{
    // Below this, handing the work out takes longer than the work.
    private const int Few = 200;

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
            Parallel.ForEach(Partitioner.Create(0, rows.Count, Few / 2), part =>
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
}
