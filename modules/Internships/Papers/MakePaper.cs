using FluentValidation;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Conventions;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Documents;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Papers;

/// <summary>Makes a paper from what holds now. One that already says it is not made again; one that was not signed gives way to the new one.</summary>
internal sealed record MakePaper(Guid? InternshipId, Guid? ConventionId, PaperKind? Kind, string? Month) : ICommand<MadePaper>;

/// <param name="Id">The paper.</param>
/// <param name="Number">Its version.</param>
internal sealed record MadePaper(Guid Id, int Number);

internal static class MakePaperEndpoint
{
    internal sealed record PaperToMake(Guid? InternshipId, Guid? ConventionId, PaperKind? Kind, string? Month);

    public static void MapMakePaper(this IEndpointRouteBuilder papers) => papers
        .MapPost("/", Handle)
        .WithName("makeInternshipPaper")
        .WithSummary("Make a paper of an internship or a convention from its template")
        .RequireRight(InternshipsModule.Write);

    private static async Task<Ok<MadePaper>> Handle(PaperToMake body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new MakePaper(body.InternshipId, body.ConventionId, body.Kind, body.Month), ct));
}

internal sealed class MakePaperValidator : AbstractValidator<MakePaper>
{
    public MakePaperValidator()
    {
        RuleFor(paper => paper.Kind).NotNull().IsInEnum();
        RuleFor(paper => paper.ConventionId).NotEmpty().When(paper => paper.Kind is PaperKind.Convention);
        RuleFor(paper => paper.InternshipId).NotEmpty().When(paper => paper.Kind is not PaperKind.Convention);
        RuleFor(paper => paper.Month).NotEmpty().When(paper => paper.Kind is { } kind && PaperNames.IsMonthly(kind));
        RuleFor(paper => paper.Month).MaximumLength(7);
    }
}

internal sealed class MakePaperHandler(
    IDbSession db, VisibleInternships internships, PaperReader reader, TemplateShelf shelf, IDocumentStore documents, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<MakePaper, MadePaper>
{
    public async Task<MadePaper> Handle(MakePaper request, CancellationToken cancellationToken)
    {
        var kind = request.Kind!.Value;
        var month = PaperNames.IsMonthly(kind) ? Attendance.RegisterMonth.Read(request.Month!).Text : "";
        var (facts, person) = await FactsAsync(request, cancellationToken);
        if (!facts.Has(kind, month))
        {
            if (kind is PaperKind.Attestation && facts.Row is { IsOver: true })
            {
                AttestationNeedsPresence.Check(isOver: true, facts.Closing);
            }

            throw new RuleBrokenException("paper.too-early", new(
                "Questo documento non si può ancora preparare: mancano i fatti di cui parla.", "This paper cannot be made yet: what it tells has not happened.")) { Field = "kind" };
        }

        var template = (await shelf.InForceAsync(cancellationToken)).GetValueOrDefault(kind);
        var digest = facts.DigestOf(kind, month, template?.Id);
        var of = new { InternshipId = person is null ? null : request.InternshipId, ConventionId = person is null ? request.ConventionId : null, Kind = kind.Code(), Month = month };
        var last = await db.FindAsync<PaperRow>(PaperRow.SelectLast, of, cancellationToken);
        if (last?.Digest == digest)
        {
            return new(last.Id, last.Number);
        }

        var (at, number) = (clock.GetUtcNow(), (last?.Number ?? 0) + 1);
        var content = (await shelf.OpenAsync(kind, template, cancellationToken)).Fill(facts.ValuesOf(kind, month));
        var name = PaperNames.FileOf(kind, month, number, ".docx");
        var kept = person is { } whose ? await documents.KeepForAsync(whose, name, content, cancellationToken) : await documents.KeepAsync(name, content, cancellationToken);
        var id = Guid.CreateVersion7(at);
        await db.ExecuteAsync(
            PaperRow.Insert,
            new { Id = id, of.InternshipId, of.ConventionId, of.Kind, of.Month, Number = number, Digest = digest, TemplateId = template?.Id, Funded = facts.IsFunded, DocumentId = kept.Id, At = at, By = user.Id },
            cancellationToken,
            ifTaken: () => new ConflictException("paper.try-again", new("Un collega sta preparando lo stesso documento: rileggere e riprovare.", "A colleague is making the same paper: read again and retry.")));
        if (last is { SignedId: null })
        {
            await db.ExecuteAsync(PaperRow.Delete, new { last.Id }, cancellationToken);
            await documents.ForgetAsync(last.DocumentId, cancellationToken);
        }

        audit.Changes(person is null ? "convention" : "internship", (person is null ? request.ConventionId : request.InternshipId)!.Value);
        if (person is { } about)
        {
            audit.Changes("beneficiary", about);
        }

        return new(id, number);
    }

    private async Task<(PaperFacts Facts, Guid? Person)> FactsAsync(MakePaper request, CancellationToken ct)
    {
        if (request.Kind is PaperKind.Convention)
        {
            var convention = await db.FindAsync<ConventionRow>(ConventionRow.SelectById, new { Id = request.ConventionId }, ct) ?? throw new NotFoundException("convention");
            return (await reader.OfAsync(convention, ct), null);
        }

        var (row, forCase) = await internships.FindAsync(request.InternshipId!.Value, ct);
        return (await reader.OfAsync(row, forCase, ct), row.BeneficiaryId);
    }
}
