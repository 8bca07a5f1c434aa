using FluentValidation;
using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.CompanyNetwork.History;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace InclusionPlatform.CompanyNetwork.Documents;

/// <summary>Puts a document into a company's file.</summary>
internal sealed record AddDocument(Guid CompanyId, CompanyDocumentKind Kind, string Title, DateOnly? ValidFrom, DateOnly? ValidUntil, string FileName, byte[] Content) : ICommand<AddedDocument>;

internal sealed record AddedDocument(Guid Id);

internal static class AddDocumentEndpoint
{
    public static void MapAddDocument(this IEndpointRouteBuilder companies) => companies
        .MapForm("/{companyId:guid}/documents", Handle)
        .DisableAntiforgery()
        .WithName("addCompanyDocument")
        .WithSummary("Put a document into a company's file")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Created<AddedDocument>> Handle(
        Guid companyId, IFormFile file, [FromForm] string? kind, [FromForm] string? title, [FromForm] string? validFrom, [FromForm] string? validUntil, DocumentOptions options, IMediator mediator,
        CancellationToken ct)
    {
        var uploaded = await UploadedFile.ReadAsync(file, options, ct);
        var added = await mediator.Send(
            new AddDocument(
                companyId, QueryCode.Read<CompanyDocumentKind>(kind, "kind") ?? CompanyDocumentKind.Other, uploaded.TitleOr(title), UploadedFile.Day(validFrom, "validFrom"),
                UploadedFile.Day(validUntil, "validUntil"), uploaded.Name, uploaded.Content),
            ct);
        return TypedResults.Created($"/api/v1/companies/{companyId}/documents/{added.Id}/content", added);
    }
}

internal sealed class AddDocumentValidator : AbstractValidator<AddDocument>
{
    public AddDocumentValidator()
    {
        RuleFor(document => document.Title).NotEmpty().MaximumLength(200);
        RuleFor(document => document.ValidFrom).IsDayOfALife();
        RuleFor(document => document.ValidUntil).IsDayOfALife();
        RuleFor(document => document.ValidUntil).GreaterThanOrEqualTo(document => document.ValidFrom).When(document => document.ValidFrom is not null && document.ValidUntil is not null);
    }
}

internal sealed class AddDocumentHandler(IDbSession db, CompanyDesk desk, IDocumentStore documents, CompanyHistory history, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddDocument, AddedDocument>
{
    private const string Insert = """
        insert into company_network_document (id, company_id, kind, title, valid_from, valid_until, added_at, added_by, added_by_name)
        values (@Id, @CompanyId, @Kind, @Title, @ValidFrom, @ValidUntil, @At, @By, @ByName)
        """;

    public async Task<AddedDocument> Handle(AddDocument request, CancellationToken cancellationToken)
    {
        await desk.OpenAsync(request.CompanyId, cancellationToken);
        var kept = await documents.KeepAsync(request.FileName, request.Content, cancellationToken);
        var title = request.Title.Trim();
        await db.ExecuteAsync(
            Insert,
            new { kept.Id, request.CompanyId, Kind = request.Kind.Code(), Title = title, request.ValidFrom, request.ValidUntil, At = clock.GetUtcNow(), By = user.Id, ByName = user.DisplayName },
            cancellationToken);
        await history.TellAsync(request.CompanyId, CompanyChange.DocumentAdded, null, title, cancellationToken);
        return new(kept.Id);
    }
}
