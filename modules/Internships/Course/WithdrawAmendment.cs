using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Course;

/// <summary>Takes back an amendment whose day has not come: it never held, so nothing of it stays.</summary>
internal sealed record WithdrawAmendment(Guid Id, Guid AmendmentId, int Version) : ICommand;

internal static class WithdrawAmendmentEndpoint
{
    public static void MapWithdrawAmendment(this IEndpointRouteBuilder internships) => internships
        .MapDelete("/{id:guid}/amendments/{amendmentId:guid}", Handle)
        .WithName("withdrawAmendment")
        .WithSummary("Take back an amendment whose day has not come")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(Guid id, Guid amendmentId, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawAmendment(id, amendmentId, match.Version), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class WithdrawAmendmentHandler(IDbSession db, VisibleInternships internships, IAuditTrail audit) : IRequestHandler<WithdrawAmendment, Unit>
{
    private const string Delete = "delete from internships_amendment where id = @AmendmentId and internship_id = @Id and applied_at is null";

    private const string Move = "update internships_internship set version = version + 1 where id = @Id and version = @Version";

    public async Task<Unit> Handle(WithdrawAmendment request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (await db.ExecuteAsync(Move, new { row.Id, request.Version }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        if (await db.ExecuteAsync(Delete, new { row.Id, request.AmendmentId }, cancellationToken) == 0)
        {
            throw new NotFoundException("amendment");
        }

        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return Unit.Value;
    }
}
