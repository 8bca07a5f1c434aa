namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Where a pay list stands.</summary>
internal enum RunState
{
    /// <summary>Reckoned; it can be reckoned again.</summary>
    Draft,

    /// <summary>Checked by who prepared it; somebody else approves.</summary>
    ToApprove,

    /// <summary>Approved: it never changes.</summary>
    Frozen,
}

/// <summary>What an item of a list is for.</summary>
internal enum ItemKind
{
    Month,

    /// <summary>The register was reopened after the month was listed.</summary>
    Difference,

    /// <summary>The dowry that was kept, at the end.</summary>
    DowryRelease,

    /// <summary>The bank sent the earlier transfer back.</summary>
    PaidAgain,
}

/// <summary>Where a payment stands.</summary>
internal enum PaymentState
{
    Pending,
    Done,
    Returned,

    /// <summary>Nothing is due: there is nothing to transfer.</summary>
    Nothing,
}

/// <summary>Why somebody cannot be paid as things are.</summary>
internal enum PayeeProblem
{
    AccountMissing,
    IbanInvalid,

    /// <summary>Banks want the town of who is paid.</summary>
    TownMissing,

    /// <summary>A transfer to this very account came back because it is closed: it wants another.</summary>
    AccountClosed,

    /// <summary>A transfer to this very account came back because it is somebody else's or does not exist: it wants another.</summary>
    AccountWrong,

    /// <summary>A transfer to this account came back because it is not in that name: account or holder is to be corrected.</summary>
    HolderDiffers,

    /// <summary>The holder's name has no letter that banks take: it is to be written as on the account.</summary>
    HolderUnreadable,
}

/// <summary>Why a transfer came back. No free text: it would tell of a person.</summary>
internal enum ReturnReason
{
    AccountClosed,
    WrongAccount,
    HolderMismatch,
    Other,
}

/// <summary>A list as it is stored.</summary>
internal sealed record RunRow(
    Guid Id, int Version, Guid ProgrammeId, string Month, RunState State, long Cents, long KeptCents, int People, int Carried, DateTimeOffset ComputedAt, Guid ComputedBy, DateTimeOffset? SubmittedAt,
    Guid? SubmittedBy, DateTimeOffset? ApprovedAt, Guid? ApprovedBy, DateOnly? ExecuteOn, string? Basis)
{
    public const string Columns = """
        select run.id as Id, run.version as Version, run.programme_id as ProgrammeId, run.month as Month, run.state as State, run.cents as Cents, run.kept_cents as KeptCents, run.people as People,
               run.carried as Carried, run.computed_at as ComputedAt, run.computed_by as ComputedBy, run.submitted_at as SubmittedAt, run.submitted_by as SubmittedBy, run.approved_at as ApprovedAt,
               run.approved_by as ApprovedBy, run.execute_on as ExecuteOn, run.basis as Basis
        from   internships_allowance_run run
        where  1 = 1
        """;

    public const string ById = "and run.id = @Id";

    public static string Select { get; } = new ListSql(Columns).When(true, ById).ToString();
}

/// <summary>Holder, account and address as they were when the list was made.</summary>
internal sealed record PayeeAccount(string HolderName, string Iban, string Town, string? PostalCode, string? Street, string Country);
