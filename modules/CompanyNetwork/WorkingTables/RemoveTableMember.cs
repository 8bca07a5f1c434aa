using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.WorkingTables;

/// <summary>Takes a body's seat at a table away; it stays in the minutes of the meetings it was at.</summary>
internal sealed record RemoveTableMember(Guid TableId, Guid BodyId) : ICommand;

internal static class RemoveTableMemberEndpoint
{
    public static void MapRemoveTableMember(this IEndpointRouteBuilder tables) => tables
        .MapDelete("/{workingTableId:guid}/members/{bodyId:guid}", Handle)
        .WithName("removeTableMember")
        .WithSummary("Take a body's seat at a table away")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<NoContent> Handle(Guid workingTableId, Guid bodyId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveTableMember(workingTableId, bodyId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class RemoveTableMemberHandler(IDbSession db, IAuditTrail audit) : IRequestHandler<RemoveTableMember, Unit>
{
    private const string DeleteMember = "delete from company_network_table_member where table_id = @TableId and body_id = @BodyId";

    private const string GrowTable = "update company_network_working_table set version = version + 1 where id = @TableId";

    public async Task<Unit> Handle(RemoveTableMember request, CancellationToken cancellationToken)
    {
        if (await db.ExecuteAsync(DeleteMember, request, cancellationToken) == 0)
        {
            throw new NotFoundException("table-member");
        }

        await db.ExecuteAsync(GrowTable, new { request.TableId }, cancellationToken);
        audit.Changes("working-table", request.TableId);
        return Unit.Value;
    }
}
