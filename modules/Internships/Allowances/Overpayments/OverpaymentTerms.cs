namespace InclusionPlatform.Internships.Allowances.Overpayments;

/// <summary>How an overpayment is closed.</summary>
internal enum ClosingKind
{
    /// <summary>The money came back: it is of the programme's budget again.</summary>
    GivenBack,

    /// <summary>It is not asked back: it stays consumed.</summary>
    Renounced,
}

/// <summary>Where a closing stands.</summary>
internal enum ClosingState
{
    /// <summary>A renouncement that awaits a second person.</summary>
    ToConfirm,

    /// <summary>It counts.</summary>
    Closed,

    /// <summary>It was recorded by mistake, or not confirmed; it is kept and counts for nothing.</summary>
    Withdrawn,
}

/// <summary>How money came back.</summary>
internal enum GivenBackHow
{
    BankTransfer,
    PostalOrder,
    Cash,
    Other,
}

/// <summary>Why something is not asked back.</summary>
internal enum RenouncementReason
{
    /// <summary>Asking would cost more than what would come back.</summary>
    NotWorthIt,

    /// <summary>The person cannot pay.</summary>
    Hardship,

    /// <summary>The person cannot be reached any more.</summary>
    Unreachable,

    /// <summary>The service wrote the register wrong, and the person relied on it.</summary>
    ServiceMistake,
    Other,
}

/// <summary>What somebody got too much for a month, with nothing else to come from the programme of which it could be taken.</summary>
/// <param name="InternshipId">The internship.</param>
/// <param name="BeneficiaryId">Who got it.</param>
/// <param name="Month">The month, whose register was corrected after it was paid.</param>
/// <param name="ProgrammeId">The programme that paid.</param>
/// <param name="Cents">What is left to be closed.</param>
/// <param name="RegisterVersion">The register from which it follows.</param>
/// <param name="Since">When the corrected register was closed.</param>
/// <param name="Version">Moves with the register and with everything that is recorded of the month.</param>
internal sealed record Overpayment(Guid InternshipId, Guid BeneficiaryId, string Month, Guid ProgrammeId, long Cents, int RegisterVersion, DateTimeOffset? Since, int Version);

/// <summary>A closing as it is stored.</summary>
internal sealed record ClosingRow(
    Guid Id, int Version, Guid InternshipId, Guid BeneficiaryId, string Month, Guid ProgrammeId, ClosingKind Kind, long Cents, int? RegisterVersion, DateOnly? GivenOn, GivenBackHow? How, string? Reason,
    string? Note, ClosingState State, DateTimeOffset RecordedAt, Guid RecordedBy, DateTimeOffset? ClosedAt, Guid? ClosedBy, DateTimeOffset? WithdrawnAt, Guid? WithdrawnBy, DateTimeOffset? ListedAfter)
{
    /// <summary>The columns. What was listed of the month after it was closed rests on it.</summary>
    public const string Columns = """
        select closing.id as Id, closing.version as Version, closing.internship_id as InternshipId, i.beneficiary_id as BeneficiaryId, closing.month as Month, closing.programme_id as ProgrammeId,
               closing.kind as Kind, closing.cents as Cents, closing.register_version as RegisterVersion, closing.given_on as GivenOn, closing.how as How, closing.reason_cipher as Reason,
               closing.note_cipher as Note, closing.state as State, closing.recorded_at as RecordedAt, closing.recorded_by as RecordedBy, closing.closed_at as ClosedAt, closing.closed_by as ClosedBy,
               closing.withdrawn_at as WithdrawnAt, closing.withdrawn_by as WithdrawnBy,
               (select max(run.approved_at)
                from   internships_allowance_item item
                join   internships_allowance_run run on run.id = item.run_id
                where  item.internship_id = closing.internship_id and item.month = closing.month and run.state = 'frozen' and run.approved_at > closing.closed_at) as ListedAfter
        from   internships_allowance_closing closing
        join   internships_internship i on i.id = closing.internship_id
        where  1 = 1
        """;

    public const string ById = "and closing.id = @Id";

    public static string Select { get; } = new ListSql(Columns).When(true, ById).ToString();
}

/// <summary>A closing as it is shown.</summary>
/// <param name="Id">The closing.</param>
/// <param name="Version">Its version.</param>
/// <param name="Month">The month that was paid too much.</param>
/// <param name="Kind">Given back or renounced.</param>
/// <param name="Cents">How much.</param>
/// <param name="GivenOn">When the money came back.</param>
/// <param name="How">How it came back.</param>
/// <param name="Reason">Why it was renounced.</param>
/// <param name="Note">A note.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">Who recorded it, while the account is known.</param>
/// <param name="ClosedAt">From when it counts.</param>
/// <param name="ClosedBy">Who confirmed it, while the account is known.</param>
/// <param name="WithdrawnAt">When it was taken back.</param>
/// <param name="WithdrawnBy">Who took it back, while the account is known.</param>
internal sealed record ShownClosing(
    Guid Id, int Version, string Month, ClosingKind Kind, long Cents, DateOnly? GivenOn, GivenBackHow? How, RenouncementReason? Reason, string? Note, ClosingState State, DateTimeOffset RecordedAt,
    string? RecordedBy, DateTimeOffset? ClosedAt, string? ClosedBy, DateTimeOffset? WithdrawnAt, string? WithdrawnBy);
