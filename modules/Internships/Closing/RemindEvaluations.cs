using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Tutors;
using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Internships.Closing;

/// <summary>
/// Asks the hosts' tutors for the evaluation that is awaited of them, and reminds them twice. Each step once, whoever runs this and however often; who was written to within a day is left in peace.
/// </summary>
internal sealed record RemindEvaluations : ICommand;

internal sealed class RemindEvaluationsHandler(IDbSession db, TutorLinks links, IMediator mediator, IFieldCipher cipher, TimeProvider clock) : IRequestHandler<RemindEvaluations, Unit>
{
    private const int AtOnce = 500;

    private const string SelectCandidates = """
        select internship.id as Id, internship.state as State, internship.starts_on as StartsOn, coalesce(internship.ended_on, internship.ends_on) as LastDay,
               (select count(*) from internships_evaluation given where given.internship_id = internship.id and given.author = 'tutor' and given.stage = 'intermediate') as Intermediate,
               (select count(*) from internships_evaluation given where given.internship_id = internship.id and given.author = 'tutor' and given.stage = 'final') as Final,
               (select max(step) from internships_tutor_reminder sent where sent.internship_id = internship.id and sent.task = 'evaluation' and sent.subject = 'intermediate') as IntermediateStep,
               (select max(step) from internships_tutor_reminder sent where sent.internship_id = internship.id and sent.task = 'evaluation' and sent.subject = 'final') as FinalStep
        from   internships_internship internship
        join   internships_tutor_contact contact on contact.internship_id = internship.id and contact.tutor = internship.host_tutor
        where  internship.state in ('active', 'ended', 'endedEarly') and internship.starts_on <= @Today and internship.ends_on >= @Since and coalesce(internship.ended_on, internship.ends_on) >= @Since
        order by internship.id
        """;

    private const string SelectRows = InternshipRow.Columns + $"\nwhere  id in {Batches.Keys}";

    private const string Claim = """
        insert into internships_tutor_reminder (internship_id, task, subject, step, at)
        select @Id, 'evaluation', @Subject, @Step, @Now
        where  not exists (select 1 from internships_tutor_reminder where internship_id = @Id and task = 'evaluation' and subject = @Subject and step = @Step)
        """;

    private const string SelectReach = $"""
        select contact.internship_id as InternshipId, contact.email_cipher as EmailCipher, link.subject as Subject, link.last_sent_at as LastSentAt
        from   internships_tutor_contact contact
        left join internships_tutor_link link on link.internship_id = contact.internship_id and link.task = 'evaluation'
        where  contact.internship_id in {Batches.Keys}
        """;

    public async Task<Unit> Handle(RemindEvaluations request, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        // An internship that ended early ended before the planned end: the condition on the planned one is there for the index.
        var candidates = await db.QueryAsync<Candidate>(SelectCandidates, new { Today = today, Since = today.AddDays(-EvaluationIsAwaited.DaysAfter) }, cancellationToken);
        var due = candidates.Select(one => (one.Id, Step: one.StepOn(today))).Where(one => one.Step is not null).Take(AtOnce).ToDictionary(one => one.Id, one => one.Step!);
        if (due.Count == 0)
        {
            return Unit.Value;
        }

        var rows = await db.QueryInBatchesAsync<Guid, InternshipRow>(SelectRows, due.Keys, null, cancellationToken);
        var people = (await mediator.Send(new ListVisibleCases([.. rows.Select(row => row.CaseId)]), cancellationToken)).ToDictionary(seen => seen.CaseId, seen => seen.DisplayName);
        var companies = (await mediator.Send(new DescribeCompanies([.. rows.Select(row => row.CompanyId).Distinct()]), cancellationToken)).ToDictionary(company => company.Id, company => company.Name);
        var reach = (await db.QueryInBatchesAsync<Guid, Reach>(SelectReach, due.Keys, null, cancellationToken)).ToLookup(one => one.InternshipId);
        foreach (var row in rows)
        {
            var (stage, step) = due[row.Id];
            if (!people.TryGetValue(row.CaseId, out var person) || await db.ExecuteAsync(Claim, new { row.Id, Subject = stage.Code(), Step = step, Now = now }, cancellationToken) == 0)
            {
                continue;
            }

            var last = reach[row.Id].FirstOrDefault(one => one.Subject == stage.Code())?.LastSentAt;
            if (last is null || last < now - TutorReminders.Peace)
            {
                await links.SendAsync(
                    row, TutorTask.Evaluation, stage.Code(), cipher.Unprotect(reach[row.Id].First().EmailCipher)!, new(person, companies.GetValueOrDefault(row.CompanyId, "")), ClosingMail.Evaluation,
                    now + ClosingMail.Life, cancellationToken);
            }
        }

        return Unit.Value;
    }

    internal sealed record Candidate(Guid Id, InternshipState State, DateOnly StartsOn, DateOnly LastDay, int Intermediate, int Final, int? IntermediateStep, int? FinalStep)
    {
        /// <summary>The step of the evaluation that is awaited today and was neither given nor asked for by that step.</summary>
        public EvaluationStep? StepOn(DateOnly today)
        {
            if (EvaluationIsAwaited.Of(State, StartsOn, LastDay, today) is not { } stage)
            {
                return null;
            }

            var (given, sent) = stage is EvaluationStage.Intermediate ? (Intermediate, IntermediateStep) : (Final, FinalStep);
            var step = EvaluationReminders.Reached(EvaluationIsAwaited.From(stage, StartsOn, LastDay), today);
            return given == 0 && step > (sent ?? 0) ? new(stage, step) : null;
        }
    }

    private sealed record Reach(Guid InternshipId, string EmailCipher, string? Subject, DateTimeOffset? LastSentAt);
}

/// <summary>A reminder of an evaluation.</summary>
internal sealed record EvaluationStep(EvaluationStage Stage, int Step);

/// <summary>When a tutor is asked to evaluate, and reminded: on the first day, ten days later and once more two weeks after that.</summary>
internal static class EvaluationReminders
{
    private static readonly int[] DaysAfter = [0, 10, 24];

    /// <summary>The last step that the day has reached, counted from one.</summary>
    public static int Reached(DateOnly from, DateOnly today) => DaysAfter.Count(days => from.AddDays(days) <= today);
}
