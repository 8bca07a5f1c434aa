namespace InclusionPlatform.Beneficiaries.JobSearch;

/// <summary>Where a path stands.</summary>
internal enum JobPathState
{
    Open,
    Closed,
}

/// <summary>How a path ended.</summary>
internal enum JobPathOutcome
{
    Hired,
    Internship,
    Training,
    SelfEmployment,

    /// <summary>The person goes on alone.</summary>
    Autonomous,
    Interrupted,
    Other,
}

/// <summary>Where a session stands.</summary>
internal enum JobSessionState
{
    Planned,
    Held,
    Missed,
    Cancelled,
}

/// <summary>How people meet.</summary>
internal enum JobSessionWay
{
    InPerson,
    Call,
    VideoCall,

    /// <summary>Mail and portals used together at a distance.</summary>
    SharedScreen,
}

/// <summary>What the person looks for.</summary>
/// <param name="Municipalities">ISTAT codes.</param>
/// <param name="Provinces">Codes of two letters.</param>
/// <param name="Sectors">Codes of the sectors.</param>
/// <param name="Duties">In words.</param>
/// <param name="WeeklyHours">Hours a week.</param>
/// <param name="Times">Days and hours, in words.</param>
internal sealed record JobTarget(IReadOnlyList<string>? Municipalities, IReadOnlyList<string>? Provinces, IReadOnlyList<string>? Sectors, string? Duties, int? WeeklyHours, string? Times)
{
    public static JobTarget Empty { get; } = new([], [], [], null, null, null);

    /// <summary>Enough is said to look for a place: where, and what.</summary>
    public bool IsSaid => (Municipalities is { Count: > 0 } || Provinces is { Count: > 0 }) && (Sectors is { Count: > 0 } || !string.IsNullOrWhiteSpace(Duties));
}

/// <summary>What is written of a path.</summary>
/// <param name="UserId">The member of the équipe who follows it.</param>
/// <param name="OpenedOn">Its first day.</param>
/// <param name="Target">What the person looks for.</param>
/// <param name="Goals">What is to be reached.</param>
/// <param name="Sessions">How many sessions are planned.</param>
internal sealed record JobPathPlan(Guid? UserId, DateOnly? OpenedOn, JobTarget? Target, string? Goals, int? Sessions);

/// <summary>The encrypted part of a path.</summary>
internal sealed record JobPathContent(JobTarget Target, string? Goals, int? Sessions);

/// <summary>What is written of a session.</summary>
/// <param name="Way">How people meet.</param>
/// <param name="On">The Italian day.</param>
/// <param name="At">HH:mm, Italian time.</param>
/// <param name="Minutes">How long.</param>
/// <param name="UserId">Whom the person meets.</param>
/// <param name="Place">Where, or how to connect.</param>
/// <param name="Note">What to bring or to do.</param>
internal sealed record JobSessionPlan(JobSessionWay? Way, DateOnly? On, string? At, int? Minutes, Guid? UserId, string? Place, string? Note);

/// <summary>The encrypted part of a session.</summary>
internal sealed record JobSessionDetails(string? Place, string? Note, string? OutcomeNote);

/// <summary>How fields are called in error messages.</summary>
internal static class JobSearchLabels
{
    public static readonly (string Field, string It, string En)[] All =
    [
        ("provider", "Gestore della casella", "Mailbox provider"),
        ("login", "Nome per entrare", "Login"),
        ("openedOn", "Data di inizio", "First day"),
        ("target", "Che cosa cerca", "What is looked for"),
        ("municipalities", "Comuni", "Municipalities"),
        ("provinces", "Province", "Provinces"),
        ("sectors", "Settori", "Sectors"),
        ("duties", "Mansioni", "Duties"),
        ("times", "Giorni e orari", "Days and hours"),
        ("goals", "Obiettivi", "Goals"),
        ("sessions", "Incontri previsti", "Planned sessions"),
        ("way", "Come ci si incontra", "How people meet"),
    ];

    public static Words Label(this JobSessionWay way) => way switch
    {
        JobSessionWay.InPerson => new("In presenza", "In person"),
        JobSessionWay.Call => new("Telefonata", "Call"),
        JobSessionWay.VideoCall => new("Videochiamata", "Video call"),
        _ => new("Posta e portali insieme, a distanza", "Mail and portals together, at a distance"),
    };
}
