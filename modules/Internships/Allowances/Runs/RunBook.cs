using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Lifecycle;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Writes pay lists; each step is one command and so one transaction: a list is there whole or not at all.</summary>
internal sealed class RunBook(IDbSession db, RunReckoner reckoner, RunBasis basis, PayeeAccounts accounts, ProgrammeBudget budget, Guards guards, ICurrentUser user, TimeProvider clock)
{
    private const string Purpose = "pay-list";
    private const int MostDaysAhead = 60;

    private const string Insert = """
        insert into internships_allowance_run (id, version, programme_id, month, state, cents, kept_cents, people, carried, computed_at, computed_by)
        values (@Id, 1, @ProgrammeId, @Month, 'draft', 0, 0, 0, 0, @At, @By)
        """;

    private const string Filled = """
        update internships_allowance_run
        set    cents = @Cents, kept_cents = @KeptCents, people = @People, carried = @Carried, computed_at = @At, computed_by = @By, version = @Version, basis = @Basis
        where  id = @Id
        """;

    private const string Move = """
        update internships_allowance_run
        set    state = @State, submitted_at = @SubmittedAt, submitted_by = @SubmittedBy, approved_at = @ApprovedAt, approved_by = @ApprovedBy, execute_on = @ExecuteOn, version = version + 1
        where  id = @Id and version = @Version
        """;

    private const string ForgetRepaid = "update internships_allowance_payment set repaid_in = null where repaid_in = @Id";
    private const string DeleteItems = "delete from internships_allowance_item where run_id = @Id";
    private const string DeletePayments = "delete from internships_allowance_payment where run_id = @Id";
    private const string DeleteRun = "delete from internships_allowance_run where id = @Id and version = @Version";

    private const string InsertPayment = """
        insert into internships_allowance_payment (id, run_id, place, beneficiary_id, cents, account_cipher, account_mask, problem, state)
        values (@Id, @RunId, @Place, @BeneficiaryId, @Cents, @Account, @Mask, @Problem, @State)
        """;

    private const string InsertItem = """
        insert into internships_allowance_item (id, run_id, payment_id, internship_id, month, kind, register_version, worked_minutes, planned_minutes, cents, kept_cents, reckoning, days_too_long)
        values (@Id, @RunId, @PaymentId, @InternshipId, @Month, @Kind, @RegisterVersion, @WorkedMinutes, @PlannedMinutes, @Cents, @KeptCents, @Reckoning, @DaysTooLong)
        """;

    private const string MarkRepaid = "update internships_allowance_payment set repaid_in = @RunId where id = @PaysAgain";

    private const string SelectListed = """
        select   payment.beneficiary_id as BeneficiaryId, item.internship_id as InternshipId, item.month as Month, item.kind as Kind, item.register_version as RegisterVersion, item.cents as Cents,
                 item.kept_cents as KeptCents
        from     internships_allowance_item item
        join     internships_allowance_payment payment on payment.id = item.payment_id
        where    item.run_id = @Id
        """;

    private const string SelectAccounts = "select beneficiary_id as BeneficiaryId, account_cipher as Account from internships_allowance_payment where run_id = @Id";

    /// <exception cref="NotFoundException"><c>allowance-run.not-found</c>.</exception>
    public async Task<RunRow> FindAsync(Guid id, CancellationToken ct) => await db.FindAsync<RunRow>(RunRow.Select, new { Id = id }, ct) ?? throw new NotFoundException("allowance-run");

    /// <summary>Reckons a new list.</summary>
    public async Task<RunRow> MakeAsync(Guid programmeId, RegisterMonth month, CancellationToken ct)
    {
        await TakeTurnAsync(programmeId, ct);
        var at = clock.GetUtcNow();
        var id = Guid.CreateVersion7(at);
        await db.ExecuteAsync(Insert, new { Id = id, ProgrammeId = programmeId, Month = month.Text, At = at, By = user.Id }, ct, ifTaken: StillOpen);
        await FillAsync(id, programmeId, month, 1, ct);
        var run = await FindAsync(id, ct);
        return run.People > 0 ? run : throw NothingToPay(run.Carried);
    }

