using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.GroupActivities;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Today's group activities and those that are over and not recorded, for whoever planned them: one line for the group, not one for each person.</summary>
internal sealed class DueGroupActivities(IDbSession db, SensitiveFields sensitive, TimeProvider clock) : IDueWorkSource
{
    private const int Most = 20;

    private const string Due = "and g.state = 'planned' and g.starts_at < @Before";

    private const string Order = "order by g.starts_at, g.id";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write))
        {
            return DueWork.None;
        }

        var now = clock.GetUtcNow();
        var rows = await db.TopAsync<PlannedActivityRow>(
            new ListSql(PlannedActivityRow.Select).When(true, Due).OrderBy(Order), new { Me = user.Id, Before = today.AddDays(1).StartInItaly() }, Most, ct);
        return new(
            [
                .. rows.Where(row => row.EndsAt <= now).Select(row => new DueTask(
                    "group-activity.to-record", TitleOf(row), AppointmentDesk.Clock(row.StartsAt), row.StartsAt.InItaly(), row.StartsAt.InItaly() < today ? Urgency.Late : Urgency.Today,
                    $"/beneficiaries/group-activities/new?planned={row.Id}")),
                .. rows.Where(row => row.EndsAt > now).Select(row => new DueTask(
                    "group-activity.today", TitleOf(row), AppointmentDesk.Clock(row.StartsAt), row.StartsAt.InItaly(), Urgency.Today, "/beneficiaries/group-activities")),
            ],
            []);
    }

    private string TitleOf(PlannedActivityRow row) => sensitive.Open<PlannedActivityContent>(row.Content)!.Title;
}
