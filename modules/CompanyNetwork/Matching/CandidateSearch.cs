using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Matching;

/// <summary>
/// Finds the companies worth looking at within a distance: those available now before those to be called, the wished sectors before the others, the nearest
/// places first; never more than a bounded number, however large the bank.
/// </summary>
internal sealed class CandidateSearch(IDbSession db, TimeProvider clock)
{
    /// <summary>Most companies looked at.</summary>
    public const int Most = 150;

    private const int ArchivedShown = 5;

    public async Task<IReadOnlyList<CandidateRow>> FindAsync(Municipality home, double km, IReadOnlyCollection<string> wished, bool onlyAvailableNow, CancellationToken ct)
    {
        var found = new Dictionary<Guid, CandidateRow>();
        var rings = Rings(home, km);
        if (wished.Count > 0)
        {
            await AddAsync(CandidateSql.AvailableAndWished, Most);
        }

        await AddAsync(CandidateSql.Available, Most);
        if (!onlyAvailableNow)
        {
            if (wished.Count > 0)
            {
                await AddAsync(CandidateSql.Wished, Most);
            }

            await AddAsync(CandidateSql.Any, Most);
            await AddAsync(CandidateSql.OutOfUse, found.Count + ArchivedShown);
        }

        return [.. found.Values];

        async Task AddAsync(string sql, int upTo)
        {
            foreach (var ring in rings)
            {
                if (found.Count >= upTo)
                {
                    return;
                }

                foreach (var row in await db.TopAsync<CandidateRow>(sql, Parameters(ring, wished), upTo - found.Count, ct))
                {
                    found.TryAdd(row.Id, row);
                }
            }
        }
    }

    /// <summary>Where the person lives, then the other places, the nearest first.</summary>
    internal static IReadOnlyList<string[]> Rings(Municipality home, double km)
    {
        var others = Municipalities.Within(home, km).Select(place => place.Istat).OfType<string>().Where(istat => istat != home.Istat).Distinct();
        return [[home.Istat!], .. others.Chunk(Batches.Size)];
    }

    /// <summary>The parameters of <see cref="CandidateSql"/>; empty places repeat a value.</summary>
    internal Dapper.DynamicParameters Parameters(IReadOnlyList<string> places, IReadOnlyCollection<string> wished)
    {
        var parameters = Batches.Parameters(places, new { Today = clock.Today() });
        var sectors = wished.Count == 0 ? [""] : wished.ToArray();
        for (var index = 0; index < CandidateSql.Sectors; index++)
        {
            parameters.Add($"S{index}", sectors[Math.Min(index, sectors.Length - 1)]);
        }

        return parameters;
    }
}
