namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>What the history keeps beside the steps of the internship itself.</summary>
internal enum MomentKind
{
    /// <summary>What was communicated changed: the communication that was recorded holds no more.</summary>
    CommunicationFell,

    /// <summary>The host declared something of another start.</summary>
    DeclarationFell,
    SignatureRecorded,
    SignatureChanged,
    SignatureRemoved,

    /// <summary>What was signed changed.</summary>
    SignaturesFell,

    /// <summary>The project came back from those who sign it.</summary>
    TakenBack,

    /// <summary>Another region or kind: the scheme that was to pay is not of it.</summary>
    PayerFell,

    /// <summary>What was recorded of the end was wrong; the outcome and the day that stood before.</summary>
    EndCorrected,

    /// <summary>The communication of the start was mistyped; the protocol number and the day that stood before.</summary>
    CommunicationCorrected,
}

/// <summary>Something that happened to an internship.</summary>
/// <param name="Kind">proposed, activated, ended or cancelled; or what happened to its papers.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who recorded it, while the account is known.</param>
internal sealed record InternshipMoment(string Kind, DateTimeOffset At, string? By)
{
    /// <summary>Of what: the signer, the reason, the protocol number.</summary>
    public string? Subject { get; init; }

    /// <summary>The day that is meant: of the signature, of the communication.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>Keeps who did what to the papers of an internship. Lines are added and never changed.</summary>
internal sealed class InternshipHistory(IDbSession db, ICurrentUser user, TimeProvider clock)
{
    private const string Insert = """
        insert into internships_moment (id, internship_id, kind, subject, on_day, at, by_id)
        values (@Id, @InternshipId, @Kind, @Subject, @Day, @At, @By)
        """;

    private const string Select = """
        select kind as Kind, subject as Subject, on_day as Day, at as At, by_id as ById
        from   internships_moment
        where  internship_id = @InternshipId
        order by at desc, id desc
        """;

    public Task AddAsync(Guid internshipId, MomentKind kind, string? subject, DateOnly? day, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        return db.ExecuteAsync(Insert, new { Id = Guid.CreateVersion7(at), InternshipId = internshipId, Kind = kind.Code(), Subject = subject, Day = day, At = at, By = user.Id }, ct);
    }

    public async Task<IReadOnlyList<InternshipMoment>> AllAsync(Guid internshipId, IReadOnlyDictionary<Guid, string> names, CancellationToken ct) =>
        [.. (await db.QueryAsync<Row>(Select, new { InternshipId = internshipId }, ct)).Select(row => new InternshipMoment(row.Kind, row.At, names.GetValueOrDefault(row.ById)) { Subject = row.Subject, Day = row.Day })];

    private sealed record Row(string Kind, string? Subject, DateOnly? Day, DateTimeOffset At, Guid ById);
}
