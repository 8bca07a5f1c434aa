using InclusionPlatform.Internships.Papers.Rules;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.TextDocuments;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Papers;

/// <summary>The papers with the templates in force and the fields that each can hold.</summary>
internal sealed record ListPaperTemplates : IQuery<PaperTemplateList>;

/// <summary>Puts a template of the service in the place of the one in force; what was made before stays as it is.</summary>
internal sealed record UploadPaperTemplate(PaperKind Kind, string FileName, byte[] Content) : ICommand<UploadedTemplate>;

/// <summary>Goes back to the template with which the platform comes.</summary>
internal sealed record RetirePaperTemplate(PaperKind Kind) : ICommand;

/// <summary>The template in force, as a file to be changed.</summary>
internal sealed record DownloadPaperTemplate(PaperKind Kind) : IQuery<DocumentContent>;

internal sealed record PaperTemplateList(IReadOnlyList<ShownTemplate> Items);

/// <param name="Kind">The paper.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsOwn">A template of the service is in force, not the one with which the platform comes.</param>
/// <param name="FileName">Of the service's own.</param>
/// <param name="AddedAt">When it was uploaded.</param>
/// <param name="AddedBy">By whom, while the account is known.</param>
/// <param name="Fields">The fields that it may hold.</param>
internal sealed record ShownTemplate(PaperKind Kind, string Name, bool IsOwn, string? FileName, DateTimeOffset? AddedAt, string? AddedBy, IReadOnlyList<ShownField> Fields);

/// <param name="Name">As it is written between double braces.</param>
/// <param name="Meaning">What it is filled with.</param>
/// <param name="Example">What it may look like.</param>
/// <param name="IsOfARow">Repeats the table row that it stands in.</param>
/// <param name="IsNeeded">A template without it is refused.</param>
internal sealed record ShownField(string Name, string Meaning, string Example, bool IsOfARow, bool IsNeeded);

/// <param name="Id">The template.</param>
/// <param name="Fields">The fields that were found in it.</param>
internal sealed record UploadedTemplate(Guid Id, IReadOnlyList<string> Fields);

internal static class PaperTemplateEndpoints
{
    public static void MapPaperTemplates(this IEndpointRouteBuilder templates)
    {
        templates.MapGet("/", List).WithName("listPaperTemplates").WithSummary("The papers of internships, their templates and the fields of each").RequireRight(InternshipsModule.WriteTemplates);
        templates.MapPost("/{kind}", Upload).DisableAntiforgery().WithName("uploadPaperTemplate").WithSummary("Upload the service's own template of a paper").RequireRight(InternshipsModule.WriteTemplates);
        templates.MapGet("/{kind}/file", Download).WithName("downloadPaperTemplate").WithSummary("Download the template in force of a paper").Produces(StatusCodes.Status200OK, contentType: DocxWriter.MediaType).RequireRight(InternshipsModule.WriteTemplates);
        templates.MapDelete("/{kind}", Retire).WithName("retirePaperTemplate").WithSummary("Go back to the template with which the platform comes").RequireRight(InternshipsModule.WriteTemplates);
    }

    private static async Task<Ok<PaperTemplateList>> List(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListPaperTemplates(), ct));

    private static async Task<Ok<UploadedTemplate>> Upload(string kind, IFormFile file, DocumentOptions options, IMediator mediator, CancellationToken ct)
    {
        var uploaded = await UploadedFile.ReadAsync(file, options, ct);
        return TypedResults.Ok(await mediator.Send(new UploadPaperTemplate(Read(kind), uploaded.Name, uploaded.Content), ct));
    }

    private static async Task<FileContentHttpResult> Download(string kind, HttpContext http, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new DownloadPaperTemplate(Read(kind)), ct)).AsDownload(http);

    private static async Task<NoContent> Retire(string kind, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RetirePaperTemplate(Read(kind)), ct);
        return TypedResults.NoContent();
    }

    private static PaperKind Read(string kind) => Enum.GetValues<PaperKind>().Where(one => one.Code() == kind).Select(one => (PaperKind?)one).FirstOrDefault() ?? throw new NotFoundException("paper-template");
}

/// <summary>The templates in force.</summary>
internal sealed class TemplateShelf(IDbSession db, IDocumentStore documents)
{
    private const string Select = """
        select id as Id, kind as Kind, document_id as DocumentId, added_at as AddedAt, added_by as AddedBy
        from   internships_paper_template
        where  retired_at is null
        order by added_at, id
        """;

