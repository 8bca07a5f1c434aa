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
internal sealed record TransferCase(Guid CaseId, Guid? UserId, TransferReason? Reason, bool Leaves, string? Note) : ICommand;

internal static class TransferCaseEndpoint
{
    /// <summary>To whom and why.</summary>
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

internal sealed class TransferCaseHandler(
    IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IColleagues colleagues, INotifications notifications, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<TransferCase, Unit>
{
    private const string EndFormer = """
        update beneficiaries_case_member
        set    to_on = case when from_on > @Today then from_on else @Today end
        where  case_id = @CaseId and user_id = @Former and to_on is null
        """;

    // Whoever was on the équipe in another role goes on as case manager from today.
    private const string EndNewcomer = "update beneficiaries_case_member set to_on = @Yesterday where case_id = @CaseId and user_id = @UserId and from_on < @Today and (to_on is null or to_on >= @Today)";

    private const string DropNewcomer = "delete from beneficiaries_case_member where case_id = @CaseId and user_id = @UserId and from_on >= @Today";

    private const string InsertMember = """
        insert into beneficiaries_case_member (id, case_id, beneficiary_id, user_id, role, from_on)
        values (@MemberId, @CaseId, @BeneficiaryId, @UserId, 'caseManager', @Today)
        """;

    private const string InsertTransfer = """
        insert into beneficiaries_case_transfer (id, case_id, from_user_id, to_user_id, reason, note_cipher, transferred_on, transferred_by)
        values (@Id, @CaseId, @Former, @UserId, @Reason, @Note, @Today, @By)
        """;

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

        if (!(await colleagues.AllAsync(cancellationToken)).Any(colleague => colleague.Id == request.UserId && Team.MayJoin(colleague)))
        {
            throw new FieldException("userId", "member.unknown", new(
                "Nell'équipe possono entrare educatori e coordinatori con un account attivo: scegliere dall'elenco.",
                "Only educators and coordinators with an active account may join a team: choose from the list."));
        }

        var now = clock.GetUtcNow();
        var today = clock.Today();
        var row = new
        {
            Id = Guid.CreateVersion7(now),
            MemberId = Guid.CreateVersion7(now),
            request.CaseId,
            seen.BeneficiaryId,
            Former = seen.ManagerId,
            UserId = request.UserId!.Value,
            Reason = request.Reason!.Value.Code(),
            Note = string.IsNullOrWhiteSpace(request.Note) ? null : sensitive.SealText(request.Note.Trim()),
            Today = today,
            Yesterday = today.AddDays(-1),
            By = user.Id,
        };
        await Team.HandOverAsync(db, seen, row.UserId, cancellationToken);
        if (request.Leaves)
        {
            await db.ExecuteAsync(EndFormer, row, cancellationToken);
        }

        await db.ExecuteAsync(EndNewcomer, row, cancellationToken);
        await db.ExecuteAsync(DropNewcomer, row, cancellationToken);
        await db.ExecuteAsync(InsertMember, row, cancellationToken);
        await db.ExecuteAsync(InsertTransfer, row, cancellationToken);
        await notifications.NotifyAsync([row.UserId], "case.transferred", null, $"/beneficiaries/{seen.BeneficiaryId}", cancellationToken);
        audit.Changes("case", seen.Id);
        audit.Changes("beneficiary", seen.BeneficiaryId);
        return Unit.Value;
    }
}
