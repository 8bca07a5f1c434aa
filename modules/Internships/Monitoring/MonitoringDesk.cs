using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Monitoring.Rules;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Monitoring;

/// <summary>A running internship with what is due of it and what needs a look.</summary>
internal sealed record Monitored(Guid Id, DateOnly StartsOn, Rhythm Rhythm, IReadOnlyList<DueVisit> Due, IReadOnlyList<MonitoringAlert> Alerts);

/// <summary>Computes from the facts what is due and what needs a look: nothing is planned row by row, so nothing has to be moved. A constant number of statements, however many internships.</summary>
internal sealed class MonitoringDesk(IDbSession db, IFieldCipher cipher, MonitoringOptions options, TimeProvider clock)
{
    /// <summary>How far back absences are looked at.</summary>
    private const int DaysBack = 31;

    private const string SelectRunning = """
        select internship.id as Id, internship.kind as Kind, internship.programme as Programme, internship.starts_on as StartsOn, internship.ends_on as EndsOn, internship.weekly_hours as WeeklyHours,
               internship.week_hours as WeekHours, internship.host_tutor as HostTutor
        from   internships_internship internship
        where  internship.state = 'active' and internship.starts_on <= @Today
        """;

    private const string SelectLast = """
        select visit.internship_id as InternshipId, visit.kind as Kind, max(visit.held_on) as LastOn
        from   internships_visit visit
        join   internships_internship internship on internship.id = visit.internship_id
        where  visit.state = 'done' and internship.state = 'active'
        """;

    private const string SelectRests = """
        select rest.internship_id as InternshipId, rest.from_on as FromOn, rest.to_on as ToOn
        from   internships_suspension rest
        join   internships_internship internship on internship.id = rest.internship_id
        where  rest.withdrawn_at is null and internship.state = 'active'
        """;

    private const string SelectMonth = """
        select register.internship_id as InternshipId, register.minutes as Minutes, week.monday as Monday, week.tuesday as Tuesday, week.wednesday as Wednesday, week.thursday as Thursday,
               week.friday as Friday, week.saturday as Saturday, week.sunday as Sunday, week.patron_month as PatronMonth, week.patron_day as PatronDay
        from   internships_attendance_month register
        join   internships_internship internship on internship.id = register.internship_id
        left join internships_usual_week week on week.internship_id = register.internship_id
        where  register.month = @Month and register.state <> 'open' and internship.state = 'active'
        """;

    private const string SelectAmended = AmendedWeek.Columns + """

        join   internships_internship internship on internship.id = v.internship_id
        where  internship.state = 'active'
        """;

    // Only of who was away often enough lately: the rest of the registers is not read.
    private const string SelectDays = """
        select entry.internship_id as InternshipId, entry.day as Day_, entry.minutes as Minutes, entry.absence_cipher as AbsenceCipher
        from   internships_attendance_day entry
        join   internships_internship internship on internship.id = entry.internship_id
        where  entry.day >= @Since and internship.state = 'active'
               and (select count(*) from internships_attendance_day away
                    where  away.internship_id = entry.internship_id and away.day >= @Since and away.absence_cipher is not null) >= 2
        """;

    private const string OnlyOne = "and internship.id = @Id", OnlyMine = "and internship.promoter_tutor_id = @TutorId";

