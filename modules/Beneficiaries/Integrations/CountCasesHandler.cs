using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.CompanyNetwork.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>
/// Counts for reports. Only numbers leave, so whoever may see a report may have them; the rule of small numbers is the report's.
/// Bodies are encrypted: cases are told apart by the body's keyed hash, and each body is opened once.
/// </summary>
internal sealed class CountCasesHandler(IDbSession db, IMediator mediator, SensitiveFields sensitive, TimeProvider clock) : IRequestHandler<CountCases, CaseCounts>
{
    private const int AtOnce = 20;

    // A list of fixed length, because the engines have no common way to pass one of any length.
    private const string Select = $"""
        select c.id as Id, p.gender as Gender, c.referring_body_hash as BodyHash, c.referring_body_cipher as BodyCipher,
               case when {MarkBook.StaysOutOfStatistics} then 1 else 0 end as StaysOut
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.id in (@C0, @C1, @C2, @C3, @C4, @C5, @C6, @C7, @C8, @C9, @C10, @C11, @C12, @C13, @C14, @C15, @C16, @C17, @C18, @C19)
        """;

    public async Task<CaseCounts> Handle(CountCases request, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Row>();
        foreach (var chunk in request.CaseIds.Distinct().Chunk(AtOnce))
        {
            var args = Enumerable.Range(0, AtOnce).ToDictionary(i => $"C{i}", i => (object?)(i < chunk.Length ? chunk[i] : chunk[0]));
            args["Today"] = clock.Today();
            foreach (var row in await db.QueryAsync<Row>(Select, args, cancellationToken))
            {
                found[row.Id] = row;
            }
        }

        var bodies = found.Values.Where(row => row.StaysOut == 0).GroupBy(row => row.BodyHash).ToDictionary(rows => rows.Key, rows => sensitive.OpenId(rows.First().BodyCipher));
        var addiction = bodies.Count == 0
            ? []
            : (await mediator.Send(new DescribePartnerBodies([.. bodies.Values]), cancellationToken)).Where(body => body.Kind == "addictionService").Select(body => body.Id).ToHashSet();
        var named = request.CaseIds.Select(id => found.GetValueOrDefault(id)).OfType<Row>().ToArray();
        var counted = named.Where(row => row.StaysOut == 0).ToArray();
        return new(counted.Count(row => row.Gender is Gender.Woman), counted.Count(row => addiction.Contains(bodies[row.BodyHash])), named.Length - counted.Length);
    }

    private sealed record Row(Guid Id, Gender Gender, string BodyHash, string BodyCipher, int StaysOut);
}
