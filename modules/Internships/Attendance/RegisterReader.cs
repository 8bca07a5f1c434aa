using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Reads registers in a constant number of statements, for the pages of the service and of the host's tutor alike.</summary>
internal sealed class RegisterReader(IDbSession db, IFieldCipher cipher, IColleagues colleagues, TimeProvider clock)
{
    private const string SelectDays = """
        select day as Day, minutes as Minutes, absence_cipher as AbsenceCipher
        from   internships_attendance_day
        where  internship_id = @InternshipId and day >= @From and day <= @To
        order by day
        """;

    /// <summary>The week that somebody wrote.</summary>
    public const string SelectWeek = """
        select monday as Monday, tuesday as Tuesday, wednesday as Wednesday, thursday as Thursday, friday as Friday, saturday as Saturday, sunday as Sunday,
               patron_month as PatronMonth, patron_day as PatronDay, version as Version
        from   internships_usual_week
        where  internship_id = @InternshipId
        """;

    private const string SelectAmended = AmendedWeek.Columns + "\nwhere  v.internship_id = @InternshipId\norder by v.at, v.id";

    private const string SelectReopenings = """
        select id as Id, at as At, by_id as ById, reason_cipher as ReasonCipher, scan_id as ScanId
        from   internships_attendance_reopening
        where  internship_id = @InternshipId and month = @Month
        order by at desc, id desc
        """;

    private const string SelectTutorsBefore = """
        select   host_tutor_before
        from     internships_amendment
        where    internship_id = @InternshipId and applied_at is not null and effective_on > @Last
        order by effective_on
        """;

    private const string SelectMonths = """
        select month as Month, state as State, minutes as Minutes, closed_at as ClosedAt
        from   internships_attendance_month
        where  internship_id = @InternshipId
        order by month
        """;

    /// <summary>The month, whole.</summary>
    /// <exception cref="NotFoundException"><c>register.not-found</c>: the internship did not run in that month.</exception>
    public async Task<RegisterSheet> SheetAsync(RegisterSubject subject, RegisterMonth month, CancellationToken ct)
    {
        if (!subject.Covers(month))
        {
            throw new NotFoundException("register");
        }

        var row = await db.FindAsync<RegisterRow>(RegisterRow.Select, new { subject.InternshipId, Month = month.Text }, ct);
        var usual = await UsualDaysAsync(subject, ct);
        var (from, to) = (Monday(month.First), Monday(month.Last).AddDays(6));
        var written = await db.QueryAsync<DayRow>(SelectDays, new { subject.InternshipId, From = from, To = to }, ct);
        var byDay = written.ToDictionary(day => day.Day);
        var suspended = await SuspendedAsync(subject, ct);
        var days = subject.DaysOf(month).Select(day => DayOf(day, usual, byDay.GetValueOrDefault(day), suspended.Any(span => span.First <= day && day <= span.Last))).ToArray();
        var reopenings = await db.QueryAsync<ReopeningRow>(SelectReopenings, new { subject.InternshipId, Month = month.Text }, ct);
        var names = await colleagues.NamesAsync(ct);
        var digest = RegisterDigest.Of(month.Text, days);
        RegisterSignature? Signature(DateTimeOffset? at, SignedHow? how, string? with, string? name, string? signed) => at is { } when && how is { } known
            ? new(when, known, with) { Name = name, Digest = signed, IsOfOtherDays = signed is not null && signed != digest }
            : null;
        string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return new(
            month.Text, row?.State ?? RegisterState.Open, row?.Version ?? 0, days, days.Sum(day => day.Minutes ?? 0), days.Sum(day => day.UsualMinutes),
            days.Max(day => usual.WeeklyMinutesOn(day.Day)),
            written.Where(day => day.Day < month.First).Sum(day => day.Minutes ?? 0), written.Where(day => day.Day > month.Last).Sum(day => day.Minutes ?? 0),
            MonthIsOver.Holds(subject, month, clock.Today()), row?.TutorSignedAt is null ? subject.HostTutor : await TutorOfAsync(subject, month, ct),
            Signature(row?.TutorSignedAt, row?.TutorSignedHow, NameOf(row?.TutorSignedWith), cipher.Unprotect(row?.TutorNameCipher), row?.TutorDigest),
            Signature(row?.InternSignedAt, row?.InternSignedHow, NameOf(row?.InternSignedWith), cipher.Unprotect(row?.InternNameCipher), row?.InternDigest), row?.ClosedAt, row?.ScanId is not null,
            [.. reopenings.Select(one => new RegisterReopening(one.Id, one.At, NameOf(one.ById), cipher.Unprotect(one.ReasonCipher)!, one.ScanId is not null))],
            subject.Covers(month.Previous) ? month.Previous.Text : null, subject.Covers(month.Next) ? month.Next.Text : null) 
        {
            WrittenBy = row?.WrittenBy ?? RegisterWriter.Service,
            PlannedMinutes = days.Where(day => !day.IsSuspended).Sum(day => usual.PlannedOn(day.Day)),
        };
    }

