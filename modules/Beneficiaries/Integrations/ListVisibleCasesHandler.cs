using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Need to know for the lists of other modules.</summary>
internal sealed class ListVisibleCasesHandler(IDbSession db, NeedToKnow needToKnow, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListVisibleCases, IReadOnlyList<VisibleCase>>
{
    private const string Select = """
        select c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, c.manager_id as CaseManagerId
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  1 = 1
        """;

    private const string Order = "order by p.sort_name, c.id";

    public async Task<IReadOnlyList<VisibleCase>> Handle(ListVisibleCases request, CancellationToken cancellationToken)
    {
        // An educator, a coordinator or the platform itself: whoever else asks sees no person at all.
        if (!needToKnow.IsPlatform && !user.Has(BeneficiariesModule.Read))
        {
            return [];
        }

        var sql = new ListSql(Select).OnlyVisibleCases(needToKnow).OrderBy(Order);
        var rows = await db.QueryAsync<Row>(sql, new { Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() }, cancellationToken);
        return [.. rows.Select(row => new VisibleCase(row.CaseId, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.CaseManagerId))];
    }

    private sealed record Row(Guid CaseId, Guid BeneficiaryId, string Surname, string Name, Guid CaseManagerId);
}
