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
