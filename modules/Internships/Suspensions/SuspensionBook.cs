using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.RuleSets;
using InclusionPlatform.Internships.Suspensions.Rules;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Suspensions;

/// <summary>A suspension as it is shown.</summary>
/// <param name="Id">The suspension.</param>
/// <param name="Reason">Why.</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day, or null while it is not known.</param>
/// <param name="MovedDays">By how many days it moved the end.</param>
/// <param name="Note">A note, or null.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who recorded it, while the account is known.</param>
internal sealed record ShownSuspension(Guid Id, SuspensionReason Reason, DateOnly FromOn, DateOnly? ToOn, int MovedDays, string? Note, DateTimeOffset At, string? By);

/// <summary>Reads and writes suspensions; what they do to the end of the internship happens here and nowhere else.</summary>
internal sealed class SuspensionBook(IDbSession db, RuleSetTable ruleSets, MovedEnds movedEnds, LastRegister lastRegister, IFieldCipher cipher, IColleagues colleagues, ICurrentUser user, TimeProvider clock)
{
    /// <summary>The days on which it rests, for registers and counts.</summary>
    public const string SelectDays = """
        select from_on as First, coalesce(to_on, @Ever) as Last
        from   internships_suspension
        where  internship_id = @InternshipId and withdrawn_at is null
        order by from_on
        """;

    /// <summary>Stands for an end that is not known.</summary>
    public static readonly DateOnly Ever = new(9999, 12, 31);

    private const string SelectAll = """
        select id as Id, from_on as FromOn, to_on as ToOn, reason_cipher as ReasonCipher, note_cipher as NoteCipher, moved_days as MovedDays, at as At, by_id as ById
        from   internships_suspension
        where  internship_id = @InternshipId and withdrawn_at is null
        order by from_on desc, id desc
        """;

    private const string Insert = """
        insert into internships_suspension (id, internship_id, from_on, to_on, reason_cipher, note_cipher, moved_days, at, by_id)
        values (@Id, @InternshipId, @From, @To, @Reason, @Note, @Moved, @At, @By)
        """;

    private const string Resume = "update internships_suspension set to_on = @To, moved_days = @Moved where id = @Id and internship_id = @InternshipId and withdrawn_at is null";

    private const string Withdraw = "update internships_suspension set withdrawn_at = @At, withdrawn_by = @By where id = @Id and internship_id = @InternshipId and withdrawn_at is null";

    private const string MoveEnd = """
        update internships_internship
        set    ends_on = @EndsOn, suspended_days = @SuspendedDays, version = version + 1
        where  id = @Id and version = @Version and state = 'active'
        """;

    private const string SelectWorked = """
        select day from internships_attendance_day
        where  internship_id = @InternshipId and day >= @From and day <= @To and minutes is not null and minutes > 0
        """;

    private const string CountClosed = """
        select count(*) from internships_attendance_month
        where  internship_id = @InternshipId and month >= @FromMonth and month <= @ToMonth and state <> 'open'
        """;

    private const string DeleteAbsences = "delete from internships_attendance_day where internship_id = @InternshipId and day >= @From and day <= @To";

    public async Task<IReadOnlyList<ShownSuspension>> AllAsync(Guid internshipId, CancellationToken ct)
    {
        var rows = await db.QueryAsync<Row>(SelectAll, new { InternshipId = internshipId }, ct);
        var names = rows.Count == 0 ? null : await colleagues.NamesAsync(ct);
        return [.. rows.Select(row => new ShownSuspension(
            row.Id, Enum.Parse<SuspensionReason>(cipher.Unprotect(row.ReasonCipher)!, ignoreCase: true), row.FromOn, row.ToOn, row.MovedDays, cipher.Unprotect(row.NoteCipher), row.At,
            names!.GetValueOrDefault(row.ById)))];
    }

    public async Task AddAsync(InternshipRow row, int version, SuspensionReason reason, DateOnly from, DateOnly? to, string? note, CancellationToken ct)
    {
        var standing = await AllAsync(row.Id, ct);
        await CheckAsync(row, from, to, standing, ct);
        await DemandUnsignedAsync(row, from, to, ct);
        var moved = await DaysAsync(row, reason, from, to, ct);
        await MoveEndAsync(row, version, moved, ct);
        var at = clock.GetUtcNow();
        var id = Guid.CreateVersion7(at);
        await db.ExecuteAsync(Insert, new
        {
            Id = id,
            InternshipId = row.Id,
            From = from,
            To = to,
            Reason = cipher.Protect(reason.Code()),
            Note = cipher.Protect(note),
            Moved = moved,
            At = at,
            By = user.Id,
        }, ct);
        await movedEnds.RecordAsync(row, id, moved, ct);
        await db.ExecuteAsync(DeleteAbsences, new { InternshipId = row.Id, From = from, To = to ?? Ever }, ct);
    }

