using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Tells what pays for something.</summary>
internal sealed class DescribeProgrammesHandler(IDbSession db) : IRequestHandler<DescribeProgrammes, IReadOnlyList<ProgrammeLabel>>
{
    private const string Select = $"""
        select p.id as Id, p.name as Name, p.kind as Kind, p.starts_on as StartsOn, p.ends_on as EndsOn,
               (select coalesce(sum(l.cents), 0) from beneficiaries_programme_line l where l.programme_id = p.id and l.kind = 'allowances') as AllowanceCents,
               (select coalesce(sum(g.cents), 0) from beneficiaries_grant g where g.programme_id = p.id) as AssignedCents
        from   beneficiaries_programme p
        where  p.id in {Batches.Keys}
        """;

    public Task<IReadOnlyList<ProgrammeLabel>> Handle(DescribeProgrammes request, CancellationToken cancellationToken) =>
        db.QueryInBatchesAsync<Guid, ProgrammeLabel>(Select, request.Ids, null, cancellationToken);
}
