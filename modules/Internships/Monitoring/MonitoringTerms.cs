namespace InclusionPlatform.Internships.Monitoring;

/// <summary>What is due by plan.</summary>
internal enum VisitKind
{
    /// <summary>At the host.</summary>
    Visit,

    /// <summary>With the intern, elsewhere.</summary>
    Interview,
}

/// <summary>Where a sheet stands.</summary>
internal enum VisitState
{
    Draft,
    Done,
}

/// <summary>How the intern attends.</summary>
internal enum AttendanceSeen
{
    Regular,
    SomeAbsences,
    ManyAbsences,
}

/// <summary>How far the intern is with an objective of the project.</summary>
internal enum SkillLevel
{
    NotYet,
    WithHelp,
    Alone,
    HelpsOthers,
}

/// <summary>How relations or safety are.</summary>
internal enum Condition
{
    Good,
    ToWatch,
    Serious,
}

/// <summary>How one spoke with the host's tutor.</summary>
internal enum ExchangeChannel
{
    Call,
    Mail,
    Meeting,
}

/// <summary>What needs a look before the plan says so.</summary>
internal enum AlertKind
{
    AbsencesInARow,
    NoVisit,
    HoursFarFromPlan,
}

/// <summary>The sheet of a visit or an interview, short enough for a phone.</summary>
internal sealed record VisitSheet
{
    /// <summary>Whether the host's tutor was there.</summary>
    public bool TutorPresent { get; init; }

    public AttendanceSeen? Attendance { get; init; }

    public IReadOnlyList<ObservedSkill> Skills { get; init; } = [];

    public Condition? Relations { get; init; }

    public string? RelationsNote { get; init; }

    public Condition? Safety { get; init; }

    public string? SafetyNote { get; init; }

    public string? Difficulties { get; init; }

    public string? NextSteps { get; init; }
}

/// <summary>An objective of the project, as it was seen.</summary>
/// <param name="Objective">The objective, as the project has it.</param>
internal sealed record ObservedSkill(string Objective, SkillLevel? Level, string? Note);

/// <summary>A visit or interview as it is shown. Of drafts only one's own.</summary>
internal sealed record ShownVisit(Guid Id, int Version, VisitKind Kind, VisitState State, DateOnly HeldOn, string? By, VisitSheet Sheet);

/// <summary>A call, mail or meeting with the host's tutor.</summary>
internal sealed record ShownExchange(Guid Id, ExchangeChannel Channel, DateOnly HeldOn, string Note, string? By);

/// <summary>What is due next of a kind.</summary>
/// <param name="Kind">Visit or interview.</param>
/// <param name="DueOn">By when, or null when the internship ends before or rests.</param>
/// <param name="LastOn">When the last one was.</param>
internal sealed record DueVisit(VisitKind Kind, DateOnly? DueOn, DateOnly? LastOn);

/// <summary>An alert with its numbers.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Number">Days of absence in a row, days without a visit, or percent of the planned hours that were worked.</param>
/// <param name="Since">First day of absence, day of the last visit, or first day of the month.</param>
internal sealed record MonitoringAlert(AlertKind Kind, int Number, DateOnly Since);
