namespace InclusionPlatform.Training.Editions;

/// <summary>Which editions have work that waits. The home page's counters and the filtered list are made of the same pieces, so that they agree.</summary>
internal static class DueEditions
{
    /// <summary>How soon is soon.</summary>
    public const int Days = 7;

    /// <summary>Outcomes are asked for half a year; who was not reached by then is no task any more.</summary>
    public const int OutcomeDays = 183;

    private const string Starting = "and e.state in ('planned', 'enrolling') and e.starts_on >= @Today and e.starts_on <= @Soon";

    private const string Attendance = """
        and e.state <> 'cancelled' and exists (
            select 1 from training_session s where s.edition_id = e.id and s.held_on <= @Today and s.state <> 'cancelled' and s.attendance_at is null)
        """;

    private const string FreePlaces = """
        and e.state in ('enrolling', 'running') and e.ends_on >= @Today and e.places_taken < e.places and exists (
            select 1 from training_enrolment n where n.edition_id = e.id and n.state = 'waiting')
        """;

    private const string Outcomes = """
        and e.state = 'ended' and e.ends_on < @Today and e.ends_on >= @Recent and exists (
            select 1 from training_enrolment n where n.edition_id = e.id and n.state in ('confirmed', 'completed') and n.outcome_at is null)
        """;

    public static string PieceOf(EditionDue due) => due switch
    {
        EditionDue.Starting => Starting,
        EditionDue.Attendance => Attendance,
        EditionDue.FreePlaces => FreePlaces,
        _ => Outcomes,
    };
}
