using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>A version of a plan as it is kept.</summary>
internal sealed record PlanRow(
    Guid Id, int Version, int Number, PlanState State, string Content, DateOnly? ReviewOn, int Signers, int Signatures, DateOnly? AskedOn, DateOnly? InForceOn, DateOnly? EndedOn,
    string? Closing, DateTimeOffset ChangedAt, Guid ChangedBy)
{
    /// <summary>The beginning of every query of a case's plans; conditions follow.</summary>
    public const string Select = """
        select l.id as Id, l.version as Version, l.number as Number, l.state as State, l.content_cipher as Content, l.review_on as ReviewOn, l.signers as Signers, l.signatures as Signatures,
               l.asked_on as AskedOn, l.in_force_on as InForceOn, l.ended_on as EndedOn, l.closing_cipher as Closing, l.changed_at as ChangedAt, l.changed_by as ChangedBy
        from   beneficiaries_plan l
        where  l.case_id = @CaseId
        """;

    /// <summary>A plan ends with its case, whatever was written last.</summary>
    public PlanRow OfCase(SeenCase seen) => State is PlanState.InForce && seen.ClosedOn is { } day ? this with { State = PlanState.Closed, EndedOn = day } : this;
}

/// <summary>A signature that is asked for or was given: of an account, of a member of the équipe without one by the id of the membership, or, where no one is named, of the person.</summary>
internal sealed record SignatureRow(Guid Id, Guid? UserId, SignatureWay? Way, string? Name, Guid? DocumentId, DateOnly? SignedOn, DateTimeOffset? SignedAt, Guid? RecordedBy);

