using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Papers;

/// <summary>Keeps the signed paper with the very version that was signed: that one stays for ever, whatever changes afterwards.</summary>
internal sealed record KeepSignedPaper(Guid Id, DateOnly? SignedOn, string FileName, byte[] Content) : ICommand;

internal static class KeepSignedPaperEndpoint
{
    public static void MapKeepSignedPaper(this IEndpointRouteBuilder papers) => papers
        .MapForm("/{id:guid}/signed", Handle)
        .DisableAntiforgery()
        .WithName("keepSignedInternshipPaper")
        .WithSummary("Keep the signed paper with the version that was signed")
        .RequireRight(InternshipsModule.Write);

    private static async Task<NoContent> Handle(
        Guid id, [Microsoft.AspNetCore.Mvc.FromForm] string? signedOn, IFormFile file, DocumentOptions options, IMediator mediator, CancellationToken ct)
    {
        var uploaded = await UploadedFile.ReadAsync(file, options, ct);
        await mediator.Send(new KeepSignedPaper(id, UploadedFile.Day(signedOn, "signedOn"), uploaded.Name, uploaded.Content), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class KeepSignedPaperValidator : AbstractValidator<KeepSignedPaper>
{
    public KeepSignedPaperValidator(TimeProvider clock)
    {
        RuleFor(paper => paper.SignedOn).NotNull().IsOfAPaper(clock);
    }
}

internal sealed class KeepSignedPaperHandler(IDbSession db, PaperFinder finder, VisibleInternships internships, IDocumentStore documents, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<KeepSignedPaper, Unit>
{
    public async Task<Unit> Handle(KeepSignedPaper request, CancellationToken cancellationToken)
    {
        var paper = await finder.FindAsync(request.Id, cancellationToken);
        var person = paper.InternshipId is { } internship ? (await internships.FindAsync(internship, cancellationToken)).Row.BeneficiaryId : (Guid?)null;
        var kept = person is { } whose
            ? await documents.KeepForAsync(whose, request.FileName, request.Content, cancellationToken)
            : await documents.KeepAsync(request.FileName, request.Content, cancellationToken);
        if (await db.ExecuteAsync(PaperRow.Sign, new { paper.Id, request.SignedOn, SignedId = kept.Id, At = clock.GetUtcNow(), By = user.Id }, cancellationToken) == 0)
        {
            throw new ConflictException("paper.already-signed", new(
                "Di questa versione c'è già il documento firmato, che resta. Per firmarne un altro preparare una nuova versione.",
                "The signed paper of this version is kept already, and stays. To sign another one, make a new version."));
        }

        audit.Changes(person is null ? "convention" : "internship", (paper.InternshipId ?? paper.ConventionId)!.Value);
        if (person is { } about)
        {
            audit.Changes("beneficiary", about);
        }

        return Unit.Value;
    }
}
