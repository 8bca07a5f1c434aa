using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Reads the scan of a signed sheet; who did is logged.</summary>
internal sealed record DownloadRegisterScan(Guid Id, string Month) : IQuery<RegisterScan>;

internal sealed record RegisterScan(string Name, string ContentType, byte[] Content);

internal static class DownloadRegisterScanEndpoint
{
    public static void MapDownloadRegisterScan(this IEndpointRouteBuilder internships) => internships
        .MapGet("/{id:guid}/attendance/{month}/scan", Handle)
        .WithName("downloadRegisterScan")
        .WithSummary("Download the scan of a month's signed sheet")
        .RequireRight(InternshipsModule.Read);

    private static async Task<FileContentHttpResult> Handle(Guid id, string month, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var scan = await mediator.Send(new DownloadRegisterScan(id, month), ct);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(scan.Content, scan.ContentType, scan.Name);
    }
}

internal sealed class DownloadRegisterScanHandler(IDbSession db, VisibleInternships internships, IDocumentStore documents, IAuditTrail audit) : IRequestHandler<DownloadRegisterScan, RegisterScan>
{
    public async Task<RegisterScan> Handle(DownloadRegisterScan request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        var register = await db.FindAsync<RegisterRow>(RegisterRow.Select, new { InternshipId = row.Id, Month = RegisterMonth.Read(request.Month).Text }, cancellationToken);
        if (register?.ScanId is not { } scan || (await documents.DescribeAsync([scan], cancellationToken)) is not [var kept])
        {
            throw new NotFoundException("document");
        }

        audit.Reads("internship", row.Id, "download-register");
        return new(kept.Name, kept.ContentType, await documents.ReadAsync(scan, cancellationToken));
    }
}
