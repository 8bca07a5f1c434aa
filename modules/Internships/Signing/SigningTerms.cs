namespace InclusionPlatform.Internships.Signing;

/// <summary>Who signs a project.</summary>
internal enum Signer
{
    Person,
    Host,
    Promoter,
}

/// <summary>How a signature was given.</summary>
internal enum SignatureHow
{
    /// <summary>Confirmed at the screen of somebody of the service, by who was there.</summary>
    OnScreen,

    /// <summary>Confirmed on the page of the link that was sent.</summary>
    Link,

    /// <summary>By hand, on the paper of which the scan is kept.</summary>
    Paper,

    /// <summary>Outside the platform, such as with a digital signature on a file kept elsewhere.</summary>
    Outside,
}

/// <summary>A signature of the project, given or missing.</summary>
/// <param name="Signer">Who.</param>
/// <param name="SignedOn">When, or null while it is missing.</param>
/// <param name="How">How, where it was recorded one by one.</param>
/// <param name="Name">The name that the signer wrote on the page of the link.</param>
/// <param name="With">Who of the service recorded it, while the account is known.</param>
/// <param name="HasScan">Whether the signed paper is kept.</param>
/// <param name="Paper">The version of the project that was signed, on screen or through a link.</param>
/// <param name="Request">The link that was sent and not used yet.</param>
internal sealed record ShownSignature(Signer Signer, DateOnly? SignedOn, SignatureHow? How, string? Name, string? With, bool HasScan, SignedVersion? Paper, ShownRequest? Request);

/// <summary>A version of the project that somebody signed: it stays for ever.</summary>
/// <param name="PaperId">The paper.</param>
/// <param name="Number">Its version.</param>
/// <param name="Hash">SHA-256 of its content when it was signed.</param>
internal sealed record SignedVersion(Guid PaperId, int Number, string Hash);

/// <summary>A link that was sent.</summary>
/// <param name="Email">To whom.</param>
/// <param name="FirstSentAt">When first.</param>
/// <param name="LastSentAt">When they were last reminded.</param>
/// <param name="Sent">How many times.</param>
/// <param name="ExpiresAt">Until when the last link counts.</param>
internal sealed record ShownRequest(string Email, DateTimeOffset FirstSentAt, DateTimeOffset LastSentAt, int Sent, DateTimeOffset ExpiresAt);

/// <summary>What whoever signs through a link reads: the project as it stood when the link was sent.</summary>
/// <param name="Duties">What the person does there.</param>
/// <param name="Objectives">What the person is to learn.</param>
/// <param name="PromoterTutor">Name of the tutor of the promoting body.</param>
internal sealed record ProjectToSign(
    Signer Signer, string PersonName, string CompanyName, string? Workplace, DateOnly StartsOn, DateOnly EndsOn, decimal WeeklyHours, string Duties, string Objectives, string HostTutor,
    string? PromoterTutor, string ServiceName)
{
    /// <summary>From when to when on each weekday; none where the project does not say, or in links of before it could.</summary>
    public IReadOnlyList<Rules.DayHours>? Hours { get; init; }

    /// <summary>The project as a paper can be read before it is signed; not in links of before it could.</summary>
    public bool HasPaper { get; init; }
}
