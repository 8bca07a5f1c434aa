using InclusionPlatform.Training.Editions;

namespace InclusionPlatform.Training.Integrations;

/// <summary>What waits for a trainer in the own editions.</summary>
internal sealed class TrainingDueWork(IDbSession db) : IDueWorkSource
{
    private const int MostTasks = 20;

    private const string Select = """
        select e.id as Id, e.code as Code, c.title as Title, e.starts_on as StartsOn, e.ends_on as EndsOn,
               (select min(s.held_on) from training_session s where s.edition_id = e.id and s.held_on <= @Today and s.state <> 'cancelled' and s.attendance_at is null) as Unwritten
        from   training_course_edition e
        join   training_course c on c.id = e.course_id
        where  e.trainer_id = @Me
        """;

    private const string Order = "order by e.starts_on, e.id";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Roles.Contains(Role.Trainer))
        {
            return DueWork.None;
        }

        List<DueTask> tasks = [];
        List<DueCounter> counters = [];
        var args = new { Me = user.Id, Today = today, Soon = today.AddDays(DueEditions.Days), Recent = today.AddDays(-DueEditions.OutcomeDays) };
        foreach (var due in Enum.GetValues<EditionDue>())
        {
            var found = await db.QueryAsync<Waiting>(new ListSql(Select).When(true, DueEditions.PieceOf(due)).OrderBy(Order), args, ct);
            if (found.Count > 0)
            {
                var kind = KindOf(due);
                var own = found.Select(edition => TaskOf(kind, due, edition, today)).ToArray();
                tasks.AddRange(own);
                counters.Add(new(kind, found.Count, own.Min(task => task.Urgency), $"/training/editions?mine=true&due={due.Code()}", "training"));
            }
        }

        return new([.. tasks.OrderBy(task => task.Urgency).ThenBy(task => task.DueOn).Take(MostTasks)], counters);
    }

    private static string KindOf(EditionDue due) => due switch
    {
        EditionDue.Starting => "training.edition-starts",
        EditionDue.Attendance => "training.attendance-missing",
        EditionDue.FreePlaces => "training.places-free",
        _ => "training.outcomes-missing",
    };

    private static DueTask TaskOf(string kind, EditionDue due, Waiting edition, DateOnly today)
    {
        DateOnly? day = due switch
        {
            EditionDue.Starting => edition.StartsOn,
            EditionDue.Attendance => edition.Unwritten,
            EditionDue.Outcomes => edition.EndsOn,
            _ => null,
        };
        var urgency = due switch
        {
            EditionDue.Attendance when day < today => Urgency.Late,
            EditionDue.Attendance or EditionDue.FreePlaces => Urgency.Today,
            EditionDue.Starting when day == today => Urgency.Today,
            _ => Urgency.Week,
        };
        return new(kind, edition.Title, edition.Code, day, urgency, $"/training/editions/{edition.Id}");
    }

    private sealed record Waiting(Guid Id, string Code, string Title, DateOnly StartsOn, DateOnly EndsOn, DateOnly? Unwritten);
}
