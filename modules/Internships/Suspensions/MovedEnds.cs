using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Suspensions;

/// <summary>
/// An end that a suspension moves beyond the one that was communicated is to be communicated as an extension is, by the same day (D.L. 510/1996, art. 9-bis; D.Lgs. 181/2000, art. 4-bis): it stands
/// among them until its receipt is recorded. What was communicated stays as it is, whatever becomes of the suspension.
/// </summary>
internal sealed class MovedEnds(IDbSession db, IFieldCipher cipher, ICurrentUser user, TimeProvider clock)
{
    private const string Select = """
        select   id as Id, ends_before as EndsBefore, ends_on as EndsOn, communication_protocol as Protocol, suspension_id as SuspensionId
        from     internships_extension
        where    internship_id = @Id
        order by at, id
        """;

    internal const string Insert = """
        insert into internships_extension (id, internship_id, ends_before, ends_on, reason_cipher, suspension_id, at, by_id)
        values (@Id, @InternshipId, @Before, @EndsOn, @Reason, @SuspensionId, @At, @By)
        """;

    private const string Update = "update internships_extension set ends_before = @EndsBefore, ends_on = @EndsOn where id = @Id and communication_protocol is null";

    private const string Delete = "delete from internships_extension where id = @Id and communication_protocol is null";

    /// <summary>Why the end is another: never why it rested, which may be a health datum.</summary>
    internal const string Reason = "Fine spostata da una sospensione";

    /// <param name="row">The internship as it was before the move.</param>
    /// <param name="suspensionId">What moves its end.</param>
    /// <param name="days">By how many days more, or fewer.</param>
    /// <param name="ct">Stops it.</param>
    public async Task RecordAsync(InternshipRow row, Guid suspensionId, int days, CancellationToken ct)
    {
        if (days == 0)
        {
            return;
        }

        var known = (await db.QueryAsync<MovedRow>(Select, new { row.Id }, ct)).ToList();
        var own = known.FindLastIndex(one => one.SuspensionId == suspensionId && one.Protocol is null);
        if (own < 0)
        {
            await AddAsync(row, suspensionId, row.EndsOn.AddDays(days), known, ct);
            return;
        }

        var (moved, ends) = (known[own], known[own].EndsOn.AddDays(days));
        await db.ExecuteAsync(ends > moved.EndsBefore ? Update : Delete, new { moved.Id, moved.EndsBefore, EndsOn = ends }, ct);
        foreach (var later in known.Skip(own + 1).Where(one => one.Protocol is null))
        {
            await db.ExecuteAsync(Update, new { later.Id, EndsBefore = later.EndsBefore.AddDays(days), EndsOn = later.EndsOn.AddDays(days) }, ct);
        }
    }

    private async Task AddAsync(InternshipRow row, Guid suspensionId, DateOnly endsOn, IReadOnlyList<MovedRow> known, CancellationToken ct)
    {
        var before = known.Where(one => one.Protocol is not null).Select(one => one.EndsOn).Append(row.EndsOn).Max();
        if (endsOn <= before)
        {
            return;
        }

        var at = clock.GetUtcNow();
        await db.ExecuteAsync(Insert, new
        {
            Id = Guid.CreateVersion7(at), InternshipId = row.Id, Before = before, EndsOn = endsOn, Reason = cipher.Protect(Reason), SuspensionId = suspensionId, At = at, By = user.Id,
        }, ct);
    }

    private sealed record MovedRow(Guid Id, DateOnly EndsBefore, DateOnly EndsOn, string? Protocol, Guid? SuspensionId);
}
