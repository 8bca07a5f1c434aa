using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>A candidate renounces, or is left out of the ranking before it is frozen. A place that becomes free goes to the next in the ranking.</summary>
internal sealed record LeaveSelection(Guid ProgrammeId, Guid Id, bool Renounces, string? Reason) : ICommand<LeftSelection>, IGoesOnWhileRestricted;

/// <summary>What came of it.</summary>
/// <param name="MovedIn">The number of the candidate who got the place, if somebody did.</param>
internal sealed record LeftSelection(int? MovedIn);

internal static class LeaveSelectionEndpoint
{
    /// <summary>Why.</summary>
    internal sealed record LeavingBody(string? Reason);

    public static void MapLeaveSelection(this IEndpointRouteBuilder programmes)
    {
        programmes
            .MapPost("/{programmeId:guid}/candidates/{id:guid}/renunciation", Renounce)
            .WithName("renounceCandidature")
            .WithSummary("A candidate renounces; the next in the ranking moves in")
            .RequireRight(BeneficiariesModule.Write);
        programmes
            .MapPost("/{programmeId:guid}/candidates/{id:guid}/exclusion", Exclude)
            .WithName("excludeCandidate")
            .WithSummary("Leave a candidate out of the ranking, with the reason")
            .RequireRight(SelectionRoom.Select);
    }

    private static Task<LeftSelection> Renounce(Guid programmeId, Guid id, LeavingBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new LeaveSelection(programmeId, id, true, body.Reason), ct);

    private static Task<LeftSelection> Exclude(Guid programmeId, Guid id, LeavingBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new LeaveSelection(programmeId, id, false, body.Reason), ct);
}

internal sealed class LeaveSelectionValidator : AbstractValidator<LeaveSelection>
{
    public LeaveSelectionValidator()
    {
        RuleFor(leaving => leaving.Reason).MaximumLength(2000);
        RuleFor(leaving => leaving.Reason).Must(reason => reason?.Trim().Length >= WritePointsValidator.LeastReason).WithErrorCode("candidate.reason-needed")
            .WithMessage(_ => new Words("Scrivere il perché (almeno 10 caratteri): resta nella storia.", "Write why (at least 10 characters): it stays in the story.").ToString());
    }
}

internal sealed class LeaveSelectionHandler(IDbSession db, CohortDesk desk, SelectionPlaces places, IAuditTrail audit) : IRequestHandler<LeaveSelection, LeftSelection>
{
    private const string Leave = """
        update beneficiaries_candidate
        set    state = @State, version = version + 1
        where  id = @Id and state in ('proposed', 'selected', 'waiting')
        """;

    private const string CountGrants = "select count(*) from beneficiaries_grant where candidate_id = @Id and state = 'assigned'";

    public async Task<LeftSelection> Handle(LeaveSelection request, CancellationToken cancellationToken)
    {
        var candidate = await desk.CandidateAsync(request.ProgrammeId, request.Id, cancellationToken);
        var cohort = await desk.HoldAsync(request.ProgrammeId, candidate.CohortId, cancellationToken);
        if (request.Renounces)
        {
            // Who leaves a candidate out acts by number, because a coordinator may not know who it is; a person renounces with somebody who knows them.
            desk.DemandFull(candidate);
        }
        else
        {
            CohortDesk.DemandOpen(cohort);
        }

        var held = await desk.CandidateAsync(request.ProgrammeId, request.Id, cancellationToken);
        if (await db.ExecuteAsync(Leave, new { request.Id, State = (request.Renounces ? CandidateState.Renounced : CandidateState.Excluded).Code() }, cancellationToken) == 0)
        {
            throw new ConflictException("candidate.left-already", new(
                "Questo candidato non è più in graduatoria: rileggere l'elenco. Nulla è cambiato.", "This candidate is not on the ranking any more: read the list again. Nothing was changed."));
        }

        // Assigning holds the selection too, so nothing is assigned meanwhile.
        if (await db.ScalarAsync<int>(CountGrants, new { request.Id }, cancellationToken) > 0)
        {
            throw new ConflictException("candidate.has-grants", new(
                "A questo candidato sono assegnati dei soldi: chiudere prima l'assegnazione, dicendo quanto è stato speso.",
                "Money is assigned to this candidate: end the assignment first, saying how much was spent."));
        }

        await desk.TellAsync(request.Id, candidate.PersonId, request.Renounces ? CandidateEventKind.Renounced : CandidateEventKind.Excluded, request.Reason, cancellationToken);
        audit.Changes("candidate", request.Id);
        return new(held.State is CandidateState.Selected ? await places.MoveInAsync(cohort, cancellationToken) : null);
    }
}
