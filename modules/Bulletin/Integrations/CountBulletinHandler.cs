using InclusionPlatform.Bulletin.Contracts;
using MediatR;

namespace InclusionPlatform.Bulletin.Integrations;

internal sealed class CountBulletinHandler(IDbSession db) : IRequestHandler<CountBulletin, BulletinYear>
{
    private const string Select = """
        select e.number as Number, (select count(*) from bulletin_delivery d where d.edition_id = e.id) as Addresses
        from   bulletin_edition e
        where  e.sent_at >= @From and e.sent_at < @Until
        order by e.number desc
        """;

    public async Task<BulletinYear> Handle(CountBulletin request, CancellationToken cancellationToken)
    {
        var year = new DateOnly(request.Year, 1, 1);
        var last = await db.TopAsync<Last>(Select, new { From = year.StartInItaly(), Until = year.AddYears(1).StartInItaly() }, 1, cancellationToken);
        return last is [var edition] ? new(edition.Number, edition.Addresses) : new(null, 0);
    }

    private sealed record Last(int Number, int Addresses);
}
