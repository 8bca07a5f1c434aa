using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Reckoning;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Allowances.Transfers;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>
/// Finds all that a programme has to pay up to a month: closed registers that are on no list, differences of those that were reopened, dowries that end, transfers that came back.
/// What is on the list itself does not count as listed. However many people there are, the number of statements is constant but for the batches of accounts.
/// </summary>
internal sealed class RunReckoner(IDbSession db, SchemeTable schemes, ISuspendedDays suspensions, PayeeAccounts accounts, IPersonKeys keys, IMediator mediator)
{
    // Asked of the register at hand: years of lists are not gathered first to find what is on none. What is on the list itself does not count.
    private const string Listed = "from internships_allowance_item item where item.internship_id = r.internship_id and item.month = r.month and item.kind in ('month', 'difference') and item.run_id <> @RunId";

    // What was closed as given back or renounced is on no list, and nothing is left of it to be taken back.
    private const string FromDue = $"""

        from      internships_allowance_assignment a
        join      internships_internship i on i.id = a.internship_id
        join      internships_attendance_month r on r.internship_id = i.id
        left join internships_usual_week u on u.internship_id = i.id
        where     r.state = 'closed' and not exists (select 1 {Listed} and item.register_version >= r.version)
                  and not exists (select 1 from internships_allowance_closing closing where closing.internship_id = i.id and closing.month = r.month and closing.state = 'closed' and closing.register_version >= r.version)
        """;

    private const string Due = $"""
        select    i.id as InternshipId, i.beneficiary_id as BeneficiaryId, i.state as State, i.ended_on as EndedOn, i.starts_on as StartsOn, coalesce(i.ended_on, i.ends_on) as LastDay, i.weekly_hours as WeeklyHours, i.week_hours as WeekHours,
                  i.meals_provided as MealsProvided, i.allowance_cents as AllowanceCents, a.dowry_kept as DowryKept, r.month as Month, r.version as RegisterVersion, r.minutes as Minutes, r.planned_minutes as PlannedMinutes,
                  u.monday as Monday, u.tuesday as Tuesday, u.wednesday as Wednesday, u.thursday as Thursday, u.friday as Friday, u.saturday as Saturday, u.sunday as Sunday,
                  u.patron_month as PatronMonth, u.patron_day as PatronDay, (select max(item.register_version) {Listed}) as ListedVersion, (select sum(item.cents) {Listed}) as ListedCents,
                  (select sum(item.kept_cents) {Listed}) as ListedKept {FromDue}
        """;

    private const string SelectDue = $"{Due} and a.programme_id = @ProgrammeId and r.month <= @Month order by r.month, i.id";
    private const string SelectDueOf = $"{Due} and a.programme_id is not null and i.id in {Batches.Keys}";

    private const string SelectAmended = AmendedWeek.Columns + """

        join     internships_allowance_assignment a on a.internship_id = v.internship_id
        where    a.programme_id = @ProgrammeId
        order by v.at, v.id
        """;

    private const string SelectAmendedOf = AmendedWeek.Columns + $"""

        where    v.internship_id in {Batches.Keys}
        order by v.at, v.id
        """;

    private const string SelectSchemes = """
        select s.internship_id as InternshipId, s.valid_from as ValidFrom, s.scheme_id as SchemeId
        from   internships_allowance_assigned_scheme s
        join   internships_allowance_assignment a on a.internship_id = s.internship_id
        where  a.programme_id = @ProgrammeId
        """;

    private const string SelectSchemesOf = $"""
        select s.internship_id as InternshipId, s.valid_from as ValidFrom, s.scheme_id as SchemeId
        from   internships_allowance_assigned_scheme s
        where  s.internship_id in {Batches.Keys}
        """;

