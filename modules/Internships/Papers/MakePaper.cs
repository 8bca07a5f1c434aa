using FluentValidation;
using InclusionPlatform.Internships.Closing.Rules;
using InclusionPlatform.Internships.Conventions;
using InclusionPlatform.Internships.Lifecycle;
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

internal sealed class MakePaperHandler(IDbSession db, VisibleInternships internships, PaperReader reader, PaperMaker maker) : IRequestHandler<MakePaper, MadePaper>
{
    public async Task<MadePaper> Handle(MakePaper request, CancellationToken cancellationToken)
    {
        var kind = request.Kind!.Value;
        var month = PaperNames.IsMonthly(kind) ? Attendance.RegisterMonth.Read(request.Month!).Text : "";
        var (facts, owner) = await FactsAsync(request, cancellationToken);
        if (!facts.Has(kind, month))
        {
            if (kind is PaperKind.Attestation && facts.Row is { IsOver: true })
            {
                AttestationNeedsPresence.Check(isOver: true, facts.Closing);
            }

            throw new RuleBrokenException("paper.too-early", new(
                "Questo documento non si può ancora preparare: mancano i fatti di cui parla.", "This paper cannot be made yet: what it tells has not happened.")) { Field = "kind" };
        }

        return await maker.MakeAsync(facts, kind, month, owner, cancellationToken);
    }

    private async Task<(PaperFacts Facts, PaperOwner Owner)> FactsAsync(MakePaper request, CancellationToken ct)
    {
        if (request.Kind is PaperKind.Convention)
        {
            var convention = await db.FindAsync<ConventionRow>(ConventionRow.SelectById, new { Id = request.ConventionId }, ct) ?? throw new NotFoundException("convention", request.ConventionId);
            return (await reader.OfAsync(convention, ct), new(null, request.ConventionId, null));
        }

        var (row, forCase) = await internships.FindAsync(request.InternshipId!.Value, ct);
        return (await reader.OfAsync(row, forCase, ct), new(row.Id, null, row.BeneficiaryId));
    }
}
