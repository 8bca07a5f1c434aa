namespace InclusionPlatform.Internships;

/// <summary>The two legal frames. The choice matters to the person: only the second is not income for the ADI benefit (Labour Ministry note 16631, 3-10-2024).</summary>
internal enum InternshipKind
{
    Extracurricular,
    SocialInclusion,
}

/// <summary>What the internship is for.</summary>
internal enum Modulation
{
    MaintainingSkills,
    SupportToPlacement,
    PlacementInCompany,
}

/// <summary>Where an internship stands.</summary>
internal enum InternshipState
{
    Proposed,
    Active,
    Ended,
    EndedEarly,
    Cancelled,
}

/// <summary>Where an internship stands, step by step: what <see cref="InternshipState"/> says, and what is read from signatures and suspensions.</summary>
internal enum InternshipStage
{
    /// <summary>It may be changed freely.</summary>
    Draft,

    /// <summary>The project is with those who sign it.</summary>
    ToSign,

    /// <summary>All have signed.</summary>
    Ready,
    Active,
    Suspended,
    EndedEarly,
    Ended,
    Cancelled,
}

/// <summary>Why something was given up before it began, or ended before its day.</summary>
internal enum InternshipCause
{
    PersonGaveUp,
    HostWithdrew,
    OtherJob,
    Health,
    Family,
    Conflict,
    Absences,
    HostClosed,
    UnsuitableDuties,
    RequirementsMissing,
    Mistake,
    Other,
}

/// <summary>Why a project comes back from those who sign it.</summary>
internal enum SigningWithdrawal
{
    ProjectChanges,
    PersonRefuses,
    HostRefuses,
    Mistake,
    Other,
}

/// <summary>The risk of the host's sector: it decides the hours of specific safety training.</summary>
internal enum SafetyRisk
{
    Low,
    Medium,
    High,
}

/// <summary>Whether the person ever worked for the host, in whatever form.</summary>
internal enum HostWork
{
    Never,
    Ended,
    Lasting,
}

/// <summary>Decides by when the mandatory communication is due.</summary>
internal enum HostType
{
    PrivateEmployer,
    PublicAdministration,
    PrivateSchoolOrTraining,
}

/// <summary>How an internship ended.</summary>
internal enum Outcome
{
    HiredByHost,
    OtherJob,
    NewInternship,
    CompletedNoJob,
    InterruptedByPerson,
    InterruptedByHost,
    InterruptedByService,
}

/// <summary>The contract of a job found.</summary>
internal enum JobContract
{
    Permanent,
    FixedTerm,
    Apprenticeship,
    Agency,
    SelfEmployed,
    Other,
}
