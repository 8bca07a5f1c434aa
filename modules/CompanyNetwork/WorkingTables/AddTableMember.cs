using InclusionPlatform.CompanyNetwork.PartnerBodies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.WorkingTables;

/// <summary>Gives a body a seat at a table.</summary>
/// <param name="TableId">The table.</param>
/// <param name="BodyId">The body: it sits there once.</param>
/// <param name="PersonId">Who sits there for it, if that is known.</param>
internal sealed record AddTableMember(Guid TableId, Guid BodyId, Guid? PersonId) : ICommand<AddedTableMember>;

internal sealed record AddedTableMember(Guid BodyId);

internal static class AddTableMemberEndpoint
{
    internal sealed record TableMemberBody(Guid BodyId, Guid? PersonId);

    public static void MapAddTableMember(this IEndpointRouteBuilder tables) => tables
        .MapPost("/{workingTableId:guid}/members", Handle)
        .WithName("addTableMember")
        .WithSummary("Give a body a seat at a table")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<AddedTableMember>> Handle(Guid workingTableId, TableMemberBody body, IMediator mediator, CancellationToken ct)
    {
        var added = await mediator.Send(new AddTableMember(workingTableId, body.BodyId, body.PersonId), ct);
        return TypedResults.Created($"/api/v1/working-tables/{workingTableId}/members/{added.BodyId}", added);
    }
}

internal sealed class AddTableMemberHandler(IDbSession db, BodyLookup bodies, IAuditTrail audit) : IRequestHandler<AddTableMember, AddedTableMember>
{
    private const string GrowTable = "update company_network_working_table set version = version + 1 where id = @TableId";

    private const string InsertMember = "insert into company_network_table_member (table_id, body_id, person_id) values (@TableId, @BodyId, @PersonId)";

    public async Task<AddedTableMember> Handle(AddTableMember request, CancellationToken cancellationToken)
    {
        if (await db.ExecuteAsync(GrowTable, new { request.TableId }, cancellationToken) == 0)
        {
            throw new NotFoundException("working-table");
        }

        await bodies.RequireAsync(request.BodyId, request.PersonId, cancellationToken);
        audit.Changes("working-table", request.TableId);
        await db.ExecuteAsync(InsertMember, request, cancellationToken, () => new ConflictException("working-table.member-already", new(
            "Questo ente è già tra i componenti del tavolo: per cambiare chi lo rappresenta, modificare la sua riga.",
            "This body is already a member of the table: to change who represents it, edit its row.")));
        return new(request.BodyId);
    }
}
