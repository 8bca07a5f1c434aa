using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Documents;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>
/// Encrypts anew, with the keys of the people, what was written under the common key: before there were keys of people, or while a referral had no person yet (ADR 34).
/// So are the few texts that were once written in clear (<see cref="ClearColumn"/>). A little at a time, each text in its own statement and only if it is still the one that was read: stopped at any instant nothing is lost, and the next run goes on.
/// </summary>
internal sealed record SealWithPersonKeys : IRequest<int>;

internal sealed class SealWithPersonKeysHandler(IDbSession db, SensitiveFields sensitive, IDocumentStore documents) : IRequestHandler<SealWithPersonKeys, int>
{
    private const int AtOnce = 500;

    // Short codes: many of them are soon done, and none should stay in clear for days.
    private const int ClearAtOnce = 5_000;

    private const string SelectDocuments = """
        select id as Id, beneficiary_id as Person, title_cipher as Cipher
        from   beneficiaries_document
        where  title_cipher like 'CfDJ8%'
        order by 1
        """;

    private const string SelectAttachments = """
        select t.id as Id, r.beneficiary_id as Person, '' as Cipher
        from   beneficiaries_referral_attachment t
        join   beneficiaries_referral r on r.id = t.referral_id
        join   beneficiaries_person p on p.id = r.beneficiary_id
        where  p.anonymised_at is null and r.content_cipher like 'CfDJ8%'
        order by 1
        """;

    private const string Order = "order by 1";

    public async Task<int> Handle(SealWithPersonKeys request, CancellationToken cancellationToken)
    {
        // The papers first: their titles and referrals, still under the common key, tell that they are still to be done.
        foreach (var select in new[] { SelectDocuments, SelectAttachments })
        {
            foreach (var row in await db.TopAsync<Row>(select, null, AtOnce, cancellationToken))
            {
                await documents.GiveToAsync(row.Id, row.Person, cancellationToken);
            }
        }

        var count = 0;
        foreach (var column in ClearColumn.All)
        {
            foreach (var row in await db.TopAsync<ClearRow>(new ListSql(column.Select).OrderBy(Order), null, ClearAtOnce, cancellationToken))
            {
                // Without a person the reason tells nothing of one: it is counted, under the common key as the referring body is.
                var text = row.Anonymous == 1 ? sensitive.SealText(row.Text) : sensitive.SealText(row.Person, row.Text);
                count += await db.ExecuteAsync(column.Write, new { row.Id, row.Text, Sealed = text }, cancellationToken);
            }
        }

        foreach (var column in SealedColumn.All)
        {
            foreach (var row in await db.TopAsync<Row>(new ListSql(column.UnderCommonKey).OrderBy(Order), null, AtOnce, cancellationToken))
            {
                count += await db.ExecuteAsync(column.Write, new { row.Id, row.Cipher, Sealed = sensitive.SealText(row.Person, sensitive.OpenText(row.Cipher)) }, cancellationToken);
            }
        }

        return count;
    }

    private sealed record Row(Guid Id, Guid Person, string Cipher);

    private sealed record ClearRow(Guid Id, Guid Person, string Text, int Anonymous);
}