    // What was reckoned before matters only where a total is shared out, or something was put aside.
    private const string SelectDowries = """
        select   i.id as InternshipId, i.beneficiary_id as BeneficiaryId, i.state as State, i.ended_on as EndedOn, sum(item.cents + item.kept_cents) as Reckoned, sum(item.kept_cents) as Kept,
                 max(case when item.kind = 'dowryRelease' then 1 else 0 end) as Released
        from     internships_allowance_item item
        join     internships_internship i on i.id = item.internship_id
        join     internships_allowance_assignment a on a.internship_id = i.id
        where    a.programme_id = @ProgrammeId and item.kind <> 'paidAgain' and item.run_id <> @RunId
                 and (a.dowry_kept = 1 or exists (select 1 from internships_allowance_item kept where kept.internship_id = a.internship_id and kept.kept_cents <> 0)
                      or exists (select 1 from internships_allowance_assigned_scheme s join internships_allowance_terms t on t.scheme_id = s.scheme_id where s.internship_id = a.internship_id and t.method = 'dowry'))
        group by i.id, i.beneficiary_id, i.state, i.ended_on
        """;

    private const string SelectDowriesOf = $"""
        select   i.id as InternshipId, i.beneficiary_id as BeneficiaryId, i.state as State, i.ended_on as EndedOn, sum(item.cents + item.kept_cents) as Reckoned, sum(item.kept_cents) as Kept,
                 max(case when item.kind = 'dowryRelease' then 1 else 0 end) as Released
        from     internships_allowance_item item
        join     internships_internship i on i.id = item.internship_id
        where    item.kind <> 'paidAgain' and i.id in {Batches.Keys}
        group by i.id, i.beneficiary_id, i.state, i.ended_on
        """;

    private const string SelectClosed = """
        select   closing.internship_id as InternshipId, closing.month as Month, sum(case when closing.kind = 'givenBack' then closing.cents else 0 end) as GivenBack,
                 sum(case when closing.kind = 'renounced' then closing.cents else 0 end) as Renounced
        from     internships_allowance_closing closing
        join     internships_allowance_assignment a on a.internship_id = closing.internship_id
        where    a.programme_id = @ProgrammeId and closing.state = 'closed'
        group by closing.internship_id, closing.month
        """;

    private const string SelectClosedOf = $"""
        select   closing.internship_id as InternshipId, closing.month as Month, sum(case when closing.kind = 'givenBack' then closing.cents else 0 end) as GivenBack,
                 sum(case when closing.kind = 'renounced' then closing.cents else 0 end) as Renounced
        from     internships_allowance_closing closing
        where    closing.state = 'closed' and closing.internship_id in {Batches.Keys}
        group by closing.internship_id, closing.month
        """;

    private const string SelectReturned = """
        select payment.id as Id, payment.beneficiary_id as BeneficiaryId, payment.cents as Cents, run.month as Month
        from   internships_allowance_payment payment
        join   internships_allowance_run run on run.id = payment.run_id
        where  run.programme_id = @ProgrammeId and payment.state = 'returned' and (payment.repaid_in is null or payment.repaid_in = @RunId)
        """;

    // Of any programme: what one bank order could not reach, the next would not either. A transfer that a frozen list pays again is settled.
    private const string SelectRefused = """
        select payment.beneficiary_id as BeneficiaryId, payment.account_cipher as Account, payment.return_reason as Reason
        from   internships_allowance_payment payment
        where  payment.state = 'returned' and payment.account_cipher is not null and payment.return_reason in ('accountClosed', 'wrongAccount', 'holderMismatch')
               and (payment.repaid_in is null or exists (select 1 from internships_allowance_run open_run where open_run.id = payment.repaid_in and open_run.state <> 'frozen'))
        """;

    private const string SelectHolds = "select beneficiary_id from internships_allowance_hold where run_id = @RunId";

    private const string SelectDays = $"""
        select internship_id as InternshipId, day as Day, minutes as Minutes
        from   internships_attendance_day
        where  minutes is not null and day >= @From and day <= @To and internship_id in {Batches.Keys}
        """;

    /// <summary>What <see cref="ReckonAsync"/> reads, in its order, but for days of suspension and people.</summary>
    public static IReadOnlyList<string> Read { get; } = [SelectDue, SelectDowries, SelectReturned, SelectHolds, SelectAmended, SelectSchemes, .. SchemeTable.Read, SelectClosed, SelectRefused];

