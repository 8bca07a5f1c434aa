using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Each referring body of the year once; one encrypted value of each is enough to know it.</summary>
internal sealed class ListReferringBodiesHandler(IDbSession db, SensitiveFields sensitive) : IRequestHandler<ListReferringBodies, IReadOnlyList<Guid>>
{
    private const string Select = """
        select   min(referring_body_cipher)
        from     beneficiaries_case
        where    opened_on <= @To and (closed_on is null or closed_on >= @From)
        group by referring_body_hash
        """;

    public async Task<IReadOnlyList<Guid>> Handle(ListReferringBodies request, CancellationToken cancellationToken)
    {
        var ciphers = await db.QueryAsync<string>(Select, new { From = new DateOnly(request.Year, 1, 1), To = new DateOnly(request.Year, 12, 31) }, cancellationToken);
        return [.. ciphers.Select(sensitive.OpenId)];
    }
}
