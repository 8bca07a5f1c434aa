using InclusionPlatform.Beneficiaries.Selection;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>What money may be assigned to a participant for, and what another programme pays already.</summary>
internal sealed record ListFundableActions(Guid ProgrammeId, Guid CandidateId) : IQuery<IReadOnlyList<FundableAction>>;

internal static class ListFundableActionsEndpoint
{
    public static void MapListFundableActions(this IEndpointRouteBuilder programmes) => programmes
        .MapGet("/{programmeId:guid}/candidates/{id:guid}/fundable-actions", Handle)
        .WithName("listFundableActions")
        .WithSummary("List the internships, courses and actions of the plan that money may be assigned for; équipe only, logged")
        .RequireRight(BeneficiariesModule.Write);

    private static Task<IReadOnlyList<FundableAction>> Handle(Guid programmeId, Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListFundableActions(programmeId, id), ct);
}

internal sealed class ListFundableActionsHandler(CohortDesk desk, PersonActions actions, IAuditTrail audit) : IRequestHandler<ListFundableActions, IReadOnlyList<FundableAction>>
{
    public async Task<IReadOnlyList<FundableAction>> Handle(ListFundableActions request, CancellationToken cancellationToken)
    {
        var candidate = await desk.CandidateAsync(request.ProgrammeId, request.CandidateId, cancellationToken);
        desk.DemandFull(candidate);
        if (candidate.PersonId is not { } personId)
        {
            return [];
        }

        audit.Reads("beneficiary", personId, "read-fundable-actions");
        return await actions.OfAsync(personId, request.ProgrammeId, cancellationToken);
    }
}
