using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.WorkingTables;

/// <summary>Sets up a working table or a steering committee.</summary>
internal sealed record CreateWorkingTable(WorkingTableData Table) : ICommand<CreatedWorkingTable>;

internal sealed record CreatedWorkingTable(Guid Id, int Version);

internal static class CreateWorkingTableEndpoint
{
    public static void MapCreateWorkingTable(this IEndpointRouteBuilder tables) => tables
        .MapPost("/", Handle)
        .WithName("createWorkingTable")
        .WithSummary("Set up a working table or a steering committee")
        .RequireRight(CompanyNetworkModule.WritePartnerBodies);

    private static async Task<Created<CreatedWorkingTable>> Handle(WorkingTableData body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(new CreateWorkingTable(body), ct);
        return TypedResults.Created($"/api/v1/working-tables/{created.Id}", created);
    }
}

internal sealed class CreateWorkingTableValidator : AbstractValidator<CreateWorkingTable>
{
    public CreateWorkingTableValidator() => RuleFor(request => request).Custom((request, context) => WorkingTableDataValidator.Check(request.Table, context.AddFailure));
}

internal sealed class CreateWorkingTableHandler(IDbSession db, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CreateWorkingTable, CreatedWorkingTable>
{
    private const string InsertTable = """
        insert into company_network_working_table (id, version, name, sort_name, kind, purpose, closed_on, created_at, updated_at)
        values (@Id, 1, @Name, @SortName, @Kind, @Purpose, @ClosedOn, @At, @At)
        """;

    public async Task<CreatedWorkingTable> Handle(CreateWorkingTable request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var table = request.Table.Tidy();
        audit.Changes("working-table", id);
        await db.ExecuteAsync(
            InsertTable, new { Id = id, table.Name, SortName = CompanyWords.SortName(table.Name), Kind = table.Kind.Code(), table.Purpose, table.ClosedOn, At = now }, cancellationToken);
        return new(id, 1);
    }
}
