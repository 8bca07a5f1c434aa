using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.Internships.Allowances;

/// <summary>What is due of pay lists, for the office that pays: closed registers that are on no list, lists that await approval, transfers that came back.</summary>
internal sealed class DueAllowances(IDbSession db, IMediator mediator) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectUnlisted = """
        select   a.programme_id as ProgrammeId, count(*) as Registers, min(r.closed_at) as Since
        from     internships_allowance_assignment a
        join     internships_attendance_month r on r.internship_id = a.internship_id
        where    a.programme_id is not null and r.state = 'closed'
                 and not exists (select 1 from internships_allowance_item item where item.internship_id = r.internship_id and item.month = r.month and item.register_version >= r.version)
        group by a.programme_id
        order by a.programme_id
        """;

    private const string SelectToApprove = """
        select   id as Id, programme_id as ProgrammeId, month as Month, submitted_at as SubmittedAt
        from     internships_allowance_run
        where    state = 'toApprove' and submitted_by <> @Me and computed_by <> @Me
        order by submitted_at, id
        """;

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
            counters.Add(new("allowanceRunToApprove", waiting.Count, Urgency.Today, "/allowances?state=toApprove", "allowances"));
        }

        if (unlisted.Count > 0)
        {
            counters.Add(new("registersToPay", unlisted.Sum(row => row.Registers), Urgency.Week, "/allowances", "allowances"));
        }

        return new([.. tasks.Take(Most)], counters);
    }

    private sealed record UnlistedRow(Guid ProgrammeId, int Registers, DateTimeOffset? Since);

    private sealed record RunRow(Guid Id, Guid ProgrammeId, string Month, DateTimeOffset SubmittedAt);
}
