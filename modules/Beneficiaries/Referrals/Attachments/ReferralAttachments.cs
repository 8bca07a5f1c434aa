using InclusionPlatform.Shared.Documents;

namespace InclusionPlatform.Beneficiaries.Referrals.Attachments;

/// <summary>A paper that came with a referral.</summary>
/// <param name="AddedBySystem">Whether a third-party system sent it.</param>
internal sealed record ReferralAttachment(Guid Id, string FileName, string ContentType, int Bytes, DateTimeOffset AddedAt, string? AddedByName, bool AddedBySystem);

/// <summary>Reads the papers of a referral for whoever has been let in.</summary>
internal sealed class ReferralAttachments(IDbSession db, IDocumentStore documents, IColleagues colleagues)
{
    private const string Select = """
        select id as Id, added_at as AddedAt, added_by as AddedBy, added_by_kind as AddedByKind
        from   beneficiaries_referral_attachment
        where  referral_id = @ReferralId
        order by added_at, id
        """;

    public async Task<IReadOnlyList<ReferralAttachment>> OfAsync(Guid referralId, CancellationToken ct)
    {
        var rows = await db.QueryAsync<Row>(Select, new { ReferralId = referralId }, ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var kept = (await documents.DescribeAsync(rows.Select(row => row.Id), ct)).ToDictionary(document => document.Id);
        var names = await colleagues.NamesAsync(ct);
        return [.. rows.Where(row => kept.ContainsKey(row.Id)).Select(row => new ReferralAttachment(
            row.Id, kept[row.Id].Name, kept[row.Id].ContentType, kept[row.Id].Bytes, row.AddedAt, names.GetValueOrDefault(row.AddedBy), row.AddedByKind == ActorKind.Client))];
    }

    private sealed record Row(Guid Id, DateTimeOffset AddedAt, Guid AddedBy, ActorKind AddedByKind);
}
