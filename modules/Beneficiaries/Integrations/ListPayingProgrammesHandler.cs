using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Names the programmes for choosing what pays something, or the one that was chosen.</summary>
internal sealed class ListPayingProgrammesHandler(IDbSession db) : IRequestHandler<ListPayingProgrammes, IReadOnlyList<PayingProgramme>>, IRequestHandler<FindPayingProgramme, PayingProgramme?>
{
    private const string Columns = "select id as Id, name as Name, starts_on as StartsOn, ends_on as EndsOn from beneficiaries_programme";
    private const string Select = $"{Columns} order by name, id";
    private const string SelectOne = $"{Columns} where id = @Id";

    public Task<PayingProgramme?> Handle(FindPayingProgramme request, CancellationToken cancellationToken) => db.FindAsync<PayingProgramme>(SelectOne, new { request.Id }, cancellationToken);

    public Task<IReadOnlyList<PayingProgramme>> Handle(ListPayingProgrammes request, CancellationToken cancellationToken) => db.QueryAsync<PayingProgramme>(Select, null, cancellationToken);
}
