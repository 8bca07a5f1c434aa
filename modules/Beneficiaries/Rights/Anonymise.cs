using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Beneficiaries.Rights.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>Makes a person anonymous for good: what statistics count stays, what tells who it was goes, the key is destroyed afterwards.</summary>
internal sealed record Anonymise(Guid Id, AnonymisationReason? Reason) : ICommand, IGoesOnWhileRestricted;

internal static class AnonymiseEndpoint
{
    /// <summary>Why.</summary>
    internal sealed record AnonymisationBody(AnonymisationReason? Reason);

    public static void MapAnonymise(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapPost("/{id:guid}/anonymisation", Handle)
        .WithName("anonymiseBeneficiary")
        .WithSummary("Make a person anonymous for good, keeping what statistics count")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid id, AnonymisationBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new Anonymise(id, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class AnonymiseValidator : AbstractValidator<Anonymise>
{
    public AnonymiseValidator() => RuleFor(request => request.Reason).NotNull().IsInEnum();
}

internal sealed class AnonymiseHandler(NeedToKnow needToKnow, RetentionDesk desk, Anonymiser anonymiser, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<Anonymise, Unit>
{
    public async Task<Unit> Handle(Anonymise request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.PersonAsync(request.Id, Sight.Registry, cancellationToken);
        var standing = await desk.StandingAsync(seen.Id, cancellationToken);
        if (!needToKnow.IsPlatform && !needToKnow.IsCoordinator && standing.LastManagerId != user.Id)
        {
            throw new ForbiddenException("case.manager-only", new(
                "Questa decisione spetta all'operatore di riferimento o al coordinatore: chiedere a loro.",
                "This decision belongs to the case manager or the coordinator: ask them."));
        }

        CanBeAnonymised.Check(standing.OpenCase, standing.Unsettled, standing.Marks, request.Reason!.Value, standing.DueOn, clock.Today());
        await anonymiser.AnonymiseAsync(seen.Id, request.Reason.Value, cancellationToken);
        audit.Changes("beneficiary", seen.Id);
        return Unit.Value;
    }
}
