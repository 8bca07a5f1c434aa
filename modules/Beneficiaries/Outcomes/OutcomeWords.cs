namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>By which contract somebody works when the case closes.</summary>
internal enum EmploymentContract
{
    OpenEnded,
    FixedTerm,
    Apprenticeship,
    Agency,
    OnCall,
    Collaboration,
    Domestic,
    Seasonal,
    Other,
}

/// <summary>Into which training somebody leaves.</summary>
internal enum TrainingPath
{
    VocationalCourse,
    School,
    University,
    CivilService,
    Other,
}

/// <summary>Why somebody left before the end.</summary>
internal enum DropOutReason
{
    NoContact,
    OwnChoice,
    MovedAway,
    Health,
    Family,
    Detention,
    Death,
    Other,
}

/// <summary>Why a closed case goes on.</summary>
internal enum ReopeningReason
{
    JobEnded,
    TrainingEnded,
    CameBack,
    ReferredAgain,
    ClosedByMistake,
    Other,
}

/// <summary>Why a case passes to another operator.</summary>
internal enum TransferReason
{
    Absence,
    Workload,
    Territory,
    Competence,
    AskedByPerson,
    Conflict,
    Other,
}

/// <summary>When the person is heard again after the end.</summary>
internal enum FollowUpKind
{
    Days28,
    Months6,
}

/// <summary>Where a follow-up contact stands.</summary>
internal enum FollowUpState
{
    Planned,
    Reached,
    Unreachable,
    Declined,
    Cancelled,
}

/// <summary>What came of trying to reach the person.</summary>
internal enum FollowUpOutcome
{
    Reached,
    NoAnswer,
    Unreachable,
    Declined,
}

/// <summary>What the person does when heard again.</summary>
internal enum FollowUpSituation
{
    Employed,
    SelfEmployed,
    Training,
    JobSearching,
    Inactive,
    InCare,
}

/// <summary>Which follow-up contacts a list shows.</summary>
internal enum FollowUpFilter
{
    /// <summary>Their day has come.</summary>
    Due,

    /// <summary>All that are not recorded.</summary>
    Planned,

    /// <summary>Those with an answer.</summary>
    Recorded,
}
