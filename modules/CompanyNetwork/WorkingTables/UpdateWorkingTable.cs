using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.WorkingTables;

/// <summary>Rewrites what a table is; also ends it.</summary>
internal sealed record UpdateWorkingTable(Guid Id, int Version, WorkingTableData Table) : ICommand<WorkingTable>;

internal static class UpdateWorkingTableEndpoint
{
    public static void MapUpdateWorkingTable(this IEndpointRouteBuilder tables) => tables
        .MapPut("/{workingTableId:guid}", Handle)
        .WithName("updateWorkingTable")
        .WithSummary("Change a working table")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<VersionedOk<WorkingTable>> Handle(Guid workingTableId, WorkingTableData body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new UpdateWorkingTable(workingTableId, match.Version, body), ct));
}

internal sealed class UpdateWorkingTableValidator : AbstractValidator<UpdateWorkingTable>
{
    public UpdateWorkingTableValidator() => RuleFor(request => request).Custom((request, context) => WorkingTableDataValidator.Check(request.Table, context.AddFailure));
}

internal sealed class UpdateWorkingTableHandler(IDbSession db, IMediator mediator, IAuditTrail audit, TimeProvider clock) : IRequestHandler<UpdateWorkingTable, WorkingTable>
{
    private const string UpdateTable = """
        update company_network_working_table
        set    version = version + 1, name = @Name, sort_name = @SortName, kind = @Kind, purpose = @Purpose, closed_on = @ClosedOn, updated_at = @At
        where  id = @Id and version = @Version
        """;

    private const string CountTables = "select count(*) from company_network_working_table where id = @Id";

    public async Task<WorkingTable> Handle(UpdateWorkingTable request, CancellationToken cancellationToken)
    {
        var table = request.Table.Tidy();
        audit.Changes("working-table", request.Id);
        var changed = await db.ExecuteAsync(
            UpdateTable,
            new { request.Id, request.Version, table.Name, SortName = CompanyWords.SortName(table.Name), Kind = table.Kind.Code(), table.Purpose, table.ClosedOn, At = clock.GetUtcNow() },
            cancellationToken);
        if (changed == 0)
        {
            throw await db.ScalarAsync<int>(CountTables, new { request.Id }, cancellationToken) == 0 ? new NotFoundException("working-table") : new StaleVersionException();
        }

        return await mediator.Send(new GetWorkingTable(request.Id), cancellationToken);
    }
}