    /// <summary>Reckons an open list again, with what has changed since.</summary>
    public async Task ReckonAgainAsync(RunRow run, CancellationToken ct)
    {
        await TakeTurnAsync(run.ProgrammeId, ct);
        Demand(run, RunState.Draft);
        await FillAsync(run.Id, run.ProgrammeId, RegisterMonth.Read(run.Month), run.Version + 1, ct);
    }

    /// <summary>Hands the list over to who approves it.</summary>
    public async Task SubmitAsync(RunRow run, int problems, CancellationToken ct)
    {
        Demand(run, RunState.Draft);
        if (problems > 0)
        {
            throw new RuleBrokenException("allowance-run.problems", (problems == 1
                ? new Words(
                    "Una persona non si può pagare così: completare o correggere il conto o l'indirizzo nella scheda, oppure rimandarla alla prossima lista.",
                    "One person cannot be paid as things are: complete or correct account or address in their file, or leave them to the next list.")
                : new Words(
                    "{0} persone non si possono pagare così: completare o correggere il conto o l'indirizzo nella scheda, oppure rimandarle alla prossima lista.",
                    "{0} people cannot be paid as things are: complete or correct account or address in their file, or leave them to the next list.")).With(problems));
        }

        await TakeTurnAsync(run.ProgrammeId, ct);
        await DemandBudgetAsync(run, ct);
        await MoveAsync(run, RunState.ToApprove, user.Id, null, null, ct);
    }

    /// <summary>Gives the list back to who prepared it.</summary>
    public async Task GiveBackAsync(RunRow run, CancellationToken ct)
    {
        Demand(run, RunState.ToApprove);
        await MoveAsync(run, RunState.Draft, null, null, null, ct);
    }

    /// <summary>Freezes the list, if it is still what it would be now, and if who approves did not prepare it.</summary>
    public async Task ApproveAsync(RunRow run, DateOnly? executeOn, CancellationToken ct)
    {
        Demand(run, RunState.ToApprove);
        if (run.SubmittedBy == user.Id || run.ComputedBy == user.Id)
        {
            throw new ForbiddenException("allowance-run.same-person", new(
                "Chi ha preparato la lista non la approva: serve una seconda persona.", "Who prepared the list does not approve it: a second person is needed."));
        }

        var today = clock.Today();
        var pays = executeOn ?? BankingDays.After(today);
        if (pays < today || !BankingDays.Is(pays))
        {
            throw new FieldException("executeOn", "allowance-run.execute-on", new("Le banche non lavorano in questo giorno, o è già passato: sceglierne un altro.", "Banks do not work on this day, or it is past: choose another."));
        }

        if (pays > today.AddDays(MostDaysAhead))
        {
            throw new FieldException("executeOn", "allowance-run.execute-on-too-late", new Words(
                "Il pagamento si ordina al massimo {0} giorni prima, quindi entro il {1:d}: scegliere un giorno più vicino.",
                "A payment is ordered {0} days ahead at most, so by {1:d}: choose a nearer day.").With(MostDaysAhead, today.AddDays(MostDaysAhead)));
        }

        await TakeTurnAsync(run.ProgrammeId, ct);
        await DemandBudgetAsync(run, ct);
        await DemandUnchangedAsync(run, ct);
        await MoveAsync(run, RunState.Frozen, run.SubmittedBy, user.Id, pays, ct);
    }

    /// <summary>Throws an open list away; what was on it is found again by the next.</summary>
    public async Task ThrowAwayAsync(RunRow run, int version, CancellationToken ct)
    {
        DemandOpen(run);
        await EmptyAsync(run.Id, ct);
        if (await db.ExecuteAsync(DeleteRun, new { run.Id, Version = version }, ct) == 0)
        {
            throw new StaleVersionException();
        }
    }

    /// <exception cref="StaleVersionException">Somebody changed it meanwhile.</exception>
    public static void DemandVersion(RunRow run, int version)
    {
        if (run.Version != version)
        {
            throw new StaleVersionException();
        }
    }

