using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Work;

/// <summary>What is due of internships: one's own for an educator, all that may be seen for a coordinator.</summary>
internal sealed class DueInternships(InternshipQuery internships) : IDueWorkSource
{
    private const int MostTasks = 20;

    private static readonly (InternshipDue Due, string Kind)[] Kinds =
    [
        (InternshipDue.PastEnd, "internshipPastEnd"),
        (InternshipDue.RegisterMissing, "internshipRegisterMissing"),
        (InternshipDue.StartsIncomplete, "internshipStartsIncomplete"),
        (InternshipDue.CommunicationMissing, "internshipCommunicationMissing"),
        (InternshipDue.ExtensionMissing, "internshipExtensionMissing"),
        (InternshipDue.CessationMissing, "internshipCessationMissing"),
        (InternshipDue.EndsSoon, "internshipEndsSoon"),
        (InternshipDue.Ready, "internshipReady"),
    ];

    private static readonly Dictionary<string, Words> Papers = new()
    {
        ["convention"] = new("convenzione", "convention"),
        ["project"] = new("firme del progetto", "signatures of the project"),
        ["communication"] = new("comunicazione obbligatoria", "mandatory communication"),
        ["inail"] = new("posizione INAIL", "INAIL position"),
        ["liability"] = new("polizza RC", "liability policy"),
        ["hostDeclaration"] = new("dichiarazione dell'azienda", "company's declaration"),
        ["extensionCommunication"] = new("comunicazione della proroga", "communication of the extension"),
        ["cessationCommunication"] = new("comunicazione della fine anticipata", "communication of the early end"),
    };

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Write))
        {
            return DueWork.None;
        }

        var mine = !user.Roles.Contains(Role.Coordinator);
        var tasks = new List<DueTask>();
        var counters = new List<DueCounter>();
        foreach (var (due, kind) in Kinds)
        {
            var rows = new List<ListedRow>();
            await foreach (var row in internships.ReadAsync(new InternshipFilter(TutorId: mine ? user.Id : null, Due: due), null, ct))
            {
                rows.Add(row);
            }

            if (rows.Count == 0)
            {
                continue;
            }

            var companies = await internships.CompaniesAsync(rows.Take(MostTasks).Select(row => row.Row.CompanyId), ct);
            tasks.AddRange(rows.Take(MostTasks).Select(row => TaskOf(due, kind, row, companies.GetValueOrDefault(row.Row.CompanyId)?.Name, today)));
            counters.Add(new(kind, rows.Count, rows.Min(row => UrgencyOf(DayOf(due, row, today), today)), $"/internships?due={due.Code()}{(mine ? "&mine=true" : "")}", "internships"));
        }

        return new([.. tasks.OrderBy(task => task.Urgency).ThenBy(task => task.DueOn).Take(MostTasks)], counters);
    }

    private static DueTask TaskOf(InternshipDue due, string kind, ListedRow row, string? company, DateOnly today)
    {
        var day = DayOf(due, row, today);
        var page = due is InternshipDue.RegisterMissing ? $"/internships/{row.Row.Id}/attendance/{RegisterIsDue.Awaited(today).Text}" : $"/internships/{row.Row.Id}";
        var missing = row.Missing.Count == 0 ? null : $"{new Words("manca", "missing")}: " + string.Join(", ", row.Missing.Select(code => Papers[code].ToString()));
        return new(kind, row.Case.DisplayName, string.Join(" · ", new[] { company, missing }.Where(part => !string.IsNullOrEmpty(part))), day, UrgencyOf(day, today), page);
    }

    private static DateOnly DayOf(InternshipDue due, ListedRow row, DateOnly today) => due switch
    {
        InternshipDue.RegisterMissing => RegisterIsDue.By(RegisterIsDue.Awaited(today)),
        InternshipDue.PastEnd or InternshipDue.EndsSoon => row.Row.EndsOn,
        InternshipDue.CommunicationMissing => CommunicationIsSent.Deadline(row.Row.HostType, row.Row.StartsOn),
        InternshipDue.ExtensionMissing => CommunicationIsSent.DeadlineOfChange(row.Row.HostType, row.Row.ExtendedFrom!.Value),
        InternshipDue.CessationMissing => row.Row.CessationDueOn!.Value,
        _ => row.Row.StartsOn,
    };

    private static Urgency UrgencyOf(DateOnly day, DateOnly today) => day < today ? Urgency.Late : day == today ? Urgency.Today : Urgency.Week;
}
