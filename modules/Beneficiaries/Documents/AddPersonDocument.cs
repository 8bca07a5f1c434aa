using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace InclusionPlatform.Beneficiaries.Documents;

/// <summary>Puts a paper into a person's file, or beside the attestation that it proves.</summary>
internal sealed record AddPersonDocument(
    Guid PersonId, PersonDocumentKind Kind, string Title, DateOnly? ValidFrom, DateOnly? ValidUntil, Guid? AttestationId, string FileName, byte[] Content) : ICommand<AddedPersonDocument>;

internal sealed record AddedPersonDocument(Guid Id);

internal static class AddPersonDocumentEndpoint
{
    public static void MapAddPersonDocument(this IEndpointRouteBuilder beneficiaries) => beneficiaries
        .MapForm("/{id:guid}/documents", Handle)
        .DisableAntiforgery()
        .WithName("addPersonDocument")
        .WithSummary("Put a document into a person's file")
        .RequireRight(BeneficiariesModule.Write);

    private static async Task<Created<AddedPersonDocument>> Handle(
        Guid id, IFormFile file, [FromForm] string? kind, [FromForm] string? title, [FromForm] string? validFrom, [FromForm] string? validUntil, [FromForm] Guid? attestationId,
        DocumentOptions options, IMediator mediator, CancellationToken ct)
    {
        var uploaded = await UploadedFile.ReadAsync(file, options, ct);
        var added = await mediator.Send(
            new AddPersonDocument(
                id, QueryCode.Read<PersonDocumentKind>(kind, "kind") ?? PersonDocumentKind.Other, uploaded.TitleOr(title), UploadedFile.Day(validFrom, "validFrom"),
                UploadedFile.Day(validUntil, "validUntil"), attestationId, uploaded.Name, uploaded.Content),
            ct);
        return TypedResults.Created($"/api/v1/beneficiaries/{id}/documents/{added.Id}/content", added);
    }
}

internal sealed class AddPersonDocumentValidator : AbstractValidator<AddPersonDocument>
{
    public AddPersonDocumentValidator()
    {
        RuleFor(document => document.Title).NotEmpty().MaximumLength(200);
        RuleFor(document => document.ValidFrom).IsDayOfALife();
        RuleFor(document => document.ValidUntil).IsDayOfALife();
        RuleFor(document => document.ValidUntil).Must((document, until) => until is null || document.ValidFrom is null || until >= document.ValidFrom)
            .WithErrorCode("document.ends-before-start")
            .WithMessage(_ => new Words("La scadenza non può essere prima dell'inizio.", "The end cannot be before the beginning.").ToString());
        RuleFor(document => document.Kind).Must((document, kind) => kind is not PersonDocumentKind.Attestation || document.AttestationId is not null)
            .WithErrorCode("document.attestation-missing")
            .WithMessage(_ => new Words(
                "Il documento di un'attestazione si aggiunge accanto all'attestazione, nella sua parte della scheda.",
                "The paper of an attestation is added beside the attestation, in its own part of the file.").ToString());
    }
}

internal sealed class AddPersonDocumentHandler(
    IDbSession db, NeedToKnow needToKnow, IDocumentStore documents, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddPersonDocument, AddedPersonDocument>
{
    private const string CountAttestation = "select count(*) from beneficiaries_attestation where id = @AttestationId and beneficiary_id = @PersonId";

    private const string Insert = """
        insert into beneficiaries_document (id, beneficiary_id, attestation_id, kind, title_cipher, valid_from, valid_until, added_at, added_by)
        values (@Id, @PersonId, @AttestationId, @Kind, @Title, @ValidFrom, @ValidUntil, @At, @By)
        """;

    public async Task<AddedPersonDocument> Handle(AddPersonDocument request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        if (request.AttestationId is not null && await db.ScalarAsync<int>(CountAttestation, new { request.AttestationId, request.PersonId }, cancellationToken) == 0)
        {
            throw new NotFoundException("attestation", request.AttestationId);
        }

        var kept = await documents.KeepForAsync(request.PersonId, request.FileName, request.Content, cancellationToken);
        var kind = request.AttestationId is null ? request.Kind : PersonDocumentKind.Attestation;
        await db.ExecuteAsync(
            Insert,
            new
            {
                kept.Id, request.PersonId, request.AttestationId, Kind = kind.Code(), Title = sensitive.SealText(request.PersonId, request.Title.Trim()), request.ValidFrom, request.ValidUntil,
                At = clock.GetUtcNow(), By = user.Id,
            },
            cancellationToken);
        audit.Changes("beneficiary", request.PersonId);
        return new(kept.Id);
    }
}