    public static void Demand(RunRow run, RunState state)
    {
        if (run.State != state)
        {
            throw WrongState(run.State);
        }
    }

    public static void DemandOpen(RunRow run)
    {
        if (run.State is RunState.Frozen)
        {
            throw WrongState(run.State);
        }
    }

    private async Task FillAsync(Guid id, Guid programmeId, RegisterMonth month, int version, CancellationToken ct)
    {
        await EmptyAsync(id, ct);
        using var madeFrom = await basis.BeginAsync(programmeId, ct);
        var draft = await reckoner.ReckonAsync(id, programmeId, month, Purpose, madeFrom, ct);
        var at = clock.GetUtcNow();
        var seal = accounts.BeginList();
        var payments = draft.Payments.Select((payment, place) => (Id: Guid.CreateVersion7(at), Place: place, Payment: payment)).ToArray();
        await db.ExecuteAsync(InsertPayment, Together.Ahead(payments, one => new
        {
            one.Id,
            RunId = id,
            one.Place,
            one.Payment.BeneficiaryId,
            one.Payment.Cents,
            Account = seal(one.Payment.Account),
            one.Payment.Mask,
            Problem = one.Payment.Problem?.Code(),
            State = (one.Payment.Cents == 0 ? PaymentState.Nothing : PaymentState.Pending).Code(),
        }), ct);
        await db.ExecuteAsync(InsertItem, Together.Ahead([.. payments.SelectMany(one => one.Payment.Items, (one, item) => (Payment: one.Id, Item: item))], one => new
        {
            Id = Guid.CreateVersion7(at),
            RunId = id,
            PaymentId = one.Payment,
            one.Item.InternshipId,
            one.Item.Month,
            Kind = one.Item.Kind.Code(),
            one.Item.RegisterVersion,
            one.Item.WorkedMinutes,
            one.Item.PlannedMinutes,
            one.Item.Cents,
            one.Item.KeptCents,
            Reckoning = ReckonedLines.Write(one.Item.Lines),
            one.Item.DaysTooLong,
        }), ct);
        await db.ExecuteAsync(
            MarkRepaid, draft.Payments.SelectMany(payment => payment.Items).Where(item => item.PaysAgain is not null).Select(item => new { RunId = id, item.PaysAgain }).ToArray(), ct);
        await db.ExecuteAsync(Filled, new
        {
            Id = id,
            draft.Cents,
            draft.KeptCents,
            People = draft.Payments.Count,
            draft.Carried,
            At = at,
            By = user.Id,
            Version = version,
            Basis = await basis.EndAsync(madeFrom, id, draft.PayeesDigest, ct),
        }, ct);
    }

    private async Task EmptyAsync(Guid id, CancellationToken ct)
    {
        await db.ExecuteAsync(ForgetRepaid, new { Id = id }, ct);
        await db.ExecuteAsync(DeleteItems, new { Id = id }, ct);
        await db.ExecuteAsync(DeletePayments, new { Id = id }, ct);
    }

    /// <summary>Registers, accounts or schemes that changed since the list was made would be paid without anybody having seen them. Where something did, it is reckoned whether it matters.</summary>
    private async Task DemandUnchangedAsync(RunRow run, CancellationToken ct)
    {
        if (run.Basis is { } madeFrom && madeFrom == await basis.NowAsync(run.Id, run.ProgrammeId, RegisterMonth.Read(run.Month), ct))
        {
            return;
        }

        var rows = await db.QueryAsync<ListedItem>(SelectListed, new { run.Id }, ct);
        var listed = rows.ToHashSet();
        var kept = Together.Each(await db.QueryAsync<AccountRow>(SelectAccounts, new { run.Id }, ct), row => (row.BeneficiaryId, Account: accounts.Open(row.Account))).ToDictionary(row => row.BeneficiaryId, row => row.Account);
        using var anew = new RowDigest();
        var now = await reckoner.ReckonAsync(run.Id, run.ProgrammeId, RegisterMonth.Read(run.Month), Purpose, anew, ct);
        var items = now.Payments.SelectMany(payment => payment.Items).Select(item => new ListedItem(
            item.BeneficiaryId, item.InternshipId, item.Month, item.Kind, item.RegisterVersion, item.Cents, item.KeptCents)).ToArray();
        if (items.Length != rows.Count || !items.All(listed.Contains) || now.Payments.Any(payment => kept.GetValueOrDefault(payment.BeneficiaryId) != payment.Account))
        {
            throw new ConflictException("allowance-run.out-of-date", new(
                "Da quando la lista è stata preparata sono cambiati registri, conti o schemi: rimandarla indietro e ricalcolarla.",
                "Registers, accounts or schemes changed since the list was prepared: give it back and reckon it again."));
        }
    }