    /// <param name="runId">The list, which does not count itself as listed.</param>
    /// <param name="programmeId">Who pays.</param>
    /// <param name="month">The last month that is looked at.</param>
    /// <param name="purpose">Why accounts are opened, for the access log.</param>
    /// <param name="basis">To which all that is read is added.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RunDraft> ReckonAsync(Guid runId, Guid programmeId, RegisterMonth month, string purpose, RowDigest basis, CancellationToken ct)
    {
        var args = new { ProgrammeId = programmeId, Month = month.Text, RunId = runId };
        Task<IReadOnlyList<T>> Of<T>(string sql) => db.QueryAsync<T>(sql, args, basis, ct);
        var due = await Of<DueRow>(SelectDue);
        keys.Expect([.. due.Select(row => row.BeneficiaryId).Distinct().Order()]);
        var dowries = (await Of<DowryRow>(SelectDowries)).ToDictionary(row => row.InternshipId);
        var returned = await Of<ReturnedRow>(SelectReturned);
        var held = (await Of<Guid>(SelectHolds)).ToHashSet();
        var facts = new ReckonedFrom(
            (await Of<AmendedWeek>(SelectAmended)).ToLookup(row => row.InternshipId),
            (await Of<SchemeRow>(SelectSchemes)).ToLookup(row => row.InternshipId, row => new SchemeFrom(row.ValidFrom, row.SchemeId)),
            await schemes.BookAsync(ct, basis), dowries, (await Of<ClosedRow>(SelectClosed)).ToDictionary(row => (row.InternshipId, row.Month)), await SuspendedAsync(due, ct));
        var refused = (await Of<RefusedRow>(SelectRefused)).ToLookup(row => row.BeneficiaryId);
        var (items, kept) = ItemsOf(due, facts, held);
        items.AddRange(dowries.Values.Concat(due.Where(row => row.DowryKept && !dowries.ContainsKey(row.InternshipId)).DistinctBy(row => row.InternshipId)
                .Select(row => new DowryRow(row.InternshipId, row.BeneficiaryId, row.State, row.EndedOn, 0, 0, 0)))
            .Where(row => Ends(row.State, row.EndedOn, month) && !held.Contains(row.BeneficiaryId) && kept.GetValueOrDefault(row.InternshipId) > 0)
            .Select(row => Released(row, kept[row.InternshipId])));
        items.AddRange(returned.Where(row => !held.Contains(row.BeneficiaryId)).Select(row => new DraftItem(
            null, row.BeneficiaryId, row.Month, ItemKind.PaidAgain, 0, 0, 0, row.Cents, 0, [new(ReckonedStep.PaidAgain) { Cents = row.Cents }], row.Id)));
        return await WithPayeesAsync(items, refused, purpose, ct);
    }

    /// <summary>
    /// What the closed registers of these internships would put on a list, whatever its month, beside what is on lists already; nothing of people is read. Dowries that are kept are told apart.
    /// </summary>
    public async Task<(IReadOnlyList<DraftItem> Items, IReadOnlySet<Guid> Keeping)> OfInternshipsAsync(IReadOnlyCollection<Guid> internshipIds, CancellationToken ct)
    {
        Task<IReadOnlyList<T>> Of<T>(string sql) => db.QueryInBatchesAsync<Guid, T>(sql, internshipIds, null, ct);
        var open = await db.QueryInBatchesAsync<Guid, DueRow>(SelectDueOf, internshipIds, new { RunId = Guid.Empty }, ct);
        DueRow[] due = [.. open.OrderBy(row => row.Month, StringComparer.Ordinal).ThenBy(row => row.InternshipId)];
        var dowries = (await Of<DowryRow>(SelectDowriesOf)).ToDictionary(row => row.InternshipId);
        var facts = new ReckonedFrom(
            (await Of<AmendedWeek>(SelectAmendedOf)).ToLookup(row => row.InternshipId),
            (await Of<SchemeRow>(SelectSchemesOf)).ToLookup(row => row.InternshipId, row => new SchemeFrom(row.ValidFrom, row.SchemeId)),
            await schemes.BookAsync(ct), dowries, (await Of<ClosedRow>(SelectClosedOf)).ToDictionary(row => (row.InternshipId, row.Month)), await SuspendedAsync(due, ct));
        var (items, kept) = ItemsOf(due, facts, []);
        return (items, kept.Where(one => one.Value > 0).Select(one => one.Key).ToHashSet());
    }

