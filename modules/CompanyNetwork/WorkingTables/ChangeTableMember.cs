using InclusionPlatform.CompanyNetwork.PartnerBodies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.WorkingTables;

/// <summary>Says who sits at a table for a body from now on.</summary>
internal sealed record ChangeTableMember(Guid TableId, Guid BodyId, Guid? PersonId) : ICommand;

internal static class ChangeTableMemberEndpoint
{
    internal sealed record SeatBody(Guid? PersonId);

    public static void MapChangeTableMember(this IEndpointRouteBuilder tables) => tables
        .MapPut("/{workingTableId:guid}/members/{bodyId:guid}", Handle)
        .WithName("changeTableMember")
        .WithSummary("Say who sits at a table for a body")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<NoContent> Handle(Guid workingTableId, Guid bodyId, SeatBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeTableMember(workingTableId, bodyId, body.PersonId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeTableMemberHandler(IDbSession db, BodyLookup bodies, IAuditTrail audit) : IRequestHandler<ChangeTableMember, Unit>
{
    private const string UpdateMember = "update company_network_table_member set person_id = @PersonId where table_id = @TableId and body_id = @BodyId";

    private const string GrowTable = "update company_network_working_table set version = version + 1 where id = @TableId";

    public async Task<Unit> Handle(ChangeTableMember request, CancellationToken cancellationToken)
    {
        if (await db.ExecuteAsync(UpdateMember, request, cancellationToken) == 0)
        {
            throw new NotFoundException("table-member");
        }

        await bodies.RequireAsync(request.BodyId, request.PersonId, cancellationToken);
        await db.ExecuteAsync(GrowTable, new { request.TableId }, cancellationToken);
        audit.Changes("working-table", request.TableId);
        return Unit.Value;
    }
}
