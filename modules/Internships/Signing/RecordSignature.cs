using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Papers;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Signing;

/// <summary>Records a signature that somebody gave at this screen, or outside the platform.</summary>
internal sealed record RecordSignature(Guid Id, int Version, Signer? Signer, SignatureHow? How, DateOnly? SignedOn) : ICommand;

/// <summary>Keeps the scan of the paper that was signed by hand.</summary>
internal sealed record UploadSignedProject(Guid Id, int Version, IReadOnlyList<Signer> Signers, DateOnly? SignedOn, string FileName, byte[] Content) : ICommand;

/// <summary>Reads the scan of a signed paper; who did is logged.</summary>
internal sealed record DownloadSignedProject(Guid Id, Signer Signer) : IQuery<SignedPaper>;

internal sealed record SignedPaper(string Name, string ContentType, byte[] Content);

internal static class RecordSignatureEndpoint
{
    internal sealed record ProjectSignature(Signer? Signer, SignatureHow? How, DateOnly? SignedOn);

    public static void MapRecordSignature(this IEndpointRouteBuilder internships)
    {
        internships.MapPost("/{id:guid}/signatures", Handle).WithName("recordSignature").WithSummary("Record a signature given on screen or outside").RequireRight(InternshipsModule.Write);
        internships.MapPost("/{id:guid}/signatures/paper", Upload).DisableAntiforgery()
            .WithName("uploadSignedProject").WithSummary("Keep the scan of the project signed by hand").RequireRight(InternshipsModule.Write);
        internships.MapGet("/{id:guid}/signatures/{signer}/paper", Download)
            .WithName("downloadSignedProject").WithSummary("Download the scan of the project signed by hand").RequireRight(InternshipsModule.Read);
    }

    private static async Task<NoContent> Handle(Guid id, ProjectSignature body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordSignature(id, match.Version, body.Signer, body.How, body.SignedOn), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Upload(Guid id, IFormFile file, string? signers, DateOnly? signedOn, IfMatch match, DocumentOptions options, IMediator mediator, CancellationToken ct)
    {
        // What is too large is refused before it is read.
        var content = file.Length > options.Megabytes * 1024L * 1024L ? new byte[(options.Megabytes * 1024 * 1024) + 1] : await ReadAsync(file, ct);
        var name = Path.GetFileName(file.FileName) is { Length: > 0 } given ? given : "file";
        await mediator.Send(new UploadSignedProject(id, match.Version, Read(signers), signedOn, name, content), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Several in one parameter, as in <c>person,host</c>.</summary>
    private static Signer[] Read(string? signers) => [.. (signers ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(code => QueryCode.Read<Signer>(code, "signers"))
        .OfType<Signer>()
        .Distinct()];

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    private static async Task<FileContentHttpResult> Download(Guid id, string signer, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var paper = await mediator.Send(new DownloadSignedProject(id, QueryCode.Read<Signer>(signer, "signer") ?? throw new NotFoundException("document")), ct);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(paper.Content, paper.ContentType, paper.Name);
    }
}

internal sealed class RecordSignatureValidator : AbstractValidator<RecordSignature>
{
    public RecordSignatureValidator(TimeProvider clock)
    {
        RuleFor(signature => signature.Signer).NotNull();
        RuleFor(signature => signature.How).NotNull();
        RuleFor(signature => signature.How)
            .Must(how => how is null or SignatureHow.OnScreen or SignatureHow.Outside)
            .WithErrorCode("signature.how")
            .WithMessage(_ => new Words("La firma su carta si carica con la sua scansione, quella con il link arriva da sola.", "A signature on paper is uploaded with its scan, one through the link comes by itself.").ToString());
        SignedOn(RuleFor(signature => signature.SignedOn), clock);
        RuleFor(signature => signature.SignedOn)
            .Must((signature, day) => signature.How is not SignatureHow.OnScreen || day is null || day >= clock.Today())
            .WithErrorCode("signature.on-screen-today")
            .WithMessage(_ => new Words(
                "Sullo schermo si firma oggi. Una firma già data altrove si registra come firma fuori dalla piattaforma, una su carta con la sua scansione.",
                "On screen one signs today. A signature already given elsewhere is recorded as given outside the platform, one on paper with its scan.").ToString());
    }

    internal static void SignedOn<T>(IRuleBuilderInitial<T, DateOnly?> day, TimeProvider clock) => day.NotNull().IsOfAPaper(clock);
}

internal sealed class UploadSignedProjectValidator : AbstractValidator<UploadSignedProject>
{
    public UploadSignedProjectValidator(TimeProvider clock)
    {
        RuleFor(upload => upload.Signers).NotEmpty();
        RecordSignatureValidator.SignedOn(RuleFor(upload => upload.SignedOn), clock);
    }
}

internal sealed class RecordSignatureHandler(VisibleInternships internships, SignatureBook book, PaperMaker papers, IDocumentStore documents, IAuditTrail audit)
    : IRequestHandler<RecordSignature, Unit>, IRequestHandler<UploadSignedProject, Unit>, IRequestHandler<DownloadSignedProject, SignedPaper>
{
    public async Task<Unit> Handle(RecordSignature request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        SignatureBook.CheckToSign(row);
        PaperDays.CheckStart("signedOn", request.SignedOn, row.StartsOn);
        var seal = request.How is SignatureHow.OnScreen ? await papers.SealProjectAsync(row, forCase, cancellationToken) : null;
        await book.RecordAsync(row, request.Version, [request.Signer!.Value], request.How!.Value, request.SignedOn!.Value, null, null, seal, cancellationToken);
        Changed(row);
        return Unit.Value;
    }

    public async Task<Unit> Handle(UploadSignedProject request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        SignatureBook.CheckToSign(row);
        PaperDays.CheckStart("signedOn", request.SignedOn, row.StartsOn);
        var kept = await documents.KeepForAsync(row.BeneficiaryId, request.FileName, request.Content, cancellationToken);
        await book.RecordAsync(row, request.Version, request.Signers, SignatureHow.Paper, request.SignedOn!.Value, null, kept.Id, null, cancellationToken);
        Changed(row);
        return Unit.Value;
    }

    public async Task<SignedPaper> Handle(DownloadSignedProject request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        if (await book.ScanAsync(row, request.Signer, cancellationToken) is not { } scan || (await documents.DescribeAsync([scan], cancellationToken)) is not [var kept])
        {
            throw new NotFoundException("document");
        }

        audit.Reads("internship", row.Id, "download-signed-project");
        return new(kept.Name, kept.ContentType, await documents.ReadAsync(scan, cancellationToken));
    }

    private void Changed(InternshipRow row)
    {
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
    }
}
