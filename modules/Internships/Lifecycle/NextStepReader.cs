using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Monitoring;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Internships.Suspensions;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Collects what the next step depends on, in a constant number of statements.</summary>
internal sealed class NextStepReader(IDbSession db, RegisterReader registers, MonitoringDesk monitoring, TimeProvider clock)
{
    private const string SelectGiven = "select stage as Stage, author as Author from internships_evaluation where internship_id = @Id and author <> 'tutor'";

    private const string SelectHiring = "select answer from internships_hiring where internship_id = @Id";

    public async Task<NextStep?> OfAsync(InternshipRow row, IReadOnlyList<ShownExtension> extensions, IReadOnlyList<ShownSuspension> suspensions, CancellationToken ct)
    {
        var today = clock.Today();
        if (row.State is InternshipState.Proposed or InternshipState.Cancelled || today < row.StartsOn)
        {
            return null;
        }

        var isActive = row.State is InternshipState.Active;
        var open = (await registers.LinesAsync(RegisterSubject.Of(row), ct)).LastOrDefault(line => line.IsAwaited);
        var extension = extensions.LastOrDefault(one => one.IsToCommunicate);
        return NextStep.Of(new(row.State, row.StartsOn, row.LastDay, today)
        {
            StartDueOn = isActive && (row.CommunicationProtocol is null || row.CommunicationSentOn is null) ? CommunicationIsSent.Deadline(row.HostType, row.StartsOn) : null,
            Extension = extension is null ? null : (extension.Id, extension.CommunicationDueOn),
            CessationDueOn = row.CessationProtocol is null ? row.CessationDueOn : null,
            OpenMonth = open is null ? null : RegisterMonth.Read(open.Month),
            Visit = isActive ? await VisitAsync(row.Id, ct) : null,
            Evaluation = await EvaluationAsync(row, today, ct),
            OpenRest = suspensions.FirstOrDefault(rest => rest.FromOn <= today && rest.ToOn is null)?.Id,
            HiringIsDue = await HiringIsDueAsync(row, today, ct),
        });
    }

    private async Task<(VisitKind Kind, DateOnly DueOn)?> VisitAsync(Guid id, CancellationToken ct)
    {
        var due = (await monitoring.ReadAsync(id, null, ct)).GetValueOrDefault(id)?.Due.Where(one => one.DueOn is not null).OrderBy(one => one.DueOn).FirstOrDefault();
        return due is null ? null : (due.Kind, due.DueOn!.Value);
    }

    private async Task<(EvaluationStage Stage, Evaluator Author, DateOnly By)?> EvaluationAsync(InternshipRow row, DateOnly today, CancellationToken ct)
    {
        if (EvaluationIsAwaited.Of(row.State, row.StartsOn, row.LastDay, today) is not { } stage)
        {
            return null;
        }

        var given = (await db.QueryAsync<Given>(SelectGiven, new { row.Id }, ct)).Where(one => one.Stage == stage).Select(one => one.Author).ToHashSet();
        foreach (var author in new[] { Evaluator.Educator, Evaluator.Person })
        {
            if (!given.Contains(author))
            {
                return (stage, author, EvaluationIsAwaited.By(stage, row.StartsOn, row.LastDay));
            }
        }

        return null;
    }

    private async Task<bool> HiringIsDueAsync(InternshipRow row, DateOnly today, CancellationToken ct) =>
        row is { EndedOn: { } ended, Outcome: Outcome.CompletedNoJob or Outcome.NewInternship } && today >= ended.AddDays(HiringFits.AskAfterDays)
        && (await db.ScalarAsync<string>(SelectHiring, new { row.Id }, ct)) is null or "notYet";

    private sealed record Given(EvaluationStage Stage, Evaluator Author);
}
