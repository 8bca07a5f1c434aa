using InclusionPlatform.Shared.Audit;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access.Log;

/// <summary>Reads the sealed access log again and says whether it is whole.</summary>
internal sealed record VerifyAuditEntries : IQuery<AuditIntegrity>;

internal static class VerifyAuditEntriesEndpoint
{
    public static void MapVerifyAuditEntries(this IEndpointRouteBuilder api) => api
        .MapGet("/audit-entries/integrity", Handle)
        .WithTags("Access")
        .WithName("verifyAuditEntries")
        .WithSummary("Verify that nobody changed the access log")
        .RequireRight(AccessModule.ReadAudit);

    private static async Task<Ok<AuditIntegrity>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new VerifyAuditEntries(), ct));
}

internal sealed class VerifyAuditEntriesHandler(IAuditSeals seals) : IRequestHandler<VerifyAuditEntries, AuditIntegrity>
{
    public Task<AuditIntegrity> Handle(VerifyAuditEntries request, CancellationToken cancellationToken) => seals.VerifyAsync(cancellationToken);
}
