using InclusionPlatform.Beneficiaries.People;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>Opens the minutes of a fixed ranking; logged.</summary>
internal sealed record GetMinutes(Guid ProgrammeId, Guid? CohortId) : IQuery<RankingMinutes>;

internal static class GetMinutesEndpoint
{
    public static void MapGetMinutes(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/{programmeId:guid}/ranking/minutes", Handle)
        .WithName("getRankingMinutes")
        .WithSummary("Read the minutes with which a ranking was fixed")
        .RequireRight(SelectionRoom.Select);

    private static Task<RankingMinutes> Handle(Guid programmeId, Guid? cohortId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetMinutes(programmeId, cohortId), ct);
}

internal sealed class GetMinutesHandler(CohortDesk desk, SensitiveFields sensitive, IAuditTrail audit) : IRequestHandler<GetMinutes, RankingMinutes>
{
    public async Task<RankingMinutes> Handle(GetMinutes request, CancellationToken cancellationToken)
    {
        var cohort = await desk.FindAsync(request.ProgrammeId, request.CohortId, cancellationToken);
        var minutes = sensitive.Open<RankingMinutes>(cohort.MinutesCipher) ?? throw new NotFoundException("minutes");
        audit.Reads("cohort", cohort.Id, "read-minutes");
        return minutes;
    }
}
