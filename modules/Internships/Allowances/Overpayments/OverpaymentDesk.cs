using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Attendance;

namespace InclusionPlatform.Internships.Allowances.Overpayments;

/// <summary>
/// Finds what was paid too much and cannot be set off any more: the internships that the programme pays the person are over, their months are all closed and reckoned, nothing came back from the
/// bank, no dowry is kept and no open list has them. As long as something may still come, the next list takes back by itself what it can.
/// </summary>
internal sealed class OverpaymentDesk(IDbSession db, RunReckoner reckoner, ISuspendedDays suspensions)
{
    private const string Columns = """
        select a.programme_id as ProgrammeId, i.id as InternshipId, i.beneficiary_id as BeneficiaryId, r.month as Month, r.version as RegisterVersion, r.closed_at as ClosedAt,
               (select coalesce(sum(known.version), 0) from internships_allowance_closing known where known.internship_id = i.id and known.month = r.month) as Closings
        from   internships_allowance_assignment a
        join   internships_internship i on i.id = a.internship_id
        join   internships_attendance_month r on r.internship_id = i.id
        where  a.programme_id is not null and i.state in ('ended', 'endedEarly') and r.state = 'closed'
               and exists (select 1 from internships_allowance_item item where item.internship_id = r.internship_id and item.month = r.month and item.kind in ('month', 'difference'))
               and not exists (select 1 from internships_allowance_item item where item.internship_id = r.internship_id and item.month = r.month and item.register_version >= r.version)
               and not exists (select 1 from internships_allowance_closing closing where closing.internship_id = r.internship_id and closing.month = r.month and closing.state = 'closed' and closing.register_version >= r.version)
        """;

    private const string OfProgramme = "and a.programme_id = @ProgrammeId";
    private const string OfInternship = "and i.id = @InternshipId";

    private const string SelectPaid = $"""
        select i.id as InternshipId, i.beneficiary_id as BeneficiaryId, a.programme_id as ProgrammeId, i.state as State, i.starts_on as StartsOn, coalesce(i.ended_on, i.ends_on) as LastDay
        from   internships_internship i
        join   internships_allowance_assignment a on a.internship_id = i.id
        where  a.programme_id is not null and i.state <> 'cancelled' and i.beneficiary_id in {Batches.Keys}
        """;

    // On a list that is open still, or back from the bank.
    private const string SelectOnTheWay = $"""
        select payment.beneficiary_id as BeneficiaryId, run.programme_id as ProgrammeId
        from   internships_allowance_payment payment
        join   internships_allowance_run run on run.id = payment.run_id
        where  (run.state <> 'frozen' or (payment.state = 'returned' and payment.repaid_in is null)) and payment.beneficiary_id in {Batches.Keys}
        """;

    private const string SelectClosedMonths = $"select internship_id as InternshipId, month as Month from internships_attendance_month where state = 'closed' and internship_id in {Batches.Keys}";

    /// <summary>Those of all programmes or of one, who waits longest first. One statement where there are none.</summary>
    public async Task<IReadOnlyList<Overpayment>> OpenAsync(Guid? programmeId, CancellationToken ct) =>
        await ReckonAsync(await db.QueryAsync<Candidate>(new ListSql(Columns).When(programmeId is not null, OfProgramme).ToString(), new { ProgrammeId = programmeId }, ct), ct);

    /// <summary>Those of an internship.</summary>
    public async Task<IReadOnlyList<Overpayment>> OfInternshipAsync(Guid internshipId, CancellationToken ct) =>
        await ReckonAsync(await db.QueryAsync<Candidate>(new ListSql(Columns).When(true, OfInternship).ToString(), new { InternshipId = internshipId }, ct), ct);

    /// <summary>The one of this month, or null where there is none to be closed.</summary>
    public async Task<Overpayment?> FindAsync(Guid internshipId, string month, CancellationToken ct) => (await OfInternshipAsync(internshipId, ct)).FirstOrDefault(one => one.Month == month);