    private static (List<DraftItem> Items, Dictionary<Guid, long> Kept) ItemsOf(IReadOnlyList<DueRow> due, ReckonedFrom facts, HashSet<Guid> held)
    {
        var givenBack = facts.Closed.Values.ToLookup(closed => closed.InternshipId, closed => closed.GivenBack);
        var months = due.Index().GroupBy(one => one.Item.InternshipId).ToArray();
        var kept = facts.Dowries.ToDictionary(pair => pair.Key, pair => pair.Value.Kept);
        var byInternship = Together.Each(months, rows =>
        {
            // The months of one internship follow one another: what is left of a dowry depends on those before.
            var reckoned = (facts.Dowries.GetValueOrDefault(rows.Key)?.Reckoned ?? 0) - givenBack[rows.Key].Sum();
            var items = new List<(int At, DraftItem Item)>();
            AmendedWeek[] amended = [.. facts.Amended[rows.Key]];
            var timeline = facts.Book.Timeline([.. facts.Assigned[rows.Key]]);
            var released = facts.Dowries.GetValueOrDefault(rows.Key)?.Released == 1;
            foreach (var (at, row) in rows.Where(one => !held.Contains(one.Item.BeneficiaryId)))
            {
                var item = ItemOf(row, amended, timeline, facts.Suspended, reckoned, released, facts.Closed.GetValueOrDefault((row.InternshipId, row.Month)));
                items.Add((at, item));
                reckoned += item.Cents + item.KeptCents;
            }

            return items;
        });
        foreach (var (rows, items) in months.Zip(byInternship))
        {
            kept[rows.Key] = kept.GetValueOrDefault(rows.Key) + items.Sum(one => one.Item.KeptCents);
        }

        return ([.. byInternship.SelectMany(items => items).OrderBy(one => one.At).Select(one => one.Item)], kept);
    }

    private async Task<RunDraft> WithPayeesAsync(List<DraftItem> items, ILookup<Guid, RefusedRow> refused, string purpose, CancellationToken ct)
    {
        var (taken, carried) = Debts.SetOff(items);
        var found = await mediator.Send(new FindPayees([.. taken.Select(item => item.BeneficiaryId).Distinct()], purpose), ct);
        var payees = found.Payees.ToDictionary(payee => payee.BeneficiaryId);
        var payments = Together.Each([.. taken.GroupBy(item => item.BeneficiaryId)], group => PaymentOf(group.Key, payees.GetValueOrDefault(group.Key), [.. group], [.. refused[group.Key]]))
            .OrderBy(payment => payment.Name, StringComparer.OrdinalIgnoreCase).ThenBy(payment => payment.BeneficiaryId);
        return new([.. payments], carried, found.Digest);
    }

    private DraftPayment PaymentOf(Guid beneficiaryId, Payee? payee, IReadOnlyList<DraftItem> items, IReadOnlyList<RefusedRow> refused)
    {
        var sum = items.Sum(item => item.Cents);
        if (sum == 0)
        {
            // Nothing leaves for the account, which is shown all the same where there is one.
            return new(beneficiaryId, payee?.DisplayName ?? "", null, Iban.TryParse(payee?.Iban ?? "", out var known, out _) ? known.ToString() : null, null, items);
        }

        if (string.IsNullOrEmpty(payee?.Iban))
        {
            return new(beneficiaryId, payee?.DisplayName ?? "", null, null, PayeeProblem.AccountMissing, items);
        }

        if (!Iban.TryParse(payee.Iban, out var iban, out _))
        {
            return new(beneficiaryId, payee.DisplayName, null, null, PayeeProblem.IbanInvalid, items);
        }

        if (refused.Select(row => ProblemOf(row, iban.Value, payee.HolderName)).FirstOrDefault(found => found is not null) is { } problem)
        {
            return new(beneficiaryId, payee.DisplayName, null, iban.ToString(), problem, items);
        }

        if (TransferFile.Text(payee.HolderName, int.MaxValue).Length == 0)
        {
            return new(beneficiaryId, payee.DisplayName, null, iban.ToString(), PayeeProblem.HolderUnreadable, items);
        }

        return payee.Town is null
            ? new(beneficiaryId, payee.DisplayName, null, iban.ToString(), PayeeProblem.TownMissing, items)
            : new(beneficiaryId, payee.DisplayName, new(payee.HolderName, iban.Value, payee.Town, payee.PostalCode, payee.Street, payee.Country), iban.ToString(), null, items);
    }

