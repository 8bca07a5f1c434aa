namespace InclusionPlatform.Internships.Attendance;

/// <summary>Why somebody was not there.</summary>
internal enum Absence
{
    Illness,
    Injury,
    Justified,
    Unjustified,

    /// <summary>The company was closed.</summary>
    Closure,
    Holiday,
    Other,
}

/// <summary>Where the register of a month stands.</summary>
internal enum RegisterState
{
    Open,

    /// <summary>Written to the end, and a signature is missing.</summary>
    ToSign,

    /// <summary>Signed by both: it changes only after it is reopened with a reason.</summary>
    Closed,
}

/// <summary>How a signature was given.</summary>
internal enum SignedHow
{
    /// <summary>Confirmed at the screen of somebody of the service, by who was there.</summary>
    OnScreen,

    /// <summary>Confirmed on the page of a personal link, of the host's tutor or of the intern.</summary>
    Link,

    /// <summary>Signed on the printed sheet, of which the scan is kept.</summary>
    Paper,
}

/// <summary>Who wrote the days of a register last.</summary>
internal enum RegisterWriter
{
    Service,

    /// <summary>The host's tutor, on their page.</summary>
    Tutor,
}
