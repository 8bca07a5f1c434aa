using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Selection;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Grants;

/// <summary>Ends an assignment early: what was not spent goes back to the line.</summary>
internal sealed record RevokeGrant(Guid ProgrammeId, Guid Id, int Version, long? SpentCents, string? Reason) : ICommand, IGoesOnWhileRestricted;

internal static class RevokeGrantEndpoint
{
    /// <summary>What was spent, and why it ends.</summary>
    internal sealed record RevocationBody(long? SpentCents, string? Reason);

    public static void MapRevokeGrant(this IEndpointRouteBuilder programmes) => programmes
        .MapPost("/{programmeId:guid}/grants/{id:guid}/revocation", Handle)
        .WithName("revokeGrant")
        .WithSummary("End an assignment early; what was not spent goes back to the line")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid programmeId, Guid id, IfMatch match, RevocationBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeGrant(programmeId, id, match.Version, body.SpentCents, body.Reason), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RevokeGrantValidator : AbstractValidator<RevokeGrant>
{
    public RevokeGrantValidator()
    {
        RuleFor(grant => grant.SpentCents).NotNull().GreaterThanOrEqualTo(0);
        RuleFor(grant => grant.Reason).MaximumLength(2000);
        RuleFor(grant => grant.Reason).Must(reason => reason?.Trim().Length >= WritePointsValidator.LeastReason).WithErrorCode("grant.reason-needed")
            .WithMessage(_ => new Words("Scrivere il perché (almeno 10 caratteri).", "Write why (at least 10 characters).").ToString());
    }
}

internal sealed class RevokeGrantHandler(IDbSession db, CohortDesk desk, GrantBook book, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<RevokeGrant, Unit>
{
    private const string Select = "select candidate_id as CandidateId, beneficiary_id as PersonId, cents as Cents, state as State from beneficiaries_grant where id = @Id and programme_id = @ProgrammeId";

    private const string Revoke = """
        update beneficiaries_grant
        set    state = 'revoked', cents = @SpentCents, reason_cipher = @Reason, revoked_at = @Now, revoked_by = @Me, version = version + 1
        where  id = @Id and version = @Version and state = 'assigned'
        """;

    public async Task<Unit> Handle(RevokeGrant request, CancellationToken cancellationToken)
    {
        var kept = await db.FindAsync<Kept>(Select, new { request.Id, request.ProgrammeId }, cancellationToken) ?? throw new NotFoundException("grant");
        desk.DemandSeen(await desk.CandidateAsync(request.ProgrammeId, kept.CandidateId, cancellationToken));
        if (kept.State is GrantState.Revoked)
        {
            throw new ConflictException("grant.revoked", new("Questa assegnazione è già chiusa: nulla è cambiato.", "This assignment has ended already: nothing was changed."));
        }

        if (request.SpentCents > kept.Cents)
        {
            throw new FieldException("spentCents", "grant.spent-more", new("Non si può aver speso più di quanto è assegnato.", "More than was assigned cannot have been spent."));
        }

        await book.HoldProgrammeAsync(request.ProgrammeId, cancellationToken);
        var row = new { request.Id, request.Version, request.SpentCents, Reason = desk.SealText(kept.PersonId, request.Reason), Now = clock.GetUtcNow(), Me = user.Id };
        if (await db.ExecuteAsync(Revoke, row, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("grant", request.Id);
        audit.Changes("beneficiary", kept.PersonId);
        return Unit.Value;
    }

    private sealed record Kept(Guid CandidateId, Guid PersonId, long Cents, GrantState State);
}
