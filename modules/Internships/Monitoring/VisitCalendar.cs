using InclusionPlatform.Shared.Calendar;
using InclusionPlatform.Shared.Mail;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Internships.Monitoring;

/// <summary>
/// One's own visits and interviews, on the day on which they are due, in the calendar of one's telephone: neutral words. Neither person nor company nor place is told, and the page that an entry leads to
/// is the list of one's visits, because feeds live on servers of others.
/// </summary>
internal sealed class VisitCalendar(MonitoringDesk desk, IOptions<ServiceOptions> service) : ICalendarSource
{
    private static readonly Words Visit = new("Visita di tirocinio", "Internship visit");
    private static readonly Words Interview = new("Colloquio di tirocinio", "Internship interview");

    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(ICurrentUser user, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Write))
        {
            return [];
        }

        var monitored = await desk.ReadAsync(null, user.Id, ct);
        return
        [
            .. monitored.Values
                .SelectMany(one => one.Due.Where(due => due.DueOn >= from && due.DueOn <= to).Select(due => (one.Id, one.StartsOn, Due: due)))
                .OrderBy(one => one.Due.DueOn).ThenBy(one => one.Id).ThenBy(one => one.Due.Kind)
                .Select(one => EntryOf(one.Id, one.StartsOn, one.Due)),
        ];
    }

    // What is due is reckoned, not written: it moves when a visit is held, which is also when the entry was changed last.
    private CalendarEntry EntryOf(Guid internshipId, DateOnly startsOn, DueVisit due) => new()
    {
        Uid = $"internship-{due.Kind.Code()}-{internshipId}@inclusion-platform",
        Summary = (due.Kind is VisitKind.Visit ? Visit : Interview).ToString(),
        Day = due.DueOn,
        Url = service.Value.Link("/internships/visits?mine=true"),
        ModifiedAt = (due.LastOn ?? startsOn).StartInItaly(),
        Sequence = due.DueOn!.Value.DayNumber,
    };
}