    public async Task ResumeAsync(InternshipRow row, int version, Guid id, DateOnly to, CancellationToken ct)
    {
        var standing = await AllAsync(row.Id, ct);
        var suspension = standing.FirstOrDefault(one => one.Id == id) ?? throw new NotFoundException("suspension");
        await CheckAsync(row, suspension.FromOn, to, [.. standing.Where(other => other.Id != id)], ct);

        // Only days that rested and do not any more, or the other way round: what was signed before them stays true.
        var former = suspension.ToOn ?? Ever;
        if (former != to)
        {
            await DemandUnsignedAsync(row, (former < to ? former : to).AddDays(1), former < to ? to : former, ct);
        }

        var moved = await DaysAsync(row, suspension.Reason, suspension.FromOn, to, ct);
        await MoveEndAsync(row, version, moved - suspension.MovedDays, ct);
        await db.ExecuteAsync(Resume, new { Id = id, InternshipId = row.Id, To = to, Moved = moved }, ct);
        await movedEnds.RecordAsync(row, id, moved - suspension.MovedDays, ct);
    }

    public async Task WithdrawAsync(InternshipRow row, int version, Guid id, CancellationToken ct)
    {
        var suspension = (await AllAsync(row.Id, ct)).FirstOrDefault(one => one.Id == id) ?? throw new NotFoundException("suspension");
        if (await CountSignedAsync(row, suspension.FromOn, suspension.ToOn, ct) > 0)
        {
            throw new ConflictException("internship.suspension-in-signed-register", new(
                "Un registro di quei giorni è già alla firma o firmato, e conta la sospensione: riaprirlo con un motivo e poi toglierla. Se il mese era già pagato, la differenza va nella prossima lista.",
                "A register of those days is being signed or is signed, and counts the suspension: reopen it with a reason, then take the suspension away. If the month was paid already, the difference goes on the next list."));
        }

        await MoveEndAsync(row, version, -suspension.MovedDays, ct);
        await db.ExecuteAsync(Withdraw, new { Id = id, InternshipId = row.Id, At = clock.GetUtcNow(), By = user.Id }, ct);
        await movedEnds.RecordAsync(row, id, -suspension.MovedDays, ct);
    }

    /// <summary>By how many days such a suspension moves the end.</summary>
    public async Task<int> DaysAsync(InternshipRow row, SuspensionReason reason, DateOnly from, DateOnly? to, CancellationToken ct) =>
        SuspensionMovesTheEnd.Days(reason, from, to, await FiguresAsync(row, ct));

    private async Task CheckAsync(InternshipRow row, DateOnly from, DateOnly? to, IReadOnlyList<ShownSuspension> others, CancellationToken ct)
    {
        var days = new { InternshipId = row.Id, From = from, To = to ?? Ever };
        var worked = await db.QueryAsync<DateOnly>(SelectWorked, days, ct);
        SuspensionFits.Check(from, to, row.StartsOn, row.EndsOn, others.Select(other => new Span(other.FromOn, other.ToOn ?? Ever)), worked);
    }

    private async Task DemandUnsignedAsync(InternshipRow row, DateOnly from, DateOnly? to, CancellationToken ct)
    {
        if (await CountSignedAsync(row, from, to, ct) > 0)
        {
            throw new ConflictException("internship.suspension-in-signed-register", new(
                "Un registro di quei giorni è già alla firma o firmato: riaprirlo con un motivo e poi registrare la sospensione.",
                "A register of those days is being signed or is signed: reopen it with a reason, then record the suspension."));
        }
    }

    private Task<int> CountSignedAsync(InternshipRow row, DateOnly from, DateOnly? to, CancellationToken ct) =>
        db.ScalarAsync<int>(CountClosed, new { InternshipId = row.Id, FromMonth = MonthOf(from), ToMonth = MonthOf(to ?? Ever) }, ct);

    private async Task MoveEndAsync(InternshipRow row, int version, int days, CancellationToken ct)
    {
        var ends = row.EndsOn.AddDays(days);
        if (ends < clock.Today() && days < 0)
        {
            throw new ConflictException("internship.suspension-already-used", new Words(
                "Senza questa sospensione il tirocinio sarebbe finito il {0:d}: non si toglie più.", "Without this suspension the internship would have ended on {0:d}: it is not taken away any more.").With(ends));
        }

        if (days > 0)
        {
            await lastRegister.DemandOpenAsync(row.Id, row.EndsOn, ct);
        }

        if (await db.ExecuteAsync(MoveEnd, new { row.Id, Version = version, EndsOn = ends, SuspendedDays = row.SuspendedDays + days }, ct) == 0)
        {
            throw new StaleVersionException();
        }
    }

    private static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private Task<RuleSet> FiguresAsync(InternshipRow row, CancellationToken ct) => ruleSets.InForceAsync(row.Region, row.Kind, row.StartsOn, ct);

    private sealed record Row(Guid Id, DateOnly FromOn, DateOnly? ToOn, string ReasonCipher, string? NoteCipher, int MovedDays, DateTimeOffset At, Guid ById);
}
