using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Attendance;
using MediatR;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>
/// Tells whether anything that a list was reckoned from has changed since, without reckoning it again and without opening an account: a digest of the very rows that <see cref="RunReckoner"/> reads, of
/// what it wrote, and of the build that reckons. It may differ where nothing that matters changed, never the other way round.
/// </summary>
internal sealed class RunBasis(IDbSession db, IMediator mediator)
{
    // Of the whole programme, where the reckoning asks for the internships at hand. Days count by themselves only where they are suspended: else the version of their register tells.
    private const string SelectSuspensions = """
        select   s.internship_id, s.from_on, s.to_on, s.withdrawn_at
        from     internships_allowance_assignment a
        join     internships_suspension s on s.internship_id = a.internship_id
        where    a.programme_id = @ProgrammeId
        order by s.internship_id, s.from_on, s.id
        """;

    private const string SelectSuspendedDays = """
        select   d.internship_id, d.day, d.minutes
        from     internships_allowance_assignment a
        join     internships_suspension s on s.internship_id = a.internship_id
        join     internships_attendance_day d on d.internship_id = s.internship_id and d.day >= s.from_on and (s.to_on is null or d.day <= s.to_on)
        where    a.programme_id = @ProgrammeId
        order by d.internship_id, d.day, s.id
        """;

    // Only this room writes an open list: that it is all there is enough.
    private const string SumPayments = "select count(*), count(account_cipher), count(problem), sum(cents) from internships_allowance_payment where run_id = @RunId";
    private const string SumItems = "select count(*), sum(cents), sum(kept_cents), sum(register_version) from internships_allowance_item where run_id = @RunId";
    private const string SelectPayees = "select beneficiary_id from internships_allowance_payment where run_id = @RunId";

    /// <summary>A digest to which the reckoning adds what it reads: begun before it, so that what changes while it reads is told as changed.</summary>
    public async Task<RowDigest> BeginAsync(Guid programmeId, CancellationToken ct)
    {
        var digest = new RowDigest();
        digest.Add(typeof(RunReckoner).Module.ModuleVersionId.ToString());
        var args = new { ProgrammeId = programmeId };
        await db.DigestAsync(SelectSuspensions, args, digest, ct);
        await db.DigestAsync(SelectSuspendedDays, args, digest, ct);
        return digest;
    }

    /// <summary>The digest of a list that has been reckoned and written.</summary>
    public async Task<string> EndAsync(RowDigest begun, Guid runId, string payeesDigest, CancellationToken ct)
    {
        var args = new { RunId = runId };
        await db.DigestAsync(SumPayments, args, begun, ct);
        await db.DigestAsync(SumItems, args, begun, ct);
        begun.Add(payeesDigest);
        return begun.End();
    }

    /// <summary>The digest of a list as things are now.</summary>
    public async Task<string> NowAsync(Guid runId, Guid programmeId, RegisterMonth month, CancellationToken ct)
    {
        var args = new { ProgrammeId = programmeId, Month = month.Text, RunId = runId };
        using var digest = await BeginAsync(programmeId, ct);
        foreach (var text in RunReckoner.Read)
        {
            await db.DigestAsync(text, args, digest, ct);
        }

        var payees = await mediator.Send(new DigestPayees(await db.QueryAsync<Guid>(SelectPayees, args, ct)), ct);
        return await EndAsync(digest, runId, payees, ct);
    }
}
