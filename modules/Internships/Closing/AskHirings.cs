using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Tutors;
using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Internships.Closing;

/// <summary>Asks the company, a month after the end and once, whether it hired. Of people who found a job at the end nothing is asked.</summary>
internal sealed record AskHirings : ICommand;

internal sealed class AskHiringsHandler(IDbSession db, TutorLinks links, IMediator mediator, IFieldCipher cipher, TimeProvider clock) : IRequestHandler<AskHirings, Unit>
{
    private const int AtOnce = 500;

    /// <summary>Older ones are not asked about any more.</summary>
    private const int LongestDays = 120;

    private const string SelectDue = InternshipRow.Columns + """

        where  state in ('ended', 'endedEarly') and ended_on <= @Before and ended_on >= @After and outcome in ('completedNoJob', 'newInternship')
               and exists (
                   select 1 from internships_tutor_contact contact
                   where  contact.internship_id = internships_internship.id and contact.tutor = internships_internship.host_tutor)
               and not exists (select 1 from internships_hiring told where told.internship_id = internships_internship.id and told.answer <> 'notYet')
               and not exists (select 1 from internships_tutor_reminder reminder where reminder.internship_id = internships_internship.id and reminder.task = 'hiring')
        order by internships_internship.id
        """;

    private const string Claim = """
        insert into internships_tutor_reminder (internship_id, task, subject, step, at)
        select @Id, 'hiring', 'end', 1, @Now
        where  not exists (select 1 from internships_tutor_reminder where internship_id = @Id and task = 'hiring' and subject = 'end' and step = 1)
        """;

    private const string SelectEmails = $"select internship_id as InternshipId, email_cipher as EmailCipher from internships_tutor_contact where internship_id in {Batches.Keys}";

    public async Task<Unit> Handle(AskHirings request, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var rows = await db.TopAsync<InternshipRow>(SelectDue, new { Before = today.AddDays(-HiringFits.AskAfterDays), After = today.AddDays(-LongestDays) }, AtOnce, cancellationToken);
        if (rows.Count == 0)
        {
            return Unit.Value;
        }

        var people = (await mediator.Send(new ListVisibleCases([.. rows.Select(row => row.CaseId)]), cancellationToken)).ToDictionary(seen => seen.CaseId, seen => seen.DisplayName);
        var companies = (await mediator.Send(new DescribeCompanies([.. rows.Select(row => row.CompanyId).Distinct()]), cancellationToken)).ToDictionary(company => company.Id, company => company.Name);
        var emails = (await db.QueryInBatchesAsync<Guid, Reach>(SelectEmails, rows.Select(row => row.Id), null, cancellationToken)).ToDictionary(one => one.InternshipId, one => one.EmailCipher);
        foreach (var row in rows)
        {
            if (people.TryGetValue(row.CaseId, out var person) && await db.ExecuteAsync(Claim, new { row.Id, Now = now }, cancellationToken) == 1)
            {
                await links.SendAsync(
                    row, TutorTask.Hiring, "end", cipher.Unprotect(emails[row.Id])!, new(person, companies.GetValueOrDefault(row.CompanyId, "")), ClosingMail.Hiring, now + ClosingMail.Life, cancellationToken);
            }
        }

        return Unit.Value;
    }

    private sealed record Reach(Guid InternshipId, string EmailCipher);
}
