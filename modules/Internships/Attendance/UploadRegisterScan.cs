using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Keeps the scan of the sheet that tutor and intern signed on paper: the month is closed with it.</summary>
internal sealed record UploadRegisterScan(Guid Id, string Month, int Version, string FileName, byte[] Content) : ICommand<SignedRegister>;

internal static class UploadRegisterScanEndpoint
{
    public static void MapUploadRegisterScan(this IEndpointRouteBuilder internships) => internships
        .MapPost("/{id:guid}/attendance/{month}/scan", Handle)
        .DisableAntiforgery()
        .WithName("uploadRegisterScan")
        .WithSummary("Close a month's register with the scan of the sheet signed on paper")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Ok<SignedRegister>> Handle(Guid id, string month, IFormFile file, IfMatch match, DocumentOptions options, IMediator mediator, CancellationToken ct)
    {
        // What is too large is refused before it is read.
        var content = file.Length > options.Megabytes * 1024L * 1024L ? new byte[(options.Megabytes * 1024 * 1024) + 1] : await ReadAsync(file, ct);
        var name = Path.GetFileName(file.FileName) is { Length: > 0 } given ? given : "file";
        return TypedResults.Ok(await mediator.Send(new UploadRegisterScan(id, month, match.Version, name, content), ct));
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return memory.ToArray();
    }
}

internal sealed class UploadRegisterScanHandler(VisibleInternships internships, RegisterBook book, IDocumentStore documents, ICurrentUser user, IAuditTrail audit)
    : IRequestHandler<UploadRegisterScan, SignedRegister>
{
    public async Task<SignedRegister> Handle(UploadRegisterScan request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        var (subject, month) = (RegisterSubject.Of(row), RegisterMonth.Read(request.Month));
        var kept = await documents.KeepForAsync(row.BeneficiaryId, request.FileName, request.Content, cancellationToken);
        var signed = await book.SignAsync(subject, month, request.Version, new Signing(true, true, SignedHow.Paper, user.Id, kept.Id), cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return signed;
    }
}
