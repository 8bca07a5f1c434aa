using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Leaves somebody to the next list, or takes them back on this one. The list is reckoned again.</summary>
internal sealed record HoldPayee(Guid Id, int Version, Guid? BeneficiaryId, bool Held) : ICommand;

internal static class HoldPayeeEndpoints
{
    internal sealed record PayeeHold(Guid? BeneficiaryId);

    public static void MapHoldPayee(this IEndpointRouteBuilder runs)
    {
        runs.MapPost("/{id:guid}/holds", Hold).WithName("holdPayee").WithSummary("Leave somebody to the next pay list").RequireRight(InternshipsModule.Pay);
        runs.MapPost("/{id:guid}/hold-releases", Release).WithName("releasePayee").WithSummary("Take somebody who was held back on the pay list").RequireRight(InternshipsModule.Pay);
    }

    private static async Task<NoContent> Hold(Guid id, PayeeHold body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new HoldPayee(id, match.Version, body.BeneficiaryId, true), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Release(Guid id, PayeeHold body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new HoldPayee(id, match.Version, body.BeneficiaryId, false), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class HoldPayeeValidator : AbstractValidator<HoldPayee>
{
    public HoldPayeeValidator() => RuleFor(hold => hold.BeneficiaryId).NotEmpty();
}

internal sealed class HoldPayeeHandler(IDbSession db, RunBook book, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<HoldPayee, Unit>
{
    private const string CountPayments = "select count(*) from internships_allowance_payment where run_id = @Id and beneficiary_id = @BeneficiaryId";
    private const string Insert = "insert into internships_allowance_hold (run_id, beneficiary_id, held_at, held_by) values (@Id, @BeneficiaryId, @At, @By)";
    private const string Delete = "delete from internships_allowance_hold where run_id = @Id and beneficiary_id = @BeneficiaryId";

    public async Task<Unit> Handle(HoldPayee request, CancellationToken cancellationToken)
    {
        var run = await book.FindAsync(request.Id, cancellationToken);
        RunBook.DemandVersion(run, request.Version);
        RunBook.Demand(run, RunState.Draft);
        var args = new { run.Id, request.BeneficiaryId, At = clock.GetUtcNow(), By = user.Id };
        if (request.Held && await db.ScalarAsync<int>(CountPayments, args, cancellationToken) == 0)
        {
            throw new NotFoundException("payment", request.BeneficiaryId);
        }

        if (await db.ExecuteAsync(request.Held ? Insert : Delete, args, cancellationToken) == 0)
        {
            throw new NotFoundException("payment", request.BeneficiaryId);
        }

        await book.ReckonAgainAsync(run, cancellationToken);
        audit.Changes("allowance-run", run.Id);
        audit.Changes("beneficiary", request.BeneficiaryId!.Value);
        return Unit.Value;
    }
}