    /// <summary>Why a transfer to the account that is written now would come back as the last one did; null if it was changed.</summary>
    private PayeeProblem? ProblemOf(RefusedRow row, string iban, string holder) => accounts.Open(row.Account) is { } account && account.Iban == iban
        ? row.Reason switch
        {
            ReturnReason.AccountClosed => PayeeProblem.AccountClosed,
            ReturnReason.WrongAccount => PayeeProblem.AccountWrong,
            ReturnReason.HolderMismatch when string.Equals(account.HolderName, holder, StringComparison.OrdinalIgnoreCase) => PayeeProblem.HolderDiffers,
            _ => null,
        }
        : null;

    private static DraftItem ItemOf(DueRow row, AmendedWeek[] amended, IReadOnlyList<TermsFrom> timeline, IReadOnlyDictionary<(Guid, string), SuspendedMonth> suspended, long dowryBefore, bool released, ClosedRow? closed)
    {
        var usual = UsualDays.Of(
            row.WeekHours, row.WeeklyHours,
            row.Monday is null ? null : new(row.Monday.Value, row.Tuesday!.Value, row.Wednesday!.Value, row.Thursday!.Value, row.Friday!.Value, row.Saturday!.Value, row.Sunday!.Value, row.PatronMonth, row.PatronDay, 1),
            amended);
        var stopped = suspended.GetValueOrDefault((row.InternshipId, row.Month));

        // The hours of the days are exact: projects of before wrote a begun hour as a whole one, which may reach a step of the scheme.
        var weekly = WeekHours.Read(row.WeekHours) is { } hours ? WeeklyTime.Whole(hours.Hours) : row.WeeklyHours;
        var givenBack = closed?.GivenBack ?? 0;
        var before = dowryBefore - ((row.ListedCents ?? 0) + (row.ListedKept ?? 0) - givenBack);
        var reckoned = MonthReckoner.Reckon(new(
            RegisterMonth.Read(row.Month), row.StartsOn, row.LastDay, weekly, row.MealsProvided, row.AllowanceCents, row.Minutes - (stopped?.WorkedMinutes ?? 0), usual.PlannedOn,
            stopped?.Days ?? NoDays, timeline, row.DowryKept, before, day => usual.WeeklyHoursOn(day, weekly), row.PlannedMinutes, usual.LongestDayOn));
        if (row.ListedVersion is null)
        {
            return new(row.InternshipId, row.BeneficiaryId, row.Month, ItemKind.Month, row.RegisterVersion, reckoned.WorkedMinutes, reckoned.PlannedMinutes, reckoned.Cents, reckoned.KeptCents, reckoned.Lines);
        }

        // What was kept left with the dowry: from then on a difference is of money that was paid, and nothing is kept any more.
        var (listed, listedKept) = (row.ListedCents ?? 0, row.ListedKept ?? 0);
        var (now, nowKept) = (reckoned.Cents, reckoned.KeptCents);
        if (released)
        {
            (listed, listedKept, now, nowKept) = (listed + listedKept, 0, now + nowKept, 0);
        }

        // What came back is due again where it was earned after all; what was renounced is only not asked back, and never paid a second time.
        var difference = now - (listed - givenBack);
        var renounced = Math.Clamp(-difference, 0, closed?.Renounced ?? 0);
        List<ReckonedLine> lines = [new(ReckonedStep.Difference), .. reckoned.Lines, new(ReckonedStep.Listed) { MonthCents = listed, Cents = -listed }];
        if (givenBack > 0)
        {
            lines.Add(new(ReckonedStep.GivenBack) { MonthCents = givenBack, Cents = givenBack });
        }

        if (renounced > 0)
        {
            lines.Add(new(ReckonedStep.Renounced) { MonthCents = renounced, Cents = renounced });
        }

        return new(
            row.InternshipId, row.BeneficiaryId, row.Month, ItemKind.Difference, row.RegisterVersion, reckoned.WorkedMinutes, reckoned.PlannedMinutes, difference + renounced, nowKept - listedKept, lines)
        {
            ListedVersion = row.ListedVersion.Value,
        };
    }

