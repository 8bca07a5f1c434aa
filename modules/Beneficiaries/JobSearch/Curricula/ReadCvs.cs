using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.TextDocuments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.JobSearch.Curricula;

/// <summary>The versions of the person's curriculum, the latest first.</summary>
internal sealed record ListCvs(Guid PathId) : IQuery<CvVersions>;

internal sealed record CvVersions(IReadOnlyList<CvVersion> Items);

/// <summary>A version.</summary>
/// <param name="Number">Number of the version, from 1.</param>
/// <param name="Headline">What the curriculum says in one line under the name.</param>
internal sealed record CvVersion(Guid Id, int Number, string? Headline, DateTimeOffset CreatedAt, string? CreatedByName);

/// <summary>Opens a version.</summary>
internal sealed record GetCv(Guid PathId, Guid Id) : IQuery<Cv>;

/// <summary>A version, whole.</summary>
/// <param name="Number">Number of the version, from 1.</param>
internal sealed record Cv(Guid Id, int Number, DateTimeOffset CreatedAt, string? CreatedByName, CvDraft Draft, CvFacts Facts);

/// <summary>Which file.</summary>
internal enum CvFormat
{
    Pdf,
    Docx,
}

/// <summary>A version as a file.</summary>
internal sealed record PrintCv(Guid PathId, Guid Id, CvFormat Format) : IQuery<DocumentContent>;

internal static class ReadCvsEndpoint
{
    public static void MapReadCvs(this IEndpointRouteBuilder paths)
    {
        paths.MapGet("/{id:guid}/cvs", List).WithName("listCvs").WithSummary("List the versions of the person's curriculum; it is logged").RequireRight(BeneficiariesModule.Read);
        paths.MapGet("/{id:guid}/cvs/{cvId:guid}", Get).WithName("getCv").WithSummary("Open a version of the person's curriculum; it is logged").RequireRight(BeneficiariesModule.Read);
        paths.MapGet("/{id:guid}/cvs/{cvId:guid}/document", Print).WithName("printCv").WithSummary("Download a version of the curriculum as PDF or DOCX; it is logged").Produces(StatusCodes.Status200OK, null, "application/pdf", DocxWriter.MediaType).RequireRight(BeneficiariesModule.Read);
    }

    private static Task<CvVersions> List(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListCvs(id), ct);

    private static Task<Cv> Get(Guid id, Guid cvId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetCv(id, cvId), ct);

    private static async Task<FileContentHttpResult> Print(Guid id, Guid cvId, string? format, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new PrintCv(id, cvId, QueryCode.Read<CvFormat>(format, "format") ?? CvFormat.Pdf), ct)).AsDownload(http);
}

internal sealed class ReadCvsHandler(IDbSession db, JobSearchDesk desk, SensitiveFields sensitive, IColleagues colleagues, IPdfPrinter printer)
    : IRequestHandler<ListCvs, CvVersions>, IRequestHandler<GetCv, Cv>, IRequestHandler<PrintCv, DocumentContent>
{
    private const int Most = 100;

    private const string Select = """
        select id as Id, number as Number, content_cipher as Content, created_at as CreatedAt, created_by as CreatedBy
        from   beneficiaries_job_cv
        where  beneficiary_id = @PersonId
        """;

    private const string OfId = "and id = @Id";
    private const string Order = "order by number desc";

    public async Task<CvVersions> Handle(ListCvs request, CancellationToken cancellationToken)
    {
        var (seen, _) = await desk.ReadPersonAsync(request.PathId, "curriculum", cancellationToken);
        var rows = await db.TopAsync<Row>(new ListSql(Select).OrderBy(Order), new { PersonId = seen.BeneficiaryId }, Most, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        return new([.. rows.Select(row => new CvVersion(row.Id, row.Number, sensitive.Open<CvContent>(row.Content)!.Draft.Headline, row.CreatedAt, names.GetValueOrDefault(row.CreatedBy)))]);
    }

    public async Task<Cv> Handle(GetCv request, CancellationToken cancellationToken)
    {
        var (row, content) = await FindAsync(request.PathId, request.Id, "curriculum", cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        return new(row.Id, row.Number, row.CreatedAt, names.GetValueOrDefault(row.CreatedBy), content.Draft, content.Facts);
    }

    public async Task<DocumentContent> Handle(PrintCv request, CancellationToken cancellationToken)
    {
        var (_, content) = await FindAsync(request.PathId, request.Id, "download-curriculum", cancellationToken);

        // The name of the file tells nothing of the person: it ends in folders of downloads and of mails.
        return request.Format is CvFormat.Docx
            ? new("curriculum.docx", DocxWriter.MediaType, CvPaper.Docx(content))
            : new("curriculum.pdf", "application/pdf", await printer.PrintAsync(CvPaper.Html(content), cancellationToken));
    }

    private async Task<(Row Row, CvContent Content)> FindAsync(Guid pathId, Guid id, string purpose, CancellationToken ct)
    {
        var (seen, _) = await desk.ReadPersonAsync(pathId, purpose, ct);
        var row = await db.FindAsync<Row>(new ListSql(Select).When(true, OfId).ToString(), new { PersonId = seen.BeneficiaryId, Id = id }, ct) ?? throw new NotFoundException("cv");
        return (row, sensitive.Open<CvContent>(row.Content)!);
    }

    private sealed record Row(Guid Id, int Number, string Content, DateTimeOffset CreatedAt, Guid CreatedBy);
}
