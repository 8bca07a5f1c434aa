namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>Where a referral stands.</summary>
internal enum ReferralState
{
    Received,
    InReading,
    WaitingList,
    TakenOn,
    Declined,
    Withdrawn,
}

/// <summary>Which referrals a list shows.</summary>
internal enum ReferralFilter
{
    /// <summary>Received or in reading: an answer is owed.</summary>
    ToAnswer,
    Received,
    InReading,
    WaitingList,
    TakenOn,
    Declined,
    Withdrawn,
}

/// <summary>How near the answer's day is.</summary>
internal enum AnswerDue
{
    Late,

    /// <summary>Late, or within the days of warning.</summary>
    Soon,
}

/// <summary>How much haste the referring body asks for.</summary>
internal enum ReferralUrgency
{
    Ordinary,
    Soon,
    Urgent,
}

/// <summary>How the person agreed to be referred.</summary>
internal enum ConsentKind
{
    /// <summary>A signed form that the referring body keeps.</summary>
    Signed,

    /// <summary>Said in front of the referring professional.</summary>
    Spoken,

    /// <summary>Signed by the guardian or support administrator.</summary>
    Guardian,
}

/// <summary>Why a referral is declined.</summary>
internal enum DeclineReason
{
    OutsideTarget,
    OutsideArea,
    AlreadyFollowed,
    OtherServiceFits,
    PersonDeclines,
    NoCapacity,
    Other,
}

/// <summary>What happened to a referral.</summary>
internal enum ReferralEventKind
{
    Received,
    Changed,
    PutOnAgenda,
    TakenOffAgenda,
    InformationAsked,
    PutOnWaitingList,
    Declined,
    TakenOn,
    Withdrawn,

    /// <summary>A decision recorded by mistake was taken back before the minutes closed.</summary>
    DecisionTakenBack,
    AttachmentAdded,
    AttachmentRemoved,
}