/// <summary>What the slices of the plan share. The door of the case comes first: only whoever sees it in full reads its plan, since it may tell of health and of penal facts.</summary>
internal sealed class PlanDesk(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
{
    private const string OfId = "and l.id = @Id";

    private const string SelectSignatures = """
        select id as Id, user_id as UserId, way as Way, name_cipher as Name, document_id as DocumentId, signed_on as SignedOn, signed_at as SignedAt, recorded_by as RecordedBy
        from   beneficiaries_plan_signature
        where  plan_id = @Id
        order by case when user_id is null then 1 else 0 end, id
        """;

    // Takes the row, so that the last of two signatures at the same instant sees the other. What is signed is what was read: the version is of the content.
    private const string CountSignature = """
        update beneficiaries_plan
        set    signatures = signatures + 1
        where  id = @Id and version = @Version and state = 'toSign' and signatures < signers
        """;

    private const string SelectCounts = "select case when signatures = signers then 1 else 0 end from beneficiaries_plan where id = @Id";

    private const string Supersede = """
        update beneficiaries_plan
        set    state = 'superseded', ended_on = @Today, version = version + 1
        where  case_id = @CaseId and state = 'inForce'
        """;

    private const string ComeIntoForce = "update beneficiaries_plan set state = 'inForce', in_force_on = @Today, version = version + 1 where id = @Id";

    /// <summary>The case and the version, for whoever may read them; being read is logged.</summary>
    /// <exception cref="NotFoundException">No such case or version, or none that may be seen.</exception>
    public async Task<(SeenCase Seen, PlanRow Row)> ReadAsync(Guid caseId, Guid id, string purpose, CancellationToken ct)
    {
        var seen = await needToKnow.CaseAsync(caseId, Sight.Full, ct);
        var row = await FindAsync(caseId, id, ct);
        audit.Reads("beneficiary", seen.BeneficiaryId, purpose);
        return (seen, row.OfCase(seen));
    }

    /// <summary>The case and the version, to be changed by the équipe of an open case.</summary>
    /// <exception cref="RuleBrokenException">The case is closed, or the version stands elsewhere.</exception>
    public async Task<(SeenCase Seen, PlanRow Row)> ChangeAsync(Guid caseId, Guid id, PlanState expected, CancellationToken ct)
    {
        var seen = await OpenCaseAsync(caseId, ct);
        var row = await FindAsync(caseId, id, ct);
        if (row.State != expected)
        {
            throw WrongState(row.State);
        }

        audit.Changes("case", caseId);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return (seen, row);
    }

    /// <summary>The case, open and seen in full.</summary>
    /// <exception cref="RuleBrokenException"><c>case.is-closed</c>.</exception>
    public async Task<SeenCase> OpenCaseAsync(Guid caseId, CancellationToken ct)
    {
        var seen = await needToKnow.CaseAsync(caseId, Sight.Full, ct);
        return seen.ClosedOn is null ? seen : throw new RuleBrokenException("case.is-closed", new(
            "La presa in carico è chiusa: il progetto resta com'era. Per riprendere il lavoro aprirne una nuova.", "The case is closed: the plan stays as it was. To go on, open a new one."));
    }

    /// <summary>A version of this case.</summary>
    /// <exception cref="NotFoundException">No such version of this case.</exception>
    public async Task<PlanRow> FindAsync(Guid caseId, Guid id, CancellationToken ct) =>
        await db.FindAsync<PlanRow>(new ListSql(PlanRow.Select).When(true, OfId).ToString(), new { CaseId = caseId, Id = id }, ct) ?? throw new NotFoundException("plan");

    /// <summary>Who is asked to sign and who has.</summary>
    public Task<IReadOnlyList<SignatureRow>> SignaturesAsync(Guid id, CancellationToken ct) => db.QueryAsync<SignatureRow>(SelectSignatures, new { Id = id }, ct);

    /// <summary>The encrypted part.</summary>
    public PlanContent Open(PlanRow row) => sensitive.Open<PlanContent>(row.Content)!;

    /// <summary>
    /// Writes a signature and, when it is the last, brings the plan into force in the place of the version before. Everybody asked must sign, the person and the équipe.
    /// </summary>
    /// <exception cref="StaleVersionException">The plan was taken back, or is not the one that was read.</exception>
    public async Task SignAsync(Guid caseId, PlanRow row, int version, Func<Task<int>> write, CancellationToken ct)
    {
        var counted = await db.ExecuteAsync(CountSignature, new { row.Id, Version = version }, ct);
        if (counted == 0)
        {
            throw new StaleVersionException();
        }

        if (await write() == 0)
        {
            throw SignedAlready();
        }

        if (await db.ScalarAsync<int>(SelectCounts, new { row.Id }, ct) == 1)
        {
            var args = new { CaseId = caseId, row.Id, Today = clock.Today() };
            await db.ExecuteAsync(Supersede, args, ct);
            await db.ExecuteAsync(ComeIntoForce, args, ct);
        }
    }

    /// <summary>The signature that is asked of whoever acts.</summary>
    /// <exception cref="ForbiddenException">They were not asked to sign.</exception>
    public async Task DemandSignerAsync(Guid id, CancellationToken ct)
    {
        var mine = (await SignaturesAsync(id, ct)).SingleOrDefault(signature => signature.UserId == user.Id) ?? throw new ForbiddenException("plan.not-a-signer", new(
            "Questo progetto va firmato da altri colleghi dell'équipe: chiedere all'operatore di riferimento di aggiungersi tra chi firma.",
            "Other colleagues of the team sign this plan: ask the case manager to be added."));
        if (mine.SignedAt is not null)
        {
            throw SignedAlready();
        }
    }

    /// <summary>That the signature of a member without an account is asked for and not there yet.</summary>
    /// <exception cref="ForbiddenException">They were not asked to sign.</exception>
    public static void DemandAsked(IEnumerable<SignatureRow> signatures, Guid signerId)
    {
        var asked = signatures.SingleOrDefault(signature => signature.UserId == signerId) ?? throw new ForbiddenException("plan.not-a-signer", new(
            "A questo professionista non è stata chiesta la firma: riportare il progetto in bozza e aggiungerlo tra chi firma.",
            "This professional was not asked to sign: take the plan back to a draft and add them."));
        if (asked.SignedAt is not null)
        {
            throw SignedAlready();
        }
    }

    public static RuleBrokenException SignedAlready() => new("plan.signed-already", new("Questa firma c'è già: non si firma due volte.", "This signature is there already: nobody signs twice."));

    public static RuleBrokenException WrongState(PlanState state) => new("plan.wrong-state", state switch
    {
        PlanState.Draft => new("Il progetto è ancora una bozza: va prima mandato alla firma.", "The plan is still a draft: send it to be signed first."),
        PlanState.ToSign => new("Il progetto è alla firma e non si cambia: per correggerlo riportarlo in bozza.", "The plan is being signed and is not changed: take it back to a draft to correct it."),
        PlanState.InForce => new("Il progetto è in vigore e non si cambia: per aggiornarlo cominciare una nuova versione.", "The plan is in force and is not changed: begin a new version to update it."),
        _ => new("Questa versione del progetto non è più in vigore e resta com'è.", "This version of the plan is not in force any more and stays as it is."),
    });
}
