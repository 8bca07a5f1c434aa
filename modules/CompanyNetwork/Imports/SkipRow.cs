using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Leaves a row out of the import, or takes it back in.</summary>
internal sealed record SkipRow(Guid Id, int Number, bool Skipped) : ICommand;

/// <param name="Skipped">False takes the row in again; true when not given.</param>
internal sealed record RowSkipping(bool? Skipped);

internal static class SkipRowEndpoint
{
    public static void MapSkipRow(this IEndpointRouteBuilder imports) => imports
        .MapPost("/{importId:guid}/rows/{number:int}/skipping", Handle)
        .WithName("skipImportRow")
        .WithSummary("Leave a row out, or take it back in")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<CorrectedRow>> Handle(Guid importId, int number, RowSkipping? body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SkipRow(importId, number, body?.Skipped ?? true), ct);
        return TypedResults.Ok(await mediator.Send(new LookAtRow(importId, number), ct));
    }
}

internal sealed class SkipRowHandler(IDbSession db, ImportDesk desk, IAuditTrail audit) : IRequestHandler<SkipRow, Unit>
{
    private const string UpdateRow = "update company_network_import_row set skipped = @Skipped where import_id = @Id and row_number = @Number";

    public async Task<Unit> Handle(SkipRow request, CancellationToken cancellationToken)
    {
        await desk.OpenForChangeAsync(request.Id, cancellationToken);
        audit.Changes("company-import", request.Id);
        return await db.ExecuteAsync(UpdateRow, new { request.Id, request.Number, request.Skipped }, cancellationToken) == 1 ? Unit.Value : throw new NotFoundException("import-row");
    }
}
