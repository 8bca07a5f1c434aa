using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Names the programmes for choosing what pays something.</summary>
internal sealed class ListPayingProgrammesHandler(IDbSession db) : IRequestHandler<ListPayingProgrammes, IReadOnlyList<PayingProgramme>>
{
    private const string Select = "select id as Id, name as Name, starts_on as StartsOn, ends_on as EndsOn from beneficiaries_programme order by name, id";

    public Task<IReadOnlyList<PayingProgramme>> Handle(ListPayingProgrammes request, CancellationToken cancellationToken) => db.QueryAsync<PayingProgramme>(Select, null, cancellationToken);
}
