using InclusionPlatform.Shared.Documents;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>
/// Documents of people that end or have ended, for their case manager. One that a later one of its kind replaces is not asked for, and one of an attestation is told of
/// with the attestation. Which document it is is not said on the home page.
/// </summary>
internal sealed class DueDocuments(IDbSession db) : IDueWorkSource
{
    private const int Most = 20;

    private const string SelectExpiring = """
        select p.id as Id, p.surname as Surname, p.name as Name, d.valid_until as DueOn
        from   beneficiaries_case c
        join   beneficiaries_document d on d.beneficiary_id = c.beneficiary_id
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  c.manager_id = @Me and c.closed_on is null and d.valid_until <= @Until and d.attestation_id is null
               and (d.kind in ('other', 'qualification') or not exists (
                   select 1 from beneficiaries_document e
                   where  e.beneficiary_id = d.beneficiary_id and e.kind = d.kind and e.id <> d.id and e.attestation_id is null and (e.valid_until is null or e.valid_until > d.valid_until)))
        order by d.valid_until, d.id
        """;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(BeneficiariesModule.Write))
        {
            return DueWork.None;
        }

        var rows = await db.TopAsync<Row>(SelectExpiring, new { Me = user.Id, Until = today.AddDays(DocumentValidity.DaysBefore) }, Most, ct);
        return new(
            [.. rows.Select(row => new DueTask(
                "beneficiary.document-expiring", $"{row.Surname} {row.Name}", null, row.DueOn, row.DueOn < today ? Urgency.Late : row.DueOn == today ? Urgency.Today : Urgency.Week,
                $"/beneficiaries/{row.Id}#documents"))],
            []);
    }

    private sealed record Row(Guid Id, string Surname, string Name, DateOnly DueOn);
}
