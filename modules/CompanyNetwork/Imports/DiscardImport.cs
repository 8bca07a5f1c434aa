using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Throws an import away; what it imported stays.</summary>
internal sealed record DiscardImport(Guid Id) : ICommand;

internal static class DiscardImportEndpoint
{
    public static void MapDiscardImport(this IEndpointRouteBuilder imports) => imports
        .MapDelete("/{importId:guid}", Handle)
        .WithName("discardCompanyImport")
        .WithSummary("Throw an import away")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<NoContent> Handle(Guid importId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DiscardImport(importId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DiscardImportHandler(IDbSession db, ImportDesk desk, IAuditTrail audit) : IRequestHandler<DiscardImport, Unit>
{
    private const string Delete = "delete from company_network_import where id = @Id";

    public async Task<Unit> Handle(DiscardImport request, CancellationToken cancellationToken)
    {
        await desk.OpenAsync(request.Id, cancellationToken);
        audit.Changes("company-import", request.Id);
        await db.ExecuteAsync(Delete, new { request.Id }, cancellationToken);
        return Unit.Value;
    }
}

/// <summary>Throws away the imports whose days are over: a copy of a spreadsheet is kept no longer than it is of use.</summary>
internal sealed record DeleteExpiredImports : ICommand;

internal sealed class DeleteExpiredImportsHandler(IDbSession db, TimeProvider clock) : IRequestHandler<DeleteExpiredImports, Unit>
{
    private const string Delete = "delete from company_network_import where expires_at <= @Now";

    public async Task<Unit> Handle(DeleteExpiredImports request, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(Delete, new { Now = clock.GetUtcNow() }, cancellationToken);
        return Unit.Value;
    }
}