    private async Task<IReadOnlyList<Overpayment>> ReckonAsync(IReadOnlyList<Candidate> candidates, CancellationToken ct)
    {
        if (candidates.Count == 0)
        {
            return [];
        }

        var asked = candidates.Select(one => (one.BeneficiaryId, one.ProgrammeId)).ToHashSet();
        Guid[] people = [.. candidates.Select(one => one.BeneficiaryId).Distinct()];
        var all = (await db.QueryInBatchesAsync<Guid, Paid>(SelectPaid, people, null, ct)).Where(one => asked.Contains((one.BeneficiaryId, one.ProgrammeId))).ToLookup(one => one.IsOver);
        Paid[] paid = [.. all[true]];
        var onTheWay = (await db.QueryInBatchesAsync<Guid, OnTheWay>(SelectOnTheWay, people, null, ct)).Select(one => (one.BeneficiaryId, one.ProgrammeId)).Concat(all[false].Select(one => (one.BeneficiaryId, one.ProgrammeId)));
        Guid[] ids = [.. paid.Select(one => one.InternshipId)];
        var payers = paid.ToDictionary(one => one.InternshipId, one => (one.BeneficiaryId, one.ProgrammeId));
        var (items, keeping) = await reckoner.OfInternshipsAsync(ids, ct);
        var toCome = await MonthsToComeAsync(paid, ids, ct);
        var somethingComes = toCome.Concat(keeping).Concat(items.Where(item => item.Cents > 0 || item.KeptCents > 0).Select(item => item.InternshipId!.Value)).Select(id => payers[id]).Concat(onTheWay).ToHashSet();
        var owed = items.Where(item => item.Cents < 0).ToDictionary(item => (item.InternshipId!.Value, item.Month), item => -item.Cents);
        return
        [
            .. candidates.Where(one => !somethingComes.Contains((one.BeneficiaryId, one.ProgrammeId)) && owed.ContainsKey((one.InternshipId, one.Month)))
                .Select(one => new Overpayment(
                    one.InternshipId, one.BeneficiaryId, one.Month, one.ProgrammeId, owed[(one.InternshipId, one.Month)], one.RegisterVersion, one.ClosedAt, one.RegisterVersion + one.Closings))
                .OrderBy(one => one.Since).ThenBy(one => one.Month, StringComparer.Ordinal).ThenBy(one => one.InternshipId),
        ];
    }

    /// <summary>The internships of which a month has no closed register yet, unless it was all rest: something may still come of it.</summary>
    private async Task<IReadOnlyList<Guid>> MonthsToComeAsync(IReadOnlyList<Paid> paid, Guid[] ids, CancellationToken ct)
    {
        var closed = (await db.QueryInBatchesAsync<Guid, ClosedMonth>(SelectClosedMonths, ids, null, ct)).ToHashSet();
        var suspended = await suspensions.BetweenAsync(ids, paid.Min(one => one.StartsOn), paid.Max(one => one.LastDay), ct);
        bool Waits(Paid one)
        {
            var rest = suspended.GetValueOrDefault(one.InternshipId);
            for (var month = RegisterMonth.Of(one.StartsOn); month.First <= one.LastDay; month = month.Next)
            {
                var (first, last) = (one.StartsOn > month.First ? one.StartsOn : month.First, one.LastDay < month.Last ? one.LastDay : month.Last);
                if (!closed.Contains(new(one.InternshipId, month.Text)) && Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Any(day => rest?.Contains(first.AddDays(day)) != true))
                {
                    return true;
                }
            }

            return false;
        }

        return [.. paid.Where(Waits).Select(one => one.InternshipId)];
    }

    private sealed record Candidate(Guid ProgrammeId, Guid InternshipId, Guid BeneficiaryId, string Month, int RegisterVersion, DateTimeOffset? ClosedAt, int Closings);

    private sealed record Paid(Guid InternshipId, Guid BeneficiaryId, Guid ProgrammeId, InternshipState State, DateOnly StartsOn, DateOnly LastDay)
    {
        public bool IsOver => State is InternshipState.Ended or InternshipState.EndedEarly;
    }

    private sealed record OnTheWay(Guid BeneficiaryId, Guid ProgrammeId);

    private sealed record ClosedMonth(Guid InternshipId, string Month);
}
