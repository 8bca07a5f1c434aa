using FluentValidation;
using InclusionPlatform.Internships.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Gives up an internship that never began. It stays readable, with its reason.</summary>
internal sealed record CancelInternship(Guid Id, string? Reason, InternshipCause? Cause = null) : ICommand;

/// <param name="Reason">Why it is given up, in words.</param>
internal sealed record InternshipCancellation(string? Reason, InternshipCause? Cause = null);

internal static class CancelInternshipEndpoint
{
    public static void MapCancelInternship(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/cancellation", Handle)
        .WithName("cancelInternship")
        .WithSummary("Give up an internship that never began")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, InternshipCancellation body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CancelInternship(id, body.Reason, body.Cause), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class CancelInternshipValidator : AbstractValidator<CancelInternship>
{
    public CancelInternshipValidator() => RuleFor(cancellation => cancellation.Reason).NotEmpty().MaximumLength(2000);
}

internal sealed class CancelInternshipHandler(IDbSession db, VisibleInternships internships, IFieldCipher cipher, IEvents events, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<CancelInternship, Unit>
{
    public async Task<Unit> Handle(CancelInternship request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (row.State is InternshipState.Active && row.StartsOn <= clock.Today())
        {
            throw new ConflictException("internship.already-begun", new(
                "Il tirocinio è già iniziato: non si annulla, si conclude con il suo esito.",
                "The internship has already begun: it is not cancelled but ended, with its outcome."));
        }

        if (row.State is not (InternshipState.Proposed or InternshipState.Active))
        {
            throw WrongState.Of(row.State);
        }

        var cancelled = await db.ExecuteAsync(Cancel, new { row.Id, row.Version, Reason = cipher.Protect(request.Reason!.Trim()), Cause = cipher.Protect(request.Cause?.Code()), At = clock.GetUtcNow(), By = user.Id }, cancellationToken);
        if (cancelled == 0)
        {
            throw new ConflictException("internship.try-again", new(
                "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.",
                "Somebody else changed this internship in the meantime: read it again and retry."));
        }

        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        events.Publish(new InternshipCancelled(row.Id, row.CaseId, row.CompanyId));
        return Unit.Value;
    }

    private const string Cancel = """
        update internships_internship
        set    state = 'cancelled', reason_cipher = @Reason, cause_cipher = @Cause, closed_at = @At, closed_by = @By, version = version + 1
        where  id = @Id and version = @Version and state in ('proposed', 'active')
        """;
}