    /// <summary>The running ones: all, those of one tutor, or one.</summary>
    public async Task<IReadOnlyDictionary<Guid, Monitored>> ReadAsync(Guid? id, Guid? tutorId, CancellationToken ct)
    {
        var today = clock.Today();
        var month = RegisterMonth.Of(today).Previous;
        var args = new { Today = today, Id = id, TutorId = tutorId, Month = month.Text, Since = today.AddDays(-DaysBack) };
        string Text(string select, string end) => new ListSql(select).When(id is not null, OnlyOne).When(tutorId is not null, OnlyMine).OrderBy(end);
        var running = await db.QueryAsync<Running>(Text(SelectRunning, "order by internship.id"), args, ct);
        if (running.Count == 0)
        {
            return new Dictionary<Guid, Monitored>();
        }

        var last = (await db.QueryAsync<Last>(Text(SelectLast, "group by visit.internship_id, visit.kind"), args, ct)).ToLookup(row => row.InternshipId);
        var rests = (await db.QueryAsync<Rest>(Text(SelectRests, "order by rest.from_on"), args, ct)).ToLookup(row => row.InternshipId, row => new Span(row.FromOn, row.ToOn ?? SuspensionBook.Ever));
        var months = (await db.QueryAsync<Month>(Text(SelectMonth, "order by register.internship_id"), args, ct)).ToDictionary(row => row.InternshipId);
        var amended = (await db.QueryAsync<AmendedWeek>(Text(SelectAmended, "order by v.at, v.id"), args, ct)).ToLookup(row => row.InternshipId);
        var days = (await db.QueryAsync<Day>(Text(SelectDays, "order by entry.internship_id, entry.day"), args, ct)).ToLookup(row => row.InternshipId);
        return running.ToDictionary(row => row.Id, row => Of(row, [.. last[row.Id]], [.. rests[row.Id]], months.GetValueOrDefault(row.Id), [.. amended[row.Id]], days[row.Id], month, today));
    }

    private Monitored Of(Running row, IReadOnlyList<Last> last, IReadOnlyList<Span> rests, Month? register, AmendedWeek[] amended, IEnumerable<Day> days, RegisterMonth month, DateOnly today)
    {
        var rhythm = options.For(row.Kind, row.Programme);
        DateOnly? LastOf(VisitKind kind) => last.FirstOrDefault(one => one.Kind == kind)?.LastOn;
        var seen = last.Count == 0 ? (DateOnly?)null : last.Max(one => one.LastOn);
        var alerts = new[]
        {
            AbsencesInARow.Of(days.Select(day => new SeenDay(day.Day_, day.Minutes, cipher.Unprotect(day.AbsenceCipher) is { } code ? Enum.Parse<Absence>(code, ignoreCase: true) : null)), rhythm.AbsencesInARow),
            NobodyVisited.Of(row.StartsOn, seen, today, rhythm.NoVisitDays, rests),
            register is null ? null : HoursAreFar.Of(month.First, register.Minutes, Planned(row, register, amended, month, rests), rhythm.HoursGapPercent),
        };
        return new(
            row.Id, row.StartsOn, rhythm, [.. Enum.GetValues<VisitKind>().Select(kind => new DueVisit(kind, VisitIsDue.On(kind, row.StartsOn, row.EndsOn, LastOf(kind), rhythm, rests), LastOf(kind)))],
            [.. alerts.OfType<MonitoringAlert>()]);
    }

    private static int Planned(Running row, Month register, AmendedWeek[] amended, RegisterMonth month, IReadOnlyList<Span> rests)
    {
        var usual = UsualDays.Of(
            row.WeekHours, row.WeeklyHours,
            register.Monday is null ? null : new(
                register.Monday.Value, register.Tuesday!.Value, register.Wednesday!.Value, register.Thursday!.Value, register.Friday!.Value, register.Saturday!.Value, register.Sunday!.Value, register.PatronMonth,
                register.PatronDay, 1),
            amended);
        return new RegisterSubject(row.Id, row.StartsOn, row.EndsOn, row.WeeklyHours, row.HostTutor).DaysOf(month)
            .Where(day => !rests.Any(span => span.First <= day && day <= span.Last)).Sum(usual.PlannedOn);
    }

    private sealed record Running(Guid Id, InternshipKind Kind, string? Programme, DateOnly StartsOn, DateOnly EndsOn, int WeeklyHours, string? WeekHours, string HostTutor);

    private sealed record Last(Guid InternshipId, VisitKind Kind, DateOnly LastOn);

    private sealed record Rest(Guid InternshipId, DateOnly FromOn, DateOnly? ToOn);

    private sealed record Month(
        Guid InternshipId, int Minutes, int? Monday, int? Tuesday, int? Wednesday, int? Thursday, int? Friday, int? Saturday, int? Sunday, int? PatronMonth, int? PatronDay);

    private sealed record Day(Guid InternshipId, DateOnly Day_, int? Minutes, string? AbsenceCipher);
}
