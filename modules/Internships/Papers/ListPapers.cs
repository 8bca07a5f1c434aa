using FluentValidation;
using InclusionPlatform.Internships.Conventions;
using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Papers;

/// <summary>The papers of an internship or a convention: those that were made, whether they still say what is true, and those that can be made.</summary>
internal sealed record ListPapers(Guid? InternshipId, Guid? ConventionId) : IQuery<PaperList>;

/// <param name="Items">Those that were made, by kind, the last version first.</param>
/// <param name="ToMake">Those that can be made or made anew.</param>
internal sealed record PaperList(IReadOnlyList<ShownPaper> Items, IReadOnlyList<PaperToBeMade> ToMake);

/// <param name="Id">The paper.</param>
/// <param name="Kind">Which.</param>
/// <param name="Month">For which month, or empty.</param>
/// <param name="Number">Its version.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MadeBy">By whom, while the account is known.</param>
/// <param name="IsLast">No later version was made.</param>
/// <param name="IsCurrent">It still says what is true; of earlier versions it is not asked.</param>
/// <param name="SignedOn">The day on which it was signed, if the signed one is kept.</param>
internal sealed record ShownPaper(Guid Id, PaperKind Kind, string Month, int Number, DateTimeOffset MadeAt, string? MadeBy, bool IsLast, bool IsCurrent, DateOnly? SignedOn)
{
    /// <summary>Given on screen or through a link to this very version.</summary>
    public required IReadOnlyList<PaperSignature> Signatures { get; init; }
}

/// <param name="Kind">Which.</param>
/// <param name="Months">The months, the last first; none for what is not made by month.</param>
internal sealed record PaperToBeMade(PaperKind Kind, IReadOnlyList<string> Months);

internal static class ListPapersEndpoint
{
    public static void MapListPapers(this IEndpointRouteBuilder papers) => papers
        .MapGet("/", Handle)
        .WithName("listInternshipPapers")
        .WithSummary("The papers of an internship or of a convention")
        .RequireRight(InternshipsModule.Read);

    private static async Task<Ok<PaperList>> Handle(Guid? internshipId, Guid? conventionId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListPapers(internshipId, conventionId), ct));
}

internal sealed class ListPapersValidator : AbstractValidator<ListPapers>
{
    public ListPapersValidator() => RuleFor(papers => papers.InternshipId).NotEmpty().When(papers => papers.ConventionId is null);
}

internal sealed class ListPapersHandler(IDbSession db, VisibleInternships internships, PaperReader reader, TemplateShelf shelf, PaperSignatures signatures, IColleagues colleagues, IAuditTrail audit) : IRequestHandler<ListPapers, PaperList>
{
    public async Task<PaperList> Handle(ListPapers request, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(request, cancellationToken);
        var rows = await db.QueryAsync<PaperRow>(
            PaperRow.SelectOf, new { request.InternshipId, ConventionId = request.InternshipId is null ? request.ConventionId : null }, cancellationToken);
        var templates = await shelf.InForceAsync(cancellationToken);
        var names = rows.Count == 0 ? null : await colleagues.NamesAsync(cancellationToken);
        var signed = request.InternshipId is { } internship ? await signatures.OfInternshipAsync(internship, cancellationToken) : null;
        var last = rows.GroupBy(row => (row.Kind, row.Month)).Select(versions => versions.MaxBy(row => row.Number)!.Id).ToHashSet();
        return new(
            [.. rows.Select(row => new ShownPaper(
                row.Id, row.Kind, row.Month, row.Number, row.MadeAt, names!.GetValueOrDefault(row.MadeBy), last.Contains(row.Id),
                last.Contains(row.Id) && facts.Has(row.Kind, row.Month) && facts.Says(row.Digest, row.Kind, row.Month, templates.GetValueOrDefault(row.Kind)?.Id, row.IsBound), row.SignedOn)
                { Signatures = signed is null ? [] : [.. signed[row.Id]] })],
            [.. Enum.GetValues<PaperKind>()
                .Select(kind => new PaperToBeMade(kind, PaperNames.IsMonthly(kind) ? facts.MonthsOf(kind) : []))
                .Where(paper => PaperNames.IsMonthly(paper.Kind) ? paper.Months.Count > 0 : facts.Has(paper.Kind, ""))]);
    }

    private async Task<PaperFacts> FactsAsync(ListPapers request, CancellationToken ct)
    {
        if (request.InternshipId is { } id)
        {
            var (row, forCase) = await internships.FindAsync(id, ct);
            audit.Reads("internship", row.Id, "papers");
            return await reader.OfAsync(row, forCase, ct);
        }

        var convention = await db.FindAsync<ConventionRow>(ConventionRow.SelectById, new { Id = request.ConventionId }, ct) ?? throw new NotFoundException("convention");
        return await reader.OfAsync(convention, ct);
    }
}
