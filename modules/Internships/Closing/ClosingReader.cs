using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Monitoring;
using InclusionPlatform.Internships.Rules;

namespace InclusionPlatform.Internships.Closing;

/// <summary>
/// What an internship comes to, for the page of the dossier and for the papers alike. Minutes are those of all registers beside those of the days on which it ran, holidays and suspensions left out.
/// Skills are those of the final evaluations before those on the way, the tutor's before the educator's, the intern's own last.
/// </summary>
internal sealed record ClosingFacts(InternshipKind Kind, int WorkedMinutes, int PlannedMinutes, int Visits, int Interviews, IReadOnlyList<SeenSkill> Skills, IReadOnlyList<SeenObjective> Objectives)
{
    /// <summary>Of who has not begun.</summary>
    public static ClosingFacts None(InternshipKind kind) => new(kind, 0, 0, 0, 0, [], []);

    public int PresencePercent => AttestationNeedsPresence.Of(WorkedMinutes, PlannedMinutes);

    /// <summary>The presence is enough for the attestation.</summary>
    public bool SufficesForAttestation => AttestationNeedsPresence.Holds(Kind, WorkedMinutes, PlannedMinutes);
}

/// <summary>A skill of the catalogue with its level and who said it.</summary>
internal sealed record SeenSkill(string Code, SkillLevel Level, Evaluator By);

/// <summary>An objective of the project with its level, where one was seen.</summary>
internal sealed record SeenObjective(string Objective, SkillLevel? Level);

/// <summary>Reads what an internship comes to, in a constant number of statements.</summary>
internal sealed class ClosingReader(IDbSession db, EvaluationBook evaluations, RegisterReader registers)
{
    private static readonly Dictionary<Guid, string> Nobody = [];

    private const string SelectCounts = """
        select (select coalesce(sum(minutes), 0) from internships_attendance_month where internship_id = @Id) as Minutes,
               (select count(*) from internships_visit where internship_id = @Id and state = 'done' and kind = 'visit') as Visits,
               (select count(*) from internships_visit where internship_id = @Id and state = 'done' and kind = 'interview') as Interviews
        """;

    public async Task<ClosingFacts> OfAsync(InternshipRow row, CancellationToken ct)
    {
        if (row.State is InternshipState.Proposed or InternshipState.Cancelled)
        {
            return ClosingFacts.None(row.Kind);
        }

        var counts = (await db.FindAsync<Counts>(SelectCounts, new { row.Id }, ct))!;
        var subject = RegisterSubject.Of(row);
        var planned = Planned(subject, await registers.UsualDaysAsync(subject, ct), await registers.SuspendedAsync(subject, ct));
        var given = (await evaluations.AllAsync(row.Id, Nobody, ct)).OrderByDescending(one => one.Stage).ThenBy(one => one.Author).ToArray();
        return new(
            row.Kind, counts.Minutes, planned, counts.Visits, counts.Interviews,
            [.. given.SelectMany(one => one.Sheet.Skills.Select(skill => new SeenSkill(skill.Code, skill.Level, one.Author))).DistinctBy(skill => skill.Code)],
            [.. ProjectObjectives.Of(row.Objectives).Select(objective => new SeenObjective(
                objective, given.SelectMany(one => one.Sheet.Objectives).FirstOrDefault(one => one.Objective == objective && one.Level is not null)?.Level))]);
    }

    private static int Planned(RegisterSubject subject, UsualDays usual, IReadOnlyList<Span> suspended)
    {
        var minutes = 0;
        for (var day = subject.FirstDay; day <= subject.LastDay; day = day.AddDays(1))
        {
            minutes += suspended.Any(span => span.First <= day && day <= span.Last) ? 0 : usual.PlannedOn(day);
        }

        return minutes;
    }

    private sealed record Counts(int Minutes, int Visits, int Interviews);
}
