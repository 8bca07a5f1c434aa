using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Lifecycle;

namespace InclusionPlatform.Internships.Closing;

/// <summary>Evaluations that are awaited of the educator or of the person: one's own internships for an educator, all that may be seen for a coordinator.</summary>
internal sealed class DueEvaluations(IDbSession db, InternshipQuery internships) : IDueWorkSource
{
    private const int MostTasks = 20;

    private const string SelectGiven = $"""
        select internship_id as InternshipId, stage as Stage, author as Author
        from   internships_evaluation
        where  author <> 'tutor' and internship_id in {Batches.Keys}
        """;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Write))
        {
            return DueWork.None;
        }

        var mine = !user.Roles.Contains(Role.Coordinator);
        var rows = new List<ListedRow>();
        await foreach (var row in internships.ReadAsync(new InternshipFilter(TutorId: mine ? user.Id : null, Due: InternshipDue.EvaluationMissing), null, ct))
        {
            rows.Add(row);
        }

        if (rows.Count == 0)
        {
            return DueWork.None;
        }

        var awaited = rows.Select(row => (Row: row, Stage: StageOf(row, today), By: ByOf(row, today))).OrderBy(one => one.By).ThenBy(one => one.Row.Row.Id).ToArray();
        var top = awaited.Take(MostTasks).ToArray();
        var given = (await db.QueryInBatchesAsync<Guid, Given>(SelectGiven, top.Select(one => one.Row.Row.Id), null, ct)).ToLookup(one => (one.InternshipId, one.Stage), one => one.Author);
        var companies = await internships.CompaniesAsync(top.Select(one => one.Row.Row.CompanyId), ct);
        return new(
            [.. top.Select(one =>
            {
                var author = given[(one.Row.Row.Id, one.Stage)].Contains(Evaluator.Educator) ? Evaluator.Person : Evaluator.Educator;
                return new DueTask(
                    "internshipEvaluation", one.Row.Case.DisplayName, $"{companies.GetValueOrDefault(one.Row.Row.CompanyId)?.Name} · {Sentence(one.Stage, author)}", one.By, UrgencyOf(one.By, today),
                    $"/internships/{one.Row.Row.Id}/evaluations/{one.Stage.Code()}/{author.Code()}");
            })],
            [new DueCounter("internshipEvaluation", rows.Count, UrgencyOf(awaited[0].By, today), $"/internships?due={InternshipDue.EvaluationMissing.Code()}{(mine ? "&mine=true" : "")}", "internships")]);
    }

    private static EvaluationStage StageOf(ListedRow row, DateOnly today) => EvaluationIsAwaited.Of(row.Row.State, row.Row.StartsOn, row.Row.LastDay, today) ?? EvaluationStage.Final;

    private static DateOnly ByOf(ListedRow row, DateOnly today) => EvaluationIsAwaited.By(StageOf(row, today), row.Row.StartsOn, row.Row.LastDay);

    private static Words Sentence(EvaluationStage stage, Evaluator author) => (stage, author) switch
    {
        (EvaluationStage.Intermediate, Evaluator.Educator) => new("valutazione intermedia", "evaluation on the way"),
        (EvaluationStage.Intermediate, _) => new("valutazione intermedia, con la persona", "evaluation on the way, with the person"),
        (_, Evaluator.Educator) => new("valutazione finale", "final evaluation"),
        _ => new("valutazione finale, con la persona", "final evaluation, with the person"),
    };

    private static Urgency UrgencyOf(DateOnly day, DateOnly today) => day < today ? Urgency.Late : day == today ? Urgency.Today : Urgency.Week;

    private sealed record Given(Guid InternshipId, EvaluationStage Stage, Evaluator Author);
}
