using InclusionPlatform.Beneficiaries.Access;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Plans;

/// <summary>The versions of a case's plan, the latest first, with the progress of the one in force.</summary>
internal sealed record ListPlans(Guid CaseId, string? Cursor, int? Limit) : IQuery<Page<PlanLine>>;

/// <summary>A version in a list.</summary>
/// <param name="Id">The version.</param>
/// <param name="Number">1, 2, 3…</param>
/// <param name="State">Where it stands.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
/// <param name="InForceOn">When it came into force.</param>
/// <param name="EndedOn">When it was superseded or closed.</param>
/// <param name="ChangedAt">When it was last written.</param>
/// <param name="ChangedByName">By whom.</param>
/// <param name="Signers">Signatures asked for.</param>
/// <param name="Signatures">Signatures given.</param>
/// <param name="Done">Actions done; null where it is not in force.</param>
/// <param name="Total">Actions that count; null where it is not in force.</param>
internal sealed record PlanLine(
    Guid Id, int Number, PlanState State, DateOnly? ReviewOn, DateOnly? InForceOn, DateOnly? EndedOn, DateTimeOffset ChangedAt, string? ChangedByName, int Signers, int Signatures, int? Done, int? Total);

internal static class ListPlansEndpoint
{
    public static void MapListPlans(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/plans", Handle)
        .WithName("listPlans")
        .WithSummary("List the versions of a case's individual plan; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<PlanLine>> Handle(Guid caseId, string? cursor, int? limit, IMediator mediator, CancellationToken ct) => mediator.Send(new ListPlans(caseId, cursor, limit), ct);
}

internal sealed class ListPlansHandler(IDbSession db, NeedToKnow needToKnow, PlanDesk desk, PlanFacts facts, IColleagues colleagues, IAuditTrail audit) : IRequestHandler<ListPlans, Page<PlanLine>>
{
    private const string Before = "and l.number < @Before";
    private const string Order = "order by l.number desc";

    public async Task<Page<PlanLine>> Handle(ListPlans request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "read-plan");
        var after = Paging.Decode(request.Cursor, 1) is [var text] && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        var limit = Paging.Limit(request.Limit);
        var sql = new ListSql(PlanRow.Select).When(after is not null, Before).OrderBy(Order);
        var rows = (await db.TopAsync<PlanRow>(sql, new { request.CaseId, Before = after }, limit + 1, cancellationToken)).Select(row => row.OfCase(seen)).ToArray();
        var names = await colleagues.NamesAsync(cancellationToken);
        var inForce = rows.FirstOrDefault(row => row.State is PlanState.InForce);
        var steps = inForce is null ? [] : await facts.ProgressAsync(request.CaseId, desk.Open(inForce), null, cancellationToken);
        var page = Paging.Page(rows, limit, row => [row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return new([.. page.Items.Select(row => new PlanLine(
            row.Id, row.Number, row.State, row.ReviewOn, row.InForceOn, row.EndedOn, row.ChangedAt, names.GetValueOrDefault(row.ChangedBy), row.Signers, row.Signatures,
            row == inForce ? steps.Count(step => step.State is StepState.Done) : null, row == inForce ? steps.Count(step => step.State is not StepState.Dropped) : null))], page.NextCursor);
    }
}
