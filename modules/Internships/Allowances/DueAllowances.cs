using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Allowances.Runs;
using MediatR;

namespace InclusionPlatform.Internships.Allowances;

/// <summary>What is due of pay lists, for the office that pays: closed registers that are on no list, lists that await approval, transfers that came back.</summary>
internal sealed class DueAllowances(IDbSession db, IMediator mediator) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectUnlisted = $"""
        select   a.programme_id as ProgrammeId, count(*) as Registers, min(r.closed_at) as Since
        {ListUnlistedRegistersHandler.From}
        group by a.programme_id
        order by a.programme_id
        """;

    private const string SelectToApprove = $"""
        select   run.id as Id, run.programme_id as ProgrammeId, run.month as Month, run.submitted_at as SubmittedAt
        from     internships_allowance_run run
        where    run.state = 'toApprove' {ListRunsHandler.ByOthers}
        order by run.submitted_at, run.id
        """;

    private const string CountToApprove = $"select count(*) from internships_allowance_run run where run.state = 'toApprove' {ListRunsHandler.ByOthers}";

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Pay))
        {
            return DueWork.None;
        }

        var unlisted = await db.QueryAsync<UnlistedRow>(SelectUnlisted, null, ct);
        var waiting = await db.TopAsync<RunRow>(SelectToApprove, new { Me = user.Id }, Most, ct);
        Guid[] programmes = [.. unlisted.Select(row => row.ProgrammeId).Concat(waiting.Select(row => row.ProgrammeId)).Distinct()];
        if (programmes.Length == 0)
        {
            return DueWork.None;
        }

        var names = (await mediator.Send(new DescribeProgrammes(programmes), ct)).ToDictionary(one => one.Id, one => one.Name);
        DueTask[] tasks =
        [
            .. waiting.Select(row => new DueTask("allowanceRunToApprove", names.GetValueOrDefault(row.ProgrammeId, ""), row.Month, row.SubmittedAt.InItaly(), Urgency.Today, $"/allowances/{row.Id}")),
            .. unlisted.Select(row => new DueTask(
                "registersToPay", names.GetValueOrDefault(row.ProgrammeId, ""), new Words("{0} registri chiusi", "{0} closed registers").With(row.Registers).ToString(), row.Since?.InItaly(), Urgency.Week,
                $"/allowances?programmeId={row.ProgrammeId}")),
        ];
        var counters = new List<DueCounter>();
        if (waiting.Count > 0)
        {
            var count = waiting.Count < Most ? waiting.Count : await db.ScalarAsync<int>(CountToApprove, new { Me = user.Id }, ct);
            counters.Add(new("allowanceRunToApprove", count, Urgency.Today, "/allowances?state=toApprove&byOthers=true", "allowances"));
        }

        if (unlisted.Count > 0)
        {
            counters.Add(new("registersToPay", unlisted.Sum(row => row.Registers), Urgency.Week, "/allowances/registers", "allowances"));
        }

        return new([.. tasks.Take(Most)], counters);
    }

    private sealed record UnlistedRow(Guid ProgrammeId, int Registers, DateTimeOffset? Since);

    private sealed record RunRow(Guid Id, Guid ProgrammeId, string Month, DateTimeOffset SubmittedAt);
}