    private async Task DemandBudgetAsync(RunRow run, CancellationToken ct)
    {
        var state = await budget.SpentAsync(await budget.ProgrammeAsync(run.ProgrammeId, ct), ct);
        if (state.OpenCents > state.UnspentCents)
        {
            throw new RuleBrokenException("allowance-run.over-budget", new Words(
                "La lista è di {0:N2} €, ma del budget per indennità ne restano {1:N2}: aumentare il budget del programma o rimandare qualcuno.",
                "The list is of {0:N2} €, but {1:N2} are left of the budget for allowances: raise the programme's budget or leave somebody to the next list.").With(state.OpenCents / 100m, state.UnspentCents / 100m));
        }
    }

    /// <summary>Lists of one programme are written one at a time, on every engine.</summary>
    public async Task TakeTurnAsync(Guid programmeId, CancellationToken ct)
    {
        await guards.EnsureAsync(ct, programmeId);
        await guards.TakeTurnAsync(ct, programmeId);
    }

    private async Task MoveAsync(RunRow run, RunState state, Guid? submittedBy, Guid? approvedBy, DateOnly? executeOn, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var moved = await db.ExecuteAsync(Move, new
        {
            run.Id,
            run.Version,
            State = state.Code(),
            SubmittedAt = state is RunState.ToApprove ? at : submittedBy is null ? null : run.SubmittedAt,
            SubmittedBy = submittedBy,
            ApprovedAt = approvedBy is null ? (DateTimeOffset?)null : at,
            ApprovedBy = approvedBy,
            ExecuteOn = executeOn,
        }, ct);
        if (moved == 0)
        {
            throw new StaleVersionException();
        }
    }

    private static ConflictException StillOpen() => new("allowance-run.open", new(
        "C'è già una lista aperta di questo programma: approvarla o eliminarla prima di farne un'altra.", "There is an open list of this programme already: approve or delete it before making another."));

    private static RuleBrokenException NothingToPay(int carried) => new("allowance-run.nothing", carried == 0
        ? new("Non c'è nulla da pagare: nessun registro chiuso di questo programma aspetta una lista.", "There is nothing to pay: no closed register of this programme waits for a list.")
        : new Words(
            "Non c'è nulla da pagare: quello che aspetta è a debito (registri corretti: {0}). Si recupera da solo quando alla persona spetta altro; se non le spetta più nulla, si chiude in «Pagati in più».",
            "There is nothing to pay: what waits is owed back (corrected registers: {0}). It is set off by itself when something else is due to the person; where nothing is any more, it is closed in “Paid too much”.").With(carried));

    private static ConflictException WrongState(RunState state) => new("allowance-run.wrong-state", state switch
    {
        RunState.Draft => new("La lista è ancora in preparazione.", "The list is still being prepared."),
        RunState.ToApprove => new("La lista aspetta l'approvazione: per cambiarla va prima rimandata indietro.", "The list awaits approval: give it back before changing it."),
        _ => new("La lista è approvata: non cambia più. Quello che manca va nella prossima.", "The list is approved: it changes no more. What is missing goes on the next one."),
    });

    private sealed record ListedItem(Guid BeneficiaryId, Guid? InternshipId, string Month, ItemKind Kind, int RegisterVersion, long Cents, long KeptCents);

    private sealed record AccountRow(Guid BeneficiaryId, string? Account);
}
