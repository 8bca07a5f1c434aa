using InclusionPlatform.Internships.Allowances;
using InclusionPlatform.Internships.Contracts;
using MediatR;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>Tells which programme pays which internship.</summary>
internal sealed class InternshipsPaidByProgrammesHandler(IDbSession db) : IRequestHandler<InternshipsPaidByProgrammes, IReadOnlyList<InternshipPaid>>
{
    private const string Select = $"""
        select i.id as InternshipId, a.programme_id as ProgrammeId, i.starts_on as StartsOn, coalesce(i.ended_on, i.ends_on) as EndsOn
        from   internships_internship i
        join   internships_allowance_assignment a on a.internship_id = i.id
        where  a.programme_id is not null and i.state <> 'cancelled' and i.case_id in {Batches.Keys}
        """;

    public Task<IReadOnlyList<InternshipPaid>> Handle(InternshipsPaidByProgrammes request, CancellationToken cancellationToken) =>
        db.QueryInBatchesAsync<Guid, InternshipPaid>(Select, request.CaseIds, null, cancellationToken);
}

/// <summary>Tells what the internships take of a programme.</summary>
internal sealed class AllowancesOfProgrammeHandler(ProgrammeBudget budget) : IRequestHandler<AllowancesOfProgramme, long>
{
    public async Task<long> Handle(AllowancesOfProgramme request, CancellationToken cancellationToken) =>
        (await budget.StateAsync(await budget.ProgrammeAsync(request.ProgrammeId, cancellationToken), cancellationToken)).InternshipCents;
}

/// <summary>Tells what is still owed to a person.</summary>
internal sealed class OpenPaymentsOfPersonHandler(IDbSession db) : IRequestHandler<OpenPaymentsOfPerson, OpenPayments>
{
    private const string SumWaiting = """
        select coalesce(sum(cents), 0)
        from   internships_allowance_payment
        where  beneficiary_id = @BeneficiaryId and cents > 0 and (state = 'pending' or (state = 'returned' and repaid_in is null))
        """;

    private const string SumKept = """
        select coalesce(sum(item.kept_cents), 0)
        from   internships_allowance_item item
        join   internships_internship i on i.id = item.internship_id
        where  i.beneficiary_id = @BeneficiaryId
        """;

    private const string CountUnlisted = """
        select count(*)
        from   internships_internship i
        join   internships_allowance_assignment a on a.internship_id = i.id
        join   internships_attendance_month r on r.internship_id = i.id
        where  i.beneficiary_id = @BeneficiaryId and a.programme_id is not null and r.state = 'closed'
               and not exists (select 1 from internships_allowance_item item where item.internship_id = r.internship_id and item.month = r.month and item.register_version >= r.version)
               and not exists (select 1 from internships_allowance_closing closing where closing.internship_id = r.internship_id and closing.month = r.month and closing.state = 'closed' and closing.register_version >= r.version)
        """;

    public async Task<OpenPayments> Handle(OpenPaymentsOfPerson request, CancellationToken cancellationToken)
    {
        var waiting = await db.ScalarAsync<long>(SumWaiting, new { request.BeneficiaryId }, cancellationToken);
        var kept = await db.ScalarAsync<long>(SumKept, new { request.BeneficiaryId }, cancellationToken);
        return new(waiting + kept, await db.ScalarAsync<int>(CountUnlisted, new { request.BeneficiaryId }, cancellationToken));
    }
}
