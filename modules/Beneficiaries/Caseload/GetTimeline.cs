using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Caseload;

/// <summary>What happened on a case, of all modules, the latest first.</summary>
internal sealed record GetTimeline(Guid CaseId, TimelineKind? Kind, string? Cursor, int? Limit) : IQuery<Page<TimelineEntry>>;

internal static class GetTimelineEndpoint
{
    public static void MapGetTimeline(this IEndpointRouteBuilder cases) => cases
        .MapGet("/{caseId:guid}/timeline", Handle)
        .WithName("getCaseTimeline")
        .WithSummary("What happened on a case, of all modules; it is logged")
        .RequireRight(BeneficiariesModule.Read);

    private static Task<Page<TimelineEntry>> Handle(Guid caseId, string? kind, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetTimeline(caseId, QueryCode.Read<TimelineKind>(kind, "kind"), cursor, limit), ct);
}

internal sealed class GetTimelineHandler(NeedToKnow needToKnow, Timeline timeline, IAuditTrail audit) : IRequestHandler<GetTimeline, Page<TimelineEntry>>
{
    public async Task<Page<TimelineEntry>> Handle(GetTimeline request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", seen.BeneficiaryId, "read-timeline");
        return await timeline.OfAsync(seen, request.Kind, request.Cursor, Paging.Limit(request.Limit), cancellationToken);
    }
}
