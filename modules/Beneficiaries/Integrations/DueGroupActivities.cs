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
        return new([.. rows.Select(row => Task(row, row.EndsAt <= now, today))], []);
    }

    private DueTask Task(PlannedActivityRow row, bool over, DateOnly today) => new(
        over ? "group-activity.to-record" : "group-activity.today", sensitive.Open<PlannedActivityContent>(row.Content)!.Title, AppointmentDesk.Clock(row.StartsAt), row.StartsAt.InItaly(),
        over && row.StartsAt.InItaly() < today ? Urgency.Late : Urgency.Today,
        over ? $"/beneficiaries/group-activities/new?planned={row.Id}" : "/beneficiaries/group-activities");
}
