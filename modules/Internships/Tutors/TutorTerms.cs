namespace InclusionPlatform.Internships.Tutors;

/// <summary>What a personal link of the host's tutor is for.</summary>
internal enum TutorTask
{
    /// <summary>To write and sign the register of a month.</summary>
    Register,

    /// <summary>To evaluate the internship, on the way or at the end.</summary>
    Evaluation,

    /// <summary>To say whether the person was hired.</summary>
    Hiring,

    /// <summary>For the intern: to read and sign the register of a month.</summary>
    InternRegister,
}

/// <summary>What whoever opens the link is shown besides the task itself: the intern as in the tutor's own firm. Nothing else of the person.</summary>
internal sealed record ShownToTutor(string PersonName, string CompanyName);

/// <summary>A link as the service sees it.</summary>
/// <param name="FirstSentAt">When first.</param>
/// <param name="LastSentAt">When the tutor was last reminded.</param>
/// <param name="Sent">How many times.</param>
/// <param name="ExpiresAt">Until when the last link counts.</param>
/// <param name="UsedAt">When the tutor was done with it.</param>
/// <param name="RevokedAt">When it was taken back.</param>
/// <param name="Counts">Whether it opens today.</param>
internal sealed record ShownTutorLink(DateTimeOffset FirstSentAt, DateTimeOffset LastSentAt, int Sent, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt, bool Counts);

/// <summary>Where the host's tutor is reached, and the link of a task.</summary>
/// <param name="Tutor">Who.</param>
/// <param name="Email">Their address, while it is known; with it the platform reminds by itself.</param>
/// <param name="Link">The link that was sent, if one was.</param>
internal sealed record TutorReach(string Tutor, string? Email, ShownTutorLink? Link);

/// <summary>A link was sent.</summary>
internal sealed record SentTutorLink(DateTimeOffset ExpiresAt, int Sent);
