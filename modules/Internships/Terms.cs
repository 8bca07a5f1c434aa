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
