using InclusionPlatform.Shared.Documents;

namespace InclusionPlatform.CompanyNetwork.Work;

/// <summary>Documents of companies that end or have ended, for whoever keeps the bank. One that a later one of its kind replaces is not asked for.</summary>
internal sealed class DocumentWork(IDbSession db) : IDueWorkSource
{
    private const int Most = 10;

    private const string SelectExpiring = """
        select c.id as CompanyId, c.name as Name, d.title as Title, d.valid_until as ValidUntil
        from   company_network_document d
               join company_network_company c on c.id = d.company_id
        where  d.valid_until <= @Until and d.valid_until is not null and c.archived_at is null
               and (d.kind = 'other' or not exists (
                   select 1 from company_network_document e
                   where  e.company_id = d.company_id and e.kind = d.kind and e.id <> d.id and (e.valid_until is null or e.valid_until > d.valid_until)))
        order by d.valid_until, d.company_id
        """;

    private const string CountCompanies = """
        select count(distinct c.id)
        from   company_network_document d
               join company_network_company c on c.id = d.company_id
        where  d.valid_until <= @Until and d.valid_until is not null and c.archived_at is null
               and (d.kind = 'other' or not exists (
                   select 1 from company_network_document e
                   where  e.company_id = d.company_id and e.kind = d.kind and e.id <> d.id and (e.valid_until is null or e.valid_until > d.valid_until)))
        """;

    public async Task<DueWork> ForAsync(ICurrentUser user, DateOnly today, CancellationToken ct)
    {
        if (!user.Has(CompanyNetworkModule.WriteCompanies) || !user.Roles.Contains(Role.CompanyOperator))
        {
            return DueWork.None;
        }

        var until = new { Until = today.AddDays(DocumentValidity.DaysBefore) };
        var rows = await db.TopAsync<Row>(SelectExpiring, until, Most, ct);
        return rows.Count == 0 ? DueWork.None : new(
            [.. rows.Select(row => new DueTask("company.document-expiring", row.Name, row.Title, row.ValidUntil, UrgencyOf(row, today), $"/companies/{row.CompanyId}"))],
            [new("company.document-expiring", await db.ScalarAsync<int>(CountCompanies, until, ct), UrgencyOf(rows[0], today), "/companies?documentsExpiring=true", "companies")]);
    }

    private static Urgency UrgencyOf(Row document, DateOnly today) => document.ValidUntil < today ? Urgency.Late : Urgency.Week;

    private sealed record Row(Guid CompanyId, string Name, string Title, DateOnly ValidUntil);
}
