using InclusionPlatform.Beneficiaries.WaitingList.Rules;
using MediatR;

namespace InclusionPlatform.Beneficiaries.WaitingList;

/// <summary>All criteria ever declared, the latest first.</summary>
internal sealed record ListCriteria : IQuery<IReadOnlyList<WaitingCriteriaView>>;

internal static class ListCriteriaEndpoint
{
    public static void MapListCriteria(this IEndpointRouteBuilder list) => list
        .MapGet("/criteria", Handle)
        .WithName("listWaitingCriteria")
        .WithSummary("List the criteria that were declared for the waiting list")
        .RequireRight(BeneficiariesModule.DecideReferrals);

    private static Task<IReadOnlyList<WaitingCriteriaView>> Handle(IMediator mediator, CancellationToken ct) => mediator.Send(new ListCriteria(), ct);
}

internal sealed class ListCriteriaHandler(IDbSession db, IColleagues colleagues) : IRequestHandler<ListCriteria, IReadOnlyList<WaitingCriteriaView>>
{
    private const int Most = 50;

    private const string Select = """
        select id as Id, valid_from as ValidFrom, note as Note, declared_by as DeclaredBy, declared_at as DeclaredAt
        from   beneficiaries_waiting_criteria
        order by valid_from desc, declared_at desc, id desc
        """;

    private const string SelectItems = $"""
        select criteria_id as CriteriaId, position as Position, criterion as Criterion, points as Points
        from   beneficiaries_waiting_criterion
        where  criteria_id in {Batches.Keys}
        """;

    public async Task<IReadOnlyList<WaitingCriteriaView>> Handle(ListCriteria request, CancellationToken cancellationToken)
    {
        var rows = await db.TopAsync<Row>(Select, null, Most, cancellationToken);
        var items = (await db.QueryInBatchesAsync<Guid, Item>(SelectItems, rows.Select(row => row.Id), null, cancellationToken)).ToLookup(item => item.CriteriaId);
        var names = await colleagues.NamesAsync(cancellationToken);
        return [.. rows.Select(row => new WaitingCriteriaView(
            row.Id, row.ValidFrom, row.Note, names.GetValueOrDefault(row.DeclaredBy), row.DeclaredAt,
            [.. items[row.Id].OrderBy(item => item.Position).Select(item => new WaitingPoints(item.Criterion, item.Points))]))];
    }

    private sealed record Row(Guid Id, DateOnly ValidFrom, string Note, Guid DeclaredBy, DateTimeOffset DeclaredAt);

    private sealed record Item(Guid CriteriaId, int Position, WaitingCriterion Criterion, int Points);
}
