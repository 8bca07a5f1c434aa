using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Integrations;

/// <summary>Need to know for the lists of other modules.</summary>
internal sealed class ListVisibleCasesHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListVisibleCases, IReadOnlyList<VisibleCase>>, IRequestHandler<ListCasesOfOwnTeams, IReadOnlyList<VisibleCase>?>, IRequestHandler<FindVisibleCases, IReadOnlyList<VisibleCase>>
{
    private const string Select = """
        select c.id as CaseId, p.id as BeneficiaryId, p.surname as Surname, p.name as Name, c.manager_id as CaseManagerId,
               (select count(*) from beneficiaries_case_member t
                where  t.case_id = c.id and t.user_id = @Me and t.from_on <= @Today and (t.to_on is null or t.to_on >= @Today)) as Memberships,
               (select count(*) from beneficiaries_emergency_access g where g.beneficiary_id = p.id and g.user_id = @Me and g.expires_at > @Now) as Emergencies
        from   beneficiaries_case c
        join   beneficiaries_person p on p.id = c.beneficiary_id
        where  1 = 1
        """;

    private const string These = $"and c.id in {Batches.Keys}";

    private const string Order = "order by p.sort_name, c.id";

    // An educator, a coordinator or the platform itself: whoever else asks sees no person at all.
    private bool SeesNobody => !needToKnow.IsPlatform && !user.Has(BeneficiariesModule.Read);

    public async Task<IReadOnlyList<VisibleCase>> Handle(ListVisibleCases request, CancellationToken cancellationToken)
    {
        if (SeesNobody)
        {
            return [];
        }

        var sql = new ListSql(Select).OnlyVisibleCases(needToKnow);
        var rows = request.Among is { } among
            ? await db.QueryInBatchesAsync<Guid, Row>(sql.When(true, These).ToString(), among, Whose(), cancellationToken)
            : await db.QueryAsync<Row>(sql.OrderBy(Order), Whose(), cancellationToken);
        return Shown(rows);
    }

    public async Task<IReadOnlyList<VisibleCase>?> Handle(ListCasesOfOwnTeams request, CancellationToken cancellationToken) =>
        needToKnow.IsPlatform || needToKnow.IsCoordinator ? null : await Handle(new ListVisibleCases(), cancellationToken);

    public async Task<IReadOnlyList<VisibleCase>> Handle(FindVisibleCases request, CancellationToken cancellationToken)
    {
        var words = new SoughtNames(request.Text, sensitive);
        if (SeesNobody || words.IsEmpty)
        {
            return [];
        }

        var args = new Dictionary<string, object?> { ["Me"] = user.Id, ["Today"] = clock.Today(), ["Now"] = clock.GetUtcNow() };
        words.AddTo(args);
        await words.ChooseRarestAsync(db, args, cancellationToken);
        return Shown(await db.TopAsync<Row>(new ListSql(Select).OnlyVisibleCases(needToKnow).Called(words).OrderBy(Order), args, request.Most, cancellationToken));
    }

    private object Whose() => new { Me = user.Id, Today = clock.Today(), Now = clock.GetUtcNow() };

    private VisibleCase[] Shown(IReadOnlyList<Row> rows) => [.. rows.Select(row => new VisibleCase(row.CaseId, row.BeneficiaryId, $"{row.Surname} {row.Name}", row.CaseManagerId, needToKnow.IsPlatform || row.Memberships + row.Emergencies > 0))];

    private sealed record Row(Guid CaseId, Guid BeneficiaryId, string Surname, string Name, Guid CaseManagerId, int Memberships, int Emergencies);
}
