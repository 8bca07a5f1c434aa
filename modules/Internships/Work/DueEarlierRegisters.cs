using System.Globalization;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Lifecycle;

namespace InclusionPlatform.Internships.Work;

/// <summary>One's own registers of months before the last one that are not closed yet, the oldest first: nobody is paid for them. A year back; coordinators find them in the lists of the months.</summary>
internal sealed class DueEarlierRegisters(MonthDesk desk, InternshipQuery internships) : IDueWorkSource
{
    private const int MostTasks = 10, MonthsBack = 12;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Write) || user.Roles.Contains(Role.Coordinator))
        {
            return DueWork.None;
        }

        var last = RegisterIsDue.Awaited(today).Previous;
        var unclosed = (await desk.ReadAsync(RegisterMonth.Of(last.First.AddMonths(-MonthsBack)), last, user.Id, ct)).Where(one => one.State is not RegisterState.Closed)
            .OrderBy(one => one.Month, StringComparer.Ordinal).ThenBy(one => one.PersonName, StringComparer.OrdinalIgnoreCase).Take(MostTasks).ToArray();
        var companies = await internships.CompaniesAsync(unclosed.Select(one => one.CompanyId), ct);
        return new(
            [.. unclosed.Select(one => new DueTask(
                "internshipRegisterEarlier", one.PersonName, $"{companies.GetValueOrDefault(one.CompanyId)?.Name} · {NameOf(one.Month)}", RegisterIsDue.By(RegisterMonth.Read(one.Month)), Urgency.Late,
                $"/internships/{one.InternshipId}/attendance/{one.Month}"))],
            []);
    }

    private static Words NameOf(string month)
    {
        string In(string language) => RegisterMonth.Read(month).First.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(language));
        return new(In("it-IT"), In("en-GB"));
    }
}
