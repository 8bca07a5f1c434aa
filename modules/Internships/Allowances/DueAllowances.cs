using System.Globalization;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Overpayments;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Attendance;
using MediatR;

namespace InclusionPlatform.Internships.Allowances;

/// <summary>
/// What is due of pay lists, for the office that pays: lists that await approval, approved ones of which the bank's answer is not recorded, and what is on no list yet: closed registers, transfers
/// that came back, dowries kept until the end. What was paid too much and no list can take back any more is told apart from the registers, of which it would be one.
/// </summary>
internal sealed class DueAllowances(IDbSession db, OverpaymentDesk overpayments, IMediator mediator) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectWaiting = $"""
        select   waiting.programme_id as ProgrammeId, waiting.kind as Kind, count(*) as Number, min(waiting.closed_at) as ClosedAt, min(waiting.since) as Since
        {ListUnlistedRegistersHandler.From}
        group by waiting.programme_id, waiting.kind
        order by waiting.programme_id, waiting.kind
        """;

    private const string SelectToApprove = $"""
        select   run.id as Id, run.programme_id as ProgrammeId, run.month as Month, run.submitted_at as SubmittedAt, run.execute_on as ExecuteOn
        from     internships_allowance_run run
        where    run.state = 'toApprove' {ListRunsHandler.ByOthers}
        order by run.submitted_at, run.id
        """;

    private const string SelectToSettle = $"""
        select   run.id as Id, run.programme_id as ProgrammeId, run.month as Month, run.submitted_at as SubmittedAt, run.execute_on as ExecuteOn
        from     internships_allowance_run run
        where    1 = 1 {ListRunsHandler.IsUnsettled}
        order by run.execute_on, run.id
        """;

    private const string CountToApprove = $"select count(*) from internships_allowance_run run where run.state = 'toApprove' {ListRunsHandler.ByOthers}";
    private const string CountToSettle = $"select count(*) from internships_allowance_run run where 1 = 1 {ListRunsHandler.IsUnsettled}";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Pay))
        {
            return DueWork.None;
        }

        var args = new { Me = user.Id };
        var waiting = await db.QueryAsync<WaitingRow>(SelectWaiting, null, ct);
        var overpaid = waiting.Any(row => row.Kind is WaitingKind.Register) ? await overpayments.OpenAsync(null, ct) : [];
        if (overpaid.Count > 0)
        {
            var tooMuch = overpaid.GroupBy(one => one.ProgrammeId).ToDictionary(group => group.Key, group => group.Count());
            waiting = [.. waiting.Select(row => row.Kind is WaitingKind.Register ? row with { Number = row.Number - tooMuch.GetValueOrDefault(row.ProgrammeId) } : row).Where(row => row.Number > 0)];
        }

        var toApprove = await db.TopAsync<RunRow>(SelectToApprove, args, Most, ct);
        var toSettle = await db.TopAsync<RunRow>(SelectToSettle, args, Most, ct);
        Guid[] programmes = [.. waiting.Select(row => row.ProgrammeId).Concat(toApprove.Select(row => row.ProgrammeId)).Concat(toSettle.Select(row => row.ProgrammeId)).Concat(overpaid.Select(one => one.ProgrammeId)).Distinct()];
        if (programmes.Length == 0)
        {
            return DueWork.None;
        }

        var names = (await mediator.Send(new DescribeProgrammes(programmes), ct)).ToDictionary(one => one.Id, one => one.Name);
        string NameOf(Guid programmeId) => names.GetValueOrDefault(programmeId, "");
        DueTask[] tasks =
        [
            .. toApprove.Select(row => new DueTask("allowanceRunToApprove", NameOf(row.ProgrammeId), MonthOf(row), row.SubmittedAt?.InItaly(), Urgency.Today, $"/allowances/{row.Id}")),
            .. toSettle.Select(row => new DueTask("transfersToSettle", NameOf(row.ProgrammeId), MonthOf(row), row.ExecuteOn, UrgencyOf(row, today), $"/allowances/{row.Id}")),
            .. waiting.Select(row => new DueTask(
                TaskOf(row.Kind), NameOf(row.ProgrammeId), HowMany(row).ToString(), row.ClosedAt?.InItaly() ?? row.Since, Urgency.Week, $"/allowances?programmeId={row.ProgrammeId}")),
            .. overpaid.GroupBy(one => one.ProgrammeId).Select(group => new DueTask(
                TooMuch, NameOf(group.Key), Euros(group.Sum(one => one.Cents)), group.Min(one => one.Since)?.InItaly(), Urgency.Week, $"/allowances/overpayments?programmeId={group.Key}")),
        ];
        var counters = new List<DueCounter>();
        if (toApprove.Count > 0)
        {
            var count = toApprove.Count < Most ? toApprove.Count : await db.ScalarAsync<int>(CountToApprove, args, ct);
            counters.Add(new("allowanceRunToApprove", count, Urgency.Today, "/allowances?state=toApprove&byOthers=true", Area));
        }

        if (toSettle.Count > 0)
        {
            var count = toSettle.Count < Most ? toSettle.Count : await db.ScalarAsync<int>(CountToSettle, args, ct);
            counters.Add(new("transfersToSettle", count, UrgencyOf(toSettle[0], today), "/allowances?unsettled=true", Area));
        }

        counters.AddRange(waiting.GroupBy(row => row.Kind).OrderBy(group => group.Key).Select(group =>
            new DueCounter(TaskOf(group.Key), group.Sum(row => row.Number), Urgency.Week, $"/allowances/registers?kind={group.Key.Code()}", Area)));
        if (overpaid.Count > 0)
        {
            counters.Add(new(TooMuch, overpaid.Count, Urgency.Week, "/allowances/overpayments", Area));
        }

        return new([.. tasks.Take(Most)], counters);
    }

    private const string TooMuch = "allowanceOverpaid";
    private const string Area = "allowances";

    /// <summary>Until the bank's day there is the file to be sent; from then on its answer is to be recorded.</summary>
    private static Urgency UrgencyOf(RunRow row, DateOnly today) => row.ExecuteOn < today ? Urgency.Late : row.ExecuteOn == today ? Urgency.Today : Urgency.Week;

    private static string TaskOf(WaitingKind kind) => kind switch
    {
        WaitingKind.Register => "registersToPay",
        WaitingKind.Returned => "transfersToRepeat",
        _ => "dowriesToPay",
    };

    private static Words HowMany(WaitingRow row) => ((row.Kind, row.Number) switch
    {
        (WaitingKind.Register, 1) => new Words("{0} registro chiuso", "{0} closed register"),
        (WaitingKind.Register, _) => new Words("{0} registri chiusi", "{0} closed registers"),
        (WaitingKind.Returned, 1) => new Words("{0} bonifico tornato indietro", "{0} transfer that came back"),
        (WaitingKind.Returned, _) => new Words("{0} bonifici tornati indietro", "{0} transfers that came back"),
        (_, 1) => new Words("{0} dote messa da parte", "{0} kept dowry"),
        _ => new Words("{0} doti messe da parte", "{0} kept dowries"),
    }).With(row.Number);

    private static string Euros(long cents) => new Words("{0:N2} € pagati in più", "{0:N2} € paid too much").With(cents / 100m).ToString();

    private static string MonthOf(RunRow row)
    {
        string In(string language) => RegisterMonth.Read(row.Month).First.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(language));
        return new Words(In("it-IT"), In("en-GB")).ToString();
    }

    private sealed record WaitingRow(Guid ProgrammeId, WaitingKind Kind, int Number, DateTimeOffset? ClosedAt, DateOnly? Since);

    private sealed record RunRow(Guid Id, Guid ProgrammeId, string Month, DateTimeOffset? SubmittedAt, DateOnly? ExecuteOn);
}