    /// <summary>Whoever signed a month was its tutor, whoever is it now.</summary>
    private async Task<string> TutorOfAsync(RegisterSubject subject, RegisterMonth month, CancellationToken ct) =>
        (await db.QueryAsync<string>(SelectTutorsBefore, new { subject.InternshipId, month.Last }, ct)) is [var before, ..] ? before : subject.HostTutor;

    /// <summary>The days on which the internship rests.</summary>
    public Task<IReadOnlyList<Span>> SuspendedAsync(RegisterSubject subject, CancellationToken ct) => db.QueryAsync<Span>(SuspensionBook.SelectDays, new { subject.InternshipId, SuspensionBook.Ever }, ct);

    /// <summary>The usual week with the patron saint, and the weeks that were before it.</summary>
    public async Task<UsualDays> UsualDaysAsync(RegisterSubject subject, CancellationToken ct)
    {
        var written = await db.FindAsync<WrittenUsualWeek>(SelectWeek, new { subject.InternshipId }, ct);
        var amended = await db.QueryAsync<AmendedWeek>(SelectAmended, new { subject.InternshipId }, ct);
        return UsualDays.Of(subject.WeekHours, subject.WeeklyHours, written, amended);
    }

    /// <summary>The months that have begun, each with where its register stands, the last first.</summary>
    public async Task<IReadOnlyList<RegisterLine>> LinesAsync(RegisterSubject subject, CancellationToken ct)
    {
        var known = (await db.QueryAsync<MonthRow>(SelectMonths, new { subject.InternshipId }, ct)).ToDictionary(row => row.Month);
        var today = clock.Today();
        var resting = await SuspendedAsync(subject, ct);
        var lines = new List<RegisterLine>();
        for (var month = RegisterMonth.Of(subject.FirstDay); subject.Covers(month) && month.First <= today; month = month.Next)
        {
            var row = known.GetValueOrDefault(month.Text);
            var state = row?.State ?? RegisterState.Open;
            lines.Add(new(month.Text, state, row?.Minutes ?? 0, row?.ClosedAt, state is not RegisterState.Closed && month.Last < today && !resting.Any(span => span.First <= month.First && span.Last >= month.Last)));
        }

        lines.Reverse();
        return lines;
    }

    private RegisterDay DayOf(DateOnly day, UsualDays usual, DayRow? row, bool isSuspended) => new(
        day, Holidays.Of(day, usual.Patron)?.ToString(), isSuspended ? 0 : usual.MinutesOn(day), row?.Minutes,
        cipher.Unprotect(row?.AbsenceCipher) is { } code ? Enum.Parse<Absence>(code, ignoreCase: true) : null) { IsSuspended = isSuspended };

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private sealed record DayRow(DateOnly Day, int? Minutes, string? AbsenceCipher);

    private sealed record ReopeningRow(Guid Id, DateTimeOffset At, Guid ById, string ReasonCipher, Guid? ScanId);

    private sealed record MonthRow(string Month, RegisterState State, int Minutes, DateTimeOffset? ClosedAt);
}

/// <summary>A month in the list.</summary>
/// <param name="Month">As in <c>2026-11</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Minutes">Worked.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="IsAwaited">The month is over and its register is not closed.</param>
internal sealed record RegisterLine(string Month, RegisterState State, int Minutes, DateTimeOffset? ClosedAt, bool IsAwaited);
