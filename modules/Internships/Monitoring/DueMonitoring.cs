namespace InclusionPlatform.Internships.Monitoring;

/// <summary>Visits and interviews of the week, and internships that need a look: one's own for an educator, all that may be seen for a coordinator.</summary>
internal sealed class DueMonitoring(VisitList visits) : IDueWorkSource
{
    private const int MostTasks = 20;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Write))
        {
            return DueWork.None;
        }

        var mine = !user.Roles.Contains(Role.Coordinator);
        var all = await visits.ReadAsync(mine ? user.Id : null, ct);
        var due = all.Where(one => one.DueOn <= today.AddDays(VisitList.WeekDays)).ToArray();
        var alerts = all.Where(one => one.Alerts.Count > 0).DistinctBy(one => one.InternshipId).ToArray();
        var companies = await visits.CompaniesAsync(due.Take(MostTasks).Concat(alerts.Take(MostTasks)).Select(one => one.CompanyId), ct);
        string NameOf(PlannedVisit one) => companies.GetValueOrDefault(one.CompanyId)?.Name ?? "";
        var query = mine ? "&mine=true" : "";
        var tasks = new List<DueTask>();
        var counters = new List<DueCounter>();
        foreach (var one in alerts.Take(MostTasks))
        {
            tasks.Add(new("internshipAlert", one.PersonName, $"{NameOf(one)} · {Sentence(one.Alerts[0])}", today, Urgency.Today, $"/internships/{one.InternshipId}"));
        }

        foreach (var one in due.Take(MostTasks))
        {
            var what = one.Kind is VisitKind.Visit ? new Words("visita in azienda", "visit at the company") : new Words("colloquio", "interview");
            tasks.Add(new("internshipVisit", one.PersonName, $"{NameOf(one)} · {what}", one.DueOn, UrgencyOf(one.DueOn, today), $"/internships/{one.InternshipId}/visits/{one.Kind.Code()}"));
        }

        if (alerts.Length > 0)
        {
            counters.Add(new("internshipAlert", alerts.Length, Urgency.Today, $"/internships/visits?alert=true{query}", "internships"));
        }

        if (due.Length > 0)
        {
            counters.Add(new("internshipVisit", due.Length, UrgencyOf(due[0].DueOn, today), $"/internships/visits?due=week{query}", "internships"));
        }

        return new([.. tasks.Take(MostTasks)], counters);
    }

    private static Words Sentence(MonitoringAlert alert) => alert.Kind switch
    {
        AlertKind.AbsencesInARow => new Words("{0} assenze di seguito", "{0} absences in a row").With(alert.Number),
        AlertKind.NoVisit => new Words("{0} giorni senza visite", "{0} days without a visit").With(alert.Number),
        _ => new Words("ore al {0}% del previsto", "hours at {0}% of the plan").With(alert.Number),
    };

    private static Urgency UrgencyOf(DateOnly day, DateOnly today) => day < today ? Urgency.Late : day == today ? Urgency.Today : Urgency.Week;
}
