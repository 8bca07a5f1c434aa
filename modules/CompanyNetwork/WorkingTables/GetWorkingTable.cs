using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.WorkingTables;

/// <summary>Reads a table with its members.</summary>
internal sealed record GetWorkingTable(Guid Id) : IQuery<WorkingTable>;

internal static class GetWorkingTableEndpoint
{
    public static void MapGetWorkingTable(this IEndpointRouteBuilder tables) => tables
        .MapGet("/{workingTableId:guid}", Handle)
        .WithName("getWorkingTable")
        .WithSummary("Read a working table with its members")
        .RequireRight(CompanyNetworkModule.ReadPartnerBodies);

    private static async Task<VersionedOk<WorkingTable>> Handle(Guid workingTableId, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetWorkingTable(workingTableId), ct));
}

internal sealed class GetWorkingTableHandler(IDbSession db) : IRequestHandler<GetWorkingTable, WorkingTable>
{
    private const string SelectTable = """
        select id as Id, version as Version, name as Name, kind as Kind, purpose as Purpose, closed_on as ClosedOn
        from   company_network_working_table
        where  id = @Id
        """;

    private const string SelectMembers = """
        select    m.body_id as BodyId, b.name as BodyName, m.person_id as PersonId, p.name as PersonName, p.role as PersonRole
        from      company_network_table_member m
        join      company_network_partner_body b on b.id = m.body_id
        left join company_network_body_person p on p.id = m.person_id
        where     m.table_id = @Id
        order by  b.sort_name, b.id
        """;

    public async Task<WorkingTable> Handle(GetWorkingTable request, CancellationToken cancellationToken)
    {
        var table = await db.FindAsync<WorkingTableRow>(SelectTable, new { request.Id }, cancellationToken) ?? throw new NotFoundException("working-table");
        var members = await db.QueryAsync<TableMember>(SelectMembers, new { request.Id }, cancellationToken);
        return new(table.Id, table.Version, table.Name, table.Kind, table.Purpose, table.ClosedOn, members);
    }
}