    private static bool Ends(InternshipState state, DateOnly? endedOn, RegisterMonth month) =>
        state is InternshipState.Ended or InternshipState.EndedEarly && endedOn is { } day && day <= month.Last;

    private static DraftItem Released(DowryRow row, long kept) => new(
        row.InternshipId, row.BeneficiaryId, RegisterMonth.Of(row.EndedOn!.Value).Text, ItemKind.DowryRelease, 0, 0, 0, kept, -kept, [new(ReckonedStep.DowryReleased) { Cents = kept }]);

    private async Task<IReadOnlyDictionary<(Guid, string), SuspendedMonth>> SuspendedAsync(IReadOnlyList<DueRow> due, CancellationToken ct)
    {
        var found = new Dictionary<(Guid, string), SuspendedMonth>();
        if (due.Count == 0)
        {
            return found;
        }

        var (from, to) = (RegisterMonth.Read(due[0].Month).First, RegisterMonth.Read(due[^1].Month).Last);
        var days = await suspensions.BetweenAsync([.. due.Select(row => row.InternshipId).Distinct()], from, to, ct);
        if (days.Count == 0)
        {
            return found;
        }

        var written = (await db.QueryInBatchesAsync<Guid, DayRow>(SelectDays, days.Keys, new { From = from, To = to }, ct)).ToLookup(row => row.InternshipId);
        foreach (var row in due.Where(row => days.ContainsKey(row.InternshipId)))
        {
            var month = RegisterMonth.Read(row.Month);
            var stopped = days[row.InternshipId].Where(day => day >= month.First && day <= month.Last).ToHashSet();
            found[(row.InternshipId, row.Month)] = new(stopped, written[row.InternshipId].Where(day => stopped.Contains(day.Day)).Sum(day => day.Minutes));
        }

        return found;
    }

    private static readonly HashSet<DateOnly> NoDays = [];

    private sealed record SuspendedMonth(IReadOnlySet<DateOnly> Days, int WorkedMinutes);

    private sealed record DueRow(
        Guid InternshipId, Guid BeneficiaryId, InternshipState State, DateOnly? EndedOn, DateOnly StartsOn, DateOnly LastDay, int WeeklyHours, string? WeekHours, bool MealsProvided, long AllowanceCents, bool DowryKept, string Month, int RegisterVersion, int Minutes, int? PlannedMinutes,
        int? Monday, int? Tuesday, int? Wednesday, int? Thursday, int? Friday, int? Saturday, int? Sunday, int? PatronMonth, int? PatronDay, int? ListedVersion, long? ListedCents, long? ListedKept);

    /// <summary>All that months are reckoned from beside their registers.</summary>
    private sealed record ReckonedFrom(
        ILookup<Guid, AmendedWeek> Amended, ILookup<Guid, SchemeFrom> Assigned, SchemeBook Book, IReadOnlyDictionary<Guid, DowryRow> Dowries, IReadOnlyDictionary<(Guid, string), ClosedRow> Closed,
        IReadOnlyDictionary<(Guid, string), SuspendedMonth> Suspended);

    private sealed record ClosedRow(Guid InternshipId, string Month, long GivenBack, long Renounced);

    private sealed record SchemeRow(Guid InternshipId, DateOnly ValidFrom, Guid SchemeId);

    private sealed record DowryRow(Guid InternshipId, Guid BeneficiaryId, InternshipState State, DateOnly? EndedOn, long Reckoned, long Kept, int Released);

    private sealed record ReturnedRow(Guid Id, Guid BeneficiaryId, long Cents, string Month);

    private sealed record RefusedRow(Guid BeneficiaryId, string? Account, ReturnReason Reason);

    private sealed record DayRow(Guid InternshipId, DateOnly Day, int Minutes);
}
