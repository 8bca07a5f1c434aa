namespace InclusionPlatform.Beneficiaries.Appointments.Rules;

/// <summary>Why the person is not told of an appointment by mail.</summary>
internal enum MessageObstacle
{
    /// <summary>The person objected to being written to, or asked that data are only kept (Reg. EU 2016/679 art. 18 and 21).</summary>
    Objection,

    /// <summary>The person did not agree to it, or took it back (art. 6(1)(a) and 7).</summary>
    NoConsent,

    /// <summary>The file has no address.</summary>
    NoAddress,

    /// <summary>Nobody wrote that the mailbox is safe: somebody else may read it.</summary>
    NotSafe,
}

/// <summary>
/// A message may reach who must not know: it goes out only if the person agreed, to a mailbox that the file says is safe, and never against an objection or a restriction. A mail tells
/// of an appointment and of nothing else (data minimisation, art. 5(1)(c)).
/// </summary>
internal static class PersonMayBeTold
{
    /// <summary>Why not; null if they may be.</summary>
    public static MessageObstacle? Obstacle(bool marked, bool agreed, string? email, bool mailIsSafe) =>
        marked ? MessageObstacle.Objection
        : !agreed ? MessageObstacle.NoConsent
        : string.IsNullOrWhiteSpace(email) ? MessageObstacle.NoAddress
        : !mailIsSafe ? MessageObstacle.NotSafe
        : null;
}
