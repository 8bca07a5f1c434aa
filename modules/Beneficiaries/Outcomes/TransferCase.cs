using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Cases.Rules;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>
/// Another operator answers for the case from today: told under the bell, with a note of what is going on. The former one leaves the équipe or stays as educator.
/// A passage to another service is the closing with outcome <c>transferred</c>.
/// </summary>
internal sealed record TransferCase(Guid CaseId, Guid? UserId, TransferReason? Reason, bool Leaves, string? Note) : ICommand, IGoesOnWhileRestricted;

internal static class TransferCaseEndpoint
{
    /// <summary>To whom and why.</summary>
    /// <param name="Leaves">Whether the former case manager leaves the équipe.</param>
    internal sealed record CaseTransferBody(Guid? UserId, TransferReason? Reason, bool Leaves, string? Note);

    public static void MapTransferCase(this IEndpointRouteBuilder cases) => cases
        .MapPost("/{caseId:guid}/transfers", Handle)
        .WithName("transferCase")
        .WithSummary("Hand a case over to another operator")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<NoContent> Handle(Guid caseId, CaseTransferBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new TransferCase(caseId, body.UserId, body.Reason, body.Leaves, body.Note), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class TransferCaseValidator : AbstractValidator<TransferCase>
{
    public TransferCaseValidator()
    {
        RuleFor(transfer => transfer.UserId).NotNull();
        RuleFor(transfer => transfer.Reason).NotNull().IsInEnum();
        RuleFor(transfer => transfer.Note).MaximumLength(4000);
    }
}

internal sealed class TransferCaseHandler(NeedToKnow needToKnow, SensitiveFields sensitive, CaseHandover handover) : IRequestHandler<TransferCase, Unit>
{
    public async Task<Unit> Handle(TransferCase request, CancellationToken cancellationToken)
    {
        var seen = await needToKnow.CaseAsync(request.CaseId, Sight.Registry, cancellationToken);
        needToKnow.DemandManager(seen);
        if (seen.ClosedOn is not null)
        {
            throw new RuleBrokenException("case.is-closed", new("La presa in carico è chiusa: per passarla a un collega, prima riaprirla.", "The case is closed: to hand it over, reopen it first."));
        }

        if (request.UserId == seen.ManagerId)
        {
            throw new FieldException("userId", "transfer.same", new("È già l'operatore di riferimento: scegliere un altro collega.", "They are the case manager already: choose somebody else."));
        }

        needToKnow.DemandNotOneself(seen, request.UserId);
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : sensitive.SealText(seen.BeneficiaryId, request.Note.Trim());
        await handover.PassAsync(seen, request.UserId, request.Reason!.Value, request.Leaves, note, cancellationToken);
        return Unit.Value;
    }
}
