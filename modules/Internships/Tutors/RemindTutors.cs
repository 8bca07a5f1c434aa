using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Internships.Tutors;

/// <summary>
/// Reminds the hosts' tutors of the register of last month: when the month is over, when the register is due, and once more after that. Each step once, whoever runs this and however often;
/// a tutor who was written to within a day is left in peace.
/// </summary>
internal sealed record RemindTutors : ICommand;

internal sealed class RemindTutorsHandler(IDbSession db, TutorLinks links, IMediator mediator, IFieldCipher cipher, TimeProvider clock) : IRequestHandler<RemindTutors, Unit>
{
    private const int AtOnce = 500;

    private const string SelectDue = InternshipRow.Columns + """

        where  state in ('active', 'ended', 'endedEarly') and starts_on <= @Last and ends_on >= @First and coalesce(ended_on, ends_on) >= @First
               and exists (
                   select 1 from internships_tutor_contact contact
                   where  contact.internship_id = internships_internship.id and contact.tutor = internships_internship.host_tutor)
               and not exists (
                   select 1 from internships_attendance_month register
                   where  register.internship_id = internships_internship.id and register.month = @Month and (register.state = 'closed' or register.tutor_signed_at is not null))
               and not exists (
                   select 1 from internships_suspension resting
                   where  resting.internship_id = internships_internship.id and resting.withdrawn_at is null and resting.from_on <= @First
                          and (resting.to_on is null or resting.to_on >= @Last))
               and not exists (
                   select 1 from internships_tutor_reminder reminder
                   where  reminder.internship_id = internships_internship.id and reminder.task = 'register' and reminder.subject = @Month and reminder.step >= @Step)
        order by internships_internship.id
        """;

    private const string Claim = """
        insert into internships_tutor_reminder (internship_id, task, subject, step, at)
        select @Id, 'register', @Month, @Step, @Now
        where  not exists (select 1 from internships_tutor_reminder where internship_id = @Id and task = 'register' and subject = @Month and step = @Step)
        """;

    private const string SelectEmails = $"""
        select c.internship_id as InternshipId, c.email_cipher as EmailCipher, link.last_sent_at as LastSentAt
        from   internships_tutor_contact c
        left join internships_tutor_link link on link.internship_id = c.internship_id and link.task = 'register' and link.subject = @Month
        where  c.internship_id in {Batches.Keys}
        """;

    public async Task<Unit> Handle(RemindTutors request, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var month = RegisterIsDue.Awaited(today);
        var step = TutorReminders.Reached(today);
        var rows = await db.TopAsync<InternshipRow>(SelectDue, new { Month = month.Text, month.First, month.Last, Step = step }, AtOnce, cancellationToken);
        if (rows.Count == 0)
        {
            return Unit.Value;
        }

        var people = (await mediator.Send(new ListVisibleCases([.. rows.Select(row => row.CaseId)]), cancellationToken)).ToDictionary(seen => seen.CaseId, seen => seen.DisplayName);
        var companies = (await mediator.Send(new DescribeCompanies([.. rows.Select(row => row.CompanyId).Distinct()]), cancellationToken)).ToDictionary(company => company.Id, company => company.Name);
        var reach = (await db.QueryInBatchesAsync<Guid, Reach>(SelectEmails, rows.Select(row => row.Id), new { Month = month.Text }, cancellationToken)).ToDictionary(one => one.InternshipId);
        foreach (var row in rows)
        {
            if (!people.TryGetValue(row.CaseId, out var person) || await db.ExecuteAsync(Claim, new { row.Id, Month = month.Text, Step = step, Now = now }, cancellationToken) == 0)
            {
                continue;
            }

            var to = reach[row.Id];
            if (to.LastSentAt is null || to.LastSentAt < now - TutorReminders.Peace)
            {
                await links.SendAsync(
                    row, TutorTask.Register, month.Text, cipher.Unprotect(to.EmailCipher)!, new(person, companies.GetValueOrDefault(row.CompanyId, "")), RegisterMail.Of(month),
                    RegisterMail.Until(month, now), cancellationToken);
            }
        }

        return Unit.Value;
    }

    private sealed record Reach(Guid InternshipId, string EmailCipher, DateTimeOffset? LastSentAt);
}

/// <summary>On which days of the next month a tutor is reminded of the last one.</summary>
internal static class TutorReminders
{
    private static readonly int[] Days = [1, 5, 10];

    /// <summary>Who was written to by hand is not reminded on the same day.</summary>
    public static TimeSpan Peace { get; } = TimeSpan.FromHours(24);

    /// <summary>The last step that the day has reached.</summary>
    public static int Reached(DateOnly today) => Days.Last(day => day <= today.Day);
}
