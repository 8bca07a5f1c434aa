namespace InclusionPlatform.Beneficiaries.Cases;

/// <summary>Why a person is taken on.</summary>
internal enum CaseReason
{
    WorkInclusion,
    JobLoss,
    FirstJob,
    TargetedPlacement,
    LeavingPrison,
    LeavingCare,
    IncomeSupport,
    Other,
}

/// <summary>How a case ended.</summary>
internal enum CaseOutcome
{
    Employed,
    Training,
    SelfEmployment,
    ReturnedToServices,
    DroppedOut,
    Transferred,
}

/// <summary>What somebody does on an équipe.</summary>
internal enum MemberRole
{
    CaseManager,
    Educator,
    SocialWorker,
    Psychologist,
    Tutor,
    JobCoach,
    Coordinator,
    Other,
}

/// <summary>Which cases.</summary>
internal enum CaseState
{
    Open,
    Closed,
}