    /// <summary>By kind; those that are not there are the platform's own.</summary>
    public async Task<IReadOnlyDictionary<PaperKind, TemplateRow>> InForceAsync(CancellationToken ct) =>
        (await db.QueryAsync<TemplateRow>(Select, null, ct)).GroupBy(row => row.Kind).ToDictionary(rows => rows.Key, rows => rows.Last());

    public async Task<DocxTemplate> OpenAsync(PaperKind kind, TemplateRow? row, CancellationToken ct) =>
        DocxTemplate.Open(row is null ? DefaultTemplates.Of(kind) : await documents.ReadAsync(row.DocumentId, ct));
}

internal sealed record TemplateRow(Guid Id, PaperKind Kind, Guid DocumentId, DateTimeOffset AddedAt, Guid AddedBy);

internal sealed class PaperTemplatesHandler(IDbSession db, TemplateShelf shelf, IDocumentStore documents, IColleagues colleagues, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<ListPaperTemplates, PaperTemplateList>, IRequestHandler<UploadPaperTemplate, UploadedTemplate>, IRequestHandler<RetirePaperTemplate, Unit>, IRequestHandler<DownloadPaperTemplate, DocumentContent>
{
    private const string Insert = """
        insert into internships_paper_template (id, kind, document_id, added_at, added_by, retired_at)
        values (@Id, @Kind, @DocumentId, @At, @By, null)
        """;

    private const string Retire = "update internships_paper_template set retired_at = @At where kind = @Kind and retired_at is null";

    public async Task<PaperTemplateList> Handle(ListPaperTemplates request, CancellationToken cancellationToken)
    {
        var own = await shelf.InForceAsync(cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        var files = (await documents.DescribeAsync(own.Values.Select(row => row.DocumentId), cancellationToken)).ToDictionary(file => file.Id, file => file.Name);
        return new([.. Enum.GetValues<PaperKind>().Select(kind =>
        {
            var row = own.GetValueOrDefault(kind);
            return new ShownTemplate(
                kind, PaperNames.Of(kind).ToString(), row is not null, row is null ? null : files.GetValueOrDefault(row.DocumentId), row?.AddedAt, row is null ? null : names.GetValueOrDefault(row.AddedBy),
                [.. PaperFields.Of(kind).Select(field => new ShownField(field.Name, field.Meaning.ToString(), field.Example, field.IsOfARow, TemplateNamesWhatItMust.Of(kind).Any(one => one is [var only] && only == field.Name)))]);
        })]);
    }

    public async Task<UploadedTemplate> Handle(UploadPaperTemplate request, CancellationToken cancellationToken)
    {
        var template = DocxTemplate.Open(request.Content);
        TemplateFieldsAreKnown.Check(request.Kind, template.Fields);
        TemplateNamesWhatItMust.Check(request.Kind, template.Fields);
        var kept = await documents.KeepAsync(request.FileName, request.Content, cancellationToken);
        var (at, kind) = (clock.GetUtcNow(), request.Kind.Code());
        var id = Guid.CreateVersion7(at);
        await db.ExecuteAsync(Retire, new { Kind = kind, At = at }, cancellationToken);
        await db.ExecuteAsync(Insert, new { Id = id, Kind = kind, DocumentId = kept.Id, At = at, By = user.Id }, cancellationToken);
        audit.Changes("paper-template", id);
        return new(id, template.Fields);
    }

    public async Task<Unit> Handle(RetirePaperTemplate request, CancellationToken cancellationToken)
    {
        if (await db.ExecuteAsync(Retire, new { Kind = request.Kind.Code(), At = clock.GetUtcNow() }, cancellationToken) == 0)
        {
            throw new NotFoundException("paper-template");
        }

        return Unit.Value;
    }

    public async Task<DocumentContent> Handle(DownloadPaperTemplate request, CancellationToken cancellationToken)
    {
        var row = (await shelf.InForceAsync(cancellationToken)).GetValueOrDefault(request.Kind);
        return new($"modello-{PaperNames.FileOf(request.Kind, "", 1, ".docx").Replace("-v1", "", StringComparison.Ordinal)}", DocxWriter.MediaType,
            row is null ? DefaultTemplates.Of(request.Kind) : await documents.ReadAsync(row.DocumentId, cancellationToken));
    }
}
