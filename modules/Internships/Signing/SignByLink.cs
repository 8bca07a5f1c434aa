using System.Text.Json;
using FluentValidation;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Links;
using InclusionPlatform.Internships.Papers;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Shared.TextDocuments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Signing;

/// <summary>Reads what a link asks to sign. Opening it signs nothing: mail scanners open every link.</summary>
internal sealed record ReadProjectToSign(string? Code) : IQuery<ProjectToSign>;

/// <summary>Reads the paper that a link asks to sign, as it is printed.</summary>
internal sealed record ReadPaperToSign(string? Code) : IQuery<DocumentContent>;

/// <summary>Signs through a link: whoever signs writes their name.</summary>
internal sealed record SignByLink(string? Code, string? Name) : ICommand;

internal static class SignByLinkEndpoint
{
    private const string StrictRateLimit = "sign-in";

    /// <param name="Code">The secret of the link.</param>
    internal sealed record SignatureLink(string? Code);

    /// <param name="Code">The secret of the link.</param>
    /// <param name="Name">Name and surname, typed as a signature.</param>
    internal sealed record LinkSignature(string? Code, string? Name);

    public static void MapSignByLink(this IEndpointRouteBuilder api)
    {
        var signatures = api.MapGroup("/public/internship-signatures").WithTags("Internships").AllowAnonymous().RequireRateLimiting(StrictRateLimit);
        signatures.MapPost("/project", Read).WithName("readProjectToSign").WithSummary("Read the project that a link asks to sign");
        signatures.MapPost("/paper", ReadPaper).WithName("readPaperToSign").WithSummary("Read the paper that a link asks to sign, as PDF").Produces(StatusCodes.Status200OK, contentType: "application/pdf");
        signatures.MapPost("/", Sign).WithName("signProject").WithSummary("Sign a project through the link that was sent");
    }

    private static async Task<Ok<ProjectToSign>> Read(SignatureLink body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ReadProjectToSign(body.Code), ct));

    private static async Task<FileContentHttpResult> ReadPaper(SignatureLink body, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ReadPaperToSign(body.Code), ct)).AsDownload(http);

    private static async Task<NoContent> Sign(LinkSignature body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SignByLink(body.Code, body.Name), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SignByLinkValidator : AbstractValidator<SignByLink>
{
    public SignByLinkValidator() => RuleFor(signature => signature.Name).NotEmpty().MaximumLength(120);
}

internal sealed class SignByLinkHandler(
    IDbSession db, SignatureBook book, IDocumentStore documents, IPdfPrinter printer, IFieldCipher cipher, INotifications notifications, IMediator mediator, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ReadProjectToSign, ProjectToSign>, IRequestHandler<ReadPaperToSign, DocumentContent>, IRequestHandler<SignByLink, Unit>
{
    private const string Select = """
        select internship_id as InternshipId, signer as Signer, shown_cipher as ShownCipher, expires_at as ExpiresAt, paper_id as PaperId, paper_hash as Hash
        from   internships_signature_request
        where  code_hash = @Digest
        """;

    public async Task<ProjectToSign> Handle(ReadProjectToSign request, CancellationToken cancellationToken)
    {
        var (link, row) = await FindAsync(request.Code, cancellationToken);
        audit.Reads("internship", row.Id, "sign-by-link");
        audit.Reads("beneficiary", row.BeneficiaryId, "sign-by-link");
        return JsonSerializer.Deserialize<ProjectToSign>(cipher.Unprotect(link.ShownCipher)!)!;
    }

    public async Task<DocumentContent> Handle(ReadPaperToSign request, CancellationToken cancellationToken)
    {
        var (link, row) = await FindAsync(request.Code, cancellationToken);
        var paper = link.PaperId is { } id ? await db.FindAsync<PaperRow>(PaperRow.SelectById, new { Id = id }, cancellationToken) : null;
        if (paper is null)
        {
            throw new NotFoundException("document");
        }

        audit.Reads("internship", row.Id, "sign-by-link");
        audit.Reads("beneficiary", row.BeneficiaryId, "sign-by-link");
        var html = DocxHtml.Of(await documents.ReadAsync(paper.DocumentId, cancellationToken), PaperNames.Of(paper.Kind).It, paper.Funded ? FundedHeader.Svg : null);
        return new(PaperNames.FileOf(paper.Kind, paper.Month, paper.Number, ".pdf"), "application/pdf", await printer.PrintAsync(html, cancellationToken));
    }

    public async Task<Unit> Handle(SignByLink request, CancellationToken cancellationToken)
    {
        var (link, row) = await FindAsync(request.Code, cancellationToken);
        await book.RecordAsync(row, row.Version, [link.Signer], SignatureHow.Link, clock.Today(), request.Name!.Trim(), null, link is { PaperId: { } paper, Hash: { } hash } ? new(paper, hash) : null, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        var company = (await mediator.Send(new DescribeCompanies([row.CompanyId]), cancellationToken)) is [var label, ..] ? label.Name : null;
        await notifications.NotifyAsync([row.PromoterTutorId], "internship.signed", company, $"/internships/{row.Id}", cancellationToken);
        return Unit.Value;
    }

    /// <exception cref="NotFoundException"><c>signature-link.not-found</c>: made up, used, replaced, expired, or the project changed since. All look the same.</exception>
    private async Task<(Link Link, InternshipRow Row)> FindAsync(string? code, CancellationToken ct)
    {
        var link = await db.FindAsync<Link>(Select, new { Digest = LinkCode.DigestOf(code) }, ct);
        if (link is null || link.ExpiresAt <= clock.GetUtcNow()
            || await db.FindAsync<InternshipRow>(InternshipRow.SelectById, new { Id = link.InternshipId }, ct) is not { State: InternshipState.Proposed, ToSignAt: not null } row)
        {
            throw new NotFoundException("signature-link");
        }

        return (link, row);
    }

    private sealed record Link(Guid InternshipId, Signer Signer, string ShownCipher, DateTimeOffset ExpiresAt, Guid? PaperId, string? Hash);
}
