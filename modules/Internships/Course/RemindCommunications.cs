using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Course.Rules;
using InclusionPlatform.Internships.Rules;
using MediatR;

namespace InclusionPlatform.Internships.Course;

/// <summary>
/// Tells who follows an internship that a mandatory communication that comes after the start is due: of the start itself where it may follow, of an extension, of an early end. Two days before its
/// last day, and once more when that day has passed, then the coordinators too. Each once.
/// </summary>
internal sealed record RemindCommunications : ICommand;

internal sealed class RemindCommunicationsHandler(IDbSession db, INotifications notifications, IColleagues colleagues, IMediator mediator, TimeProvider clock) : IRequestHandler<RemindCommunications, Unit>
{
    private const int AtOnce = 500, Last = 2;

    private const string SelectDue = """
        select internship.id as Id, internship.company_id as CompanyId, internship.promoter_tutor_id as TutorId, internship.host_type as HostType, 'start' as Task, internship.starts_on as Day
        from   internships_internship internship
        where  internship.state = 'active' and internship.communication_protocol is null and internship.starts_on >= @Since
               and not exists (select 1 from internships_tutor_reminder told where told.internship_id = internship.id and told.task = 'start' and told.subject = '' and told.step >= @Last)
        union all
        select internship.id, internship.company_id, internship.promoter_tutor_id, internship.host_type, 'cessation', internship.ended_on
        from   internships_internship internship
        where  internship.cessation_due_on is not null and internship.cessation_protocol is null and internship.ended_on >= @Since
               and not exists (select 1 from internships_tutor_reminder told where told.internship_id = internship.id and told.task = 'cessation' and told.subject = '' and told.step >= @Last)
        union all
        select internship.id, internship.company_id, internship.promoter_tutor_id, internship.host_type, 'extension', extension.ends_before
        from   internships_extension extension
        join   internships_internship internship on internship.id = extension.internship_id
        where  extension.communication_protocol is null and extension.ends_before >= @Since and extension.ends_before < coalesce(internship.ended_on, internship.ends_on)
               and internship.state <> 'cancelled'
        order by Day, Id, Task
        """;

    private const string Claim = """
        insert into internships_tutor_reminder (internship_id, task, subject, step, at)
        select @Id, @Task, @Subject, @Step, @Now
        where  not exists (select 1 from internships_tutor_reminder where internship_id = @Id and task = @Task and subject = @Subject and step >= @Step)
        """;

    public async Task<Unit> Handle(RemindCommunications request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rows = await db.TopAsync<Row>(SelectDue, new { Since = CommunicationReminders.Since(today), Last }, AtOnce, cancellationToken);
        var reached = rows.Select(row => (Row: row, Step: CommunicationReminders.Reached(row.DueOn, today))).Where(one => one.Step is not null).ToArray();
        if (reached.Length == 0)
        {
            return Unit.Value;
        }

        var names = (await mediator.Send(new DescribeCompanies([.. reached.Select(one => one.Row.CompanyId).Distinct()]), cancellationToken)).ToDictionary(company => company.Id, company => company.Name);
        var coordinators = (await colleagues.AllAsync(cancellationToken)).Where(one => one.IsActive && one.Roles.Contains(Role.Coordinator)).Select(one => one.Id).ToArray();
        foreach (var (row, step) in reached)
        {
            if (await db.ExecuteAsync(Claim, new { row.Id, row.Task, row.Subject, Step = step!.Value, Now = clock.GetUtcNow() }, cancellationToken) == 0)
            {
                continue;
            }

            IEnumerable<Guid> whom = step == Last ? coordinators.Append(row.TutorId).Distinct() : [row.TutorId];
            await notifications.NotifyAsync(whom, $"internship.{row.Task}-to-communicate", names.GetValueOrDefault(row.CompanyId), $"/internships/{row.Id}", cancellationToken);
        }

        return Unit.Value;
    }

    private sealed record Row(Guid Id, Guid CompanyId, Guid TutorId, HostType HostType, string Task, DateOnly Day)
    {
        public DateOnly DueOn => Task == "start" ? CommunicationIsSent.Deadline(HostType, Day) : CommunicationIsSent.DeadlineOfChange(HostType, Day);

        /// <summary>An internship may be extended more than once: each extension by the day that it began from.</summary>
        public string Subject => Task == "extension" ? Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "";
    }
}
