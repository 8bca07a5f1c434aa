using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.TextDocuments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Papers;

/// <summary>A paper as text document, as tagged PDF, or the scan of the signed one; who took it is logged.</summary>
internal sealed record DownloadPaper(Guid Id, PaperForm Form) : IQuery<DocumentContent>;

internal enum PaperForm
{
    Docx,
    Pdf,
    Signed,
}

internal static class DownloadPaperEndpoint
{
    public static void MapDownloadPaper(this IEndpointRouteBuilder papers)
    {
        papers.MapGet("/{id:guid}/docx", (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) => HandleAsync(id, PaperForm.Docx, http, mediator, ct))
            .WithName("downloadInternshipPaper").WithSummary("Download a paper as text document").Produces(StatusCodes.Status200OK, contentType: DocxWriter.MediaType).RequireRight(InternshipsModule.Read);
        papers.MapGet("/{id:guid}/pdf", (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) => HandleAsync(id, PaperForm.Pdf, http, mediator, ct))
            .WithName("printInternshipPaper").WithSummary("Download a paper as tagged PDF").Produces(StatusCodes.Status200OK, contentType: "application/pdf").RequireRight(InternshipsModule.Read);
        papers.MapGet("/{id:guid}/signed", (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) => HandleAsync(id, PaperForm.Signed, http, mediator, ct))
            .WithName("downloadSignedInternshipPaper").WithSummary("Download the signed paper").RequireRight(InternshipsModule.Read);
    }

    private static async Task<FileContentHttpResult> HandleAsync(Guid id, PaperForm form, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DownloadPaper(id, form), ct)).AsDownload(http);
}

internal sealed class DownloadPaperHandler(PaperFinder finder, PaperSignatures signatures, IDocumentStore documents, IPdfPrinter printer, IAuditTrail audit) : IRequestHandler<DownloadPaper, DocumentContent>
{
    public async Task<DocumentContent> Handle(DownloadPaper request, CancellationToken cancellationToken)
    {
        var paper = await finder.FindAsync(request.Id, cancellationToken);
        audit.Reads(paper.InternshipId is null ? "convention" : "internship", (paper.InternshipId ?? paper.ConventionId)!.Value, "download-paper");
        if (request.Form is PaperForm.Signed)
        {
            return await documents.OpenAsync(paper.SignedId ?? throw new NotFoundException("document"), cancellationToken);
        }

        var docx = await documents.ReadAsync(paper.DocumentId, cancellationToken);
        if (request.Form is PaperForm.Docx)
        {
            return new(PaperNames.FileOf(paper.Kind, paper.Month, paper.Number, ".docx"), DocxWriter.MediaType, docx);
        }

        var html = DocxHtml.Of(docx, PaperNames.Of(paper.Kind).It, paper.Funded ? FundedHeader.Svg : null, PaperSignatures.Printed(await signatures.OfPaperAsync(paper.Id, cancellationToken), docx), dense: paper.Kind is PaperKind.Register);
        return new(PaperNames.FileOf(paper.Kind, paper.Month, paper.Number, ".pdf"), "application/pdf", await printer.PrintAsync(html, cancellationToken));
    }
}

/// <summary>Need to know: a paper is there only for whoever may see its internship.</summary>
internal sealed class PaperFinder(IDbSession db, VisibleInternships internships)
{
    public async Task<PaperRow> FindAsync(Guid id, CancellationToken ct)
    {
        var paper = await db.FindAsync<PaperRow>(PaperRow.SelectById, new { Id = id }, ct) ?? throw new NotFoundException("paper");
        if (paper.InternshipId is { } internship)
        {
            try
            {
                await internships.FindAsync(internship, ct);
            }
            catch (NotFoundException)
            {
                throw new NotFoundException("paper");
            }
        }

        return paper;
    }
}
