using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Reads the scan of a signed sheet; who did is logged.</summary>
internal sealed record DownloadRegisterScan(Guid Id, string Month) : IQuery<RegisterScan>;

/// <summary>Reads the scan that a month had before it was reopened; who did is logged.</summary>
internal sealed record DownloadFormerScan(Guid Id, string Month, Guid ReopeningId) : IQuery<RegisterScan>;

internal sealed record RegisterScan(string Name, string ContentType, byte[] Content);

internal static class DownloadRegisterScanEndpoint
{
    public static void MapDownloadRegisterScan(this IEndpointRouteBuilder internships)
    {
        internships.MapGet("/{id:guid}/attendance/{month}/scan", Handle)
            .WithName("downloadRegisterScan").WithSummary("Download the scan of a month's signed sheet").RequireRight(InternshipsModule.Read);
        internships.MapGet("/{id:guid}/attendance/{month}/reopenings/{reopeningId:guid}/scan", Former)
            .WithName("downloadFormerScan").WithSummary("Download the scan that a month had before it was reopened").RequireRight(InternshipsModule.Read);
    }

    private static async Task<FileContentHttpResult> Handle(Guid id, string month, HttpContext http, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(new DownloadRegisterScan(id, month), ct), http);

    private static async Task<FileContentHttpResult> Former(Guid id, string month, Guid reopeningId, HttpContext http, IMediator mediator, CancellationToken ct) =>
        Answer(await mediator.Send(new DownloadFormerScan(id, month, reopeningId), ct), http);

    private static FileContentHttpResult Answer(RegisterScan scan, HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(scan.Content, scan.ContentType, scan.Name);
    }
}

internal sealed class DownloadRegisterScanHandler(IDbSession db, VisibleInternships internships, IDocumentStore documents, IAuditTrail audit)
    : IRequestHandler<DownloadRegisterScan, RegisterScan>, IRequestHandler<DownloadFormerScan, RegisterScan>
{
    private const string SelectFormer = "select scan_id from internships_attendance_reopening where id = @ReopeningId and internship_id = @Id and month = @Month";

    public async Task<RegisterScan> Handle(DownloadRegisterScan request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        var register = await db.FindAsync<RegisterRow>(RegisterRow.Select, new { InternshipId = row.Id, Month = RegisterMonth.Read(request.Month).Text }, cancellationToken);
        return await ReadAsync(row, register?.ScanId, cancellationToken);
    }

    public async Task<RegisterScan> Handle(DownloadFormerScan request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        var former = await db.ScalarAsync<Guid?>(SelectFormer, new { request.ReopeningId, row.Id, Month = RegisterMonth.Read(request.Month).Text }, cancellationToken);
        return await ReadAsync(row, former, cancellationToken);
    }

    private async Task<RegisterScan> ReadAsync(InternshipRow row, Guid? id, CancellationToken ct)
    {
        if (id is not { } scan || (await documents.DescribeAsync([scan], ct)) is not [var kept])
        {
            throw new NotFoundException("document");
        }

        audit.Reads("internship", row.Id, "download-register");
        return new(kept.Name, kept.ContentType, await documents.ReadAsync(scan, ct));
    }
}
