using FluentValidation;
using InclusionPlatform.Beneficiaries.Selection.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Selection;

/// <summary>Declares places, criteria with their points and what decides among equals. It may be declared anew until the ranking is frozen.</summary>
internal sealed record DeclareSelection(
    Guid ProgrammeId, Guid CohortId, int Version, string? Title, int? Places, string? Note, IReadOnlyList<CriterionData>? Criteria, IReadOnlyList<TieBreak>? TieBreaks) : ICommand;

/// <summary>A criterion as it is declared.</summary>
/// <param name="Criterion">Which.</param>
/// <param name="Argument">Months, ages such as 18-29, code of a category, or the name of what is judged by hand.</param>
/// <param name="Points">1 to 1,000.</param>
internal sealed record CriterionData(SelectionCriterion? Criterion, string? Argument, int? Points);

internal static class DeclareSelectionEndpoint
{
    /// <summary>The declaration, whole.</summary>
    /// <param name="Title">As people call it.</param>
    /// <param name="Places">How many places it gives.</param>
    internal sealed record SelectionBody(string? Title, int? Places, string? Note, IReadOnlyList<CriterionData>? Criteria, IReadOnlyList<TieBreak>? TieBreaks);

    public static void MapDeclareSelection(this IEndpointRouteBuilder programmes) => programmes
        .MapPut("/{programmeId:guid}/cohorts/{cohortId:guid}", Handle)
        .WithName("declareSelection")
        .WithSummary("Declare places, criteria and tie-breaks of a selection")
        .RequireRight(SelectionRoom.Select);

    private static async Task<NoContent> Handle(Guid programmeId, Guid cohortId, IfMatch match, SelectionBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeclareSelection(programmeId, cohortId, match.Version, body.Title, body.Places, body.Note, body.Criteria, body.TieBreaks), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class DeclareSelectionValidator : AbstractValidator<DeclareSelection>
{
    private const int MostCriteria = 40, MostPoints = 1000;

    public DeclareSelectionValidator()
    {
        RuleFor(selection => selection.Title).NotEmpty().MaximumLength(200);
        RuleFor(selection => selection.Places).NotNull().InclusiveBetween(1, OpenCohortValidator.MostPlaces);
        RuleFor(selection => selection.Note).NotEmpty().MaximumLength(1000);
        RuleFor(selection => selection.Criteria).NotEmpty().HasAtMost(MostCriteria);
        RuleForEach(selection => selection.Criteria).ChildRules(item =>
        {
            item.RuleFor(one => one.Criterion).NotNull().IsInEnum();
            item.RuleFor(one => one.Points).NotNull().InclusiveBetween(1, MostPoints);
            item.RuleFor(one => one.Argument).Must((one, argument) => one.Criterion is not { } criterion || CriterionArgument.Fits(criterion, Blank(argument))).WithErrorCode("selection.argument")
                .WithMessage(_ => new Words(
                    "Questo criterio chiede altro: i mesi (12), le età (18-29), una categoria dell'elenco, o il nome di ciò che si valuta.",
                    "This criterion asks for something else: months (12), ages (18-29), a category of the list, or the name of what is judged.").ToString());
        });
        RuleFor(selection => selection.Criteria)
            .Must(criteria => criteria is null || criteria.Select(one => (one.Criterion, Blank(one.Argument))).Distinct().Count() == criteria.Count).WithErrorCode("selection.criterion-twice")
            .WithMessage(_ => new Words("Lo stesso criterio è scritto due volte: lasciarlo una volta sola.", "The same criterion is written twice: keep it once.").ToString());
        RuleFor(selection => selection.TieBreaks).Must(ties => ties is null || (ties.Distinct().Count() == ties.Count && ties.All(tie => Enum.IsDefined(tie) && tie is not TieBreak.Number)))
            .WithErrorCode("selection.tie-breaks")
            .WithMessage(_ => new Words("Ogni regola per i pari merito va scritta una volta sola.", "Each rule for equals is to be written once.").ToString());
    }

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class DeclareSelectionHandler(IDbSession db, CohortDesk desk, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<DeclareSelection, Unit>
{
    private const string Update = """
        update beneficiaries_cohort
        set    title = @Title, places = @Places, criteria_note = @Note, criteria_on = @Today, criteria_by = @Me, tie_breaks = @TieBreaks, version = version + 1
        where  id = @CohortId and version = @Version and state = 'open'
        """;

    private const string Delete = "delete from beneficiaries_cohort_criterion where cohort_id = @CohortId";

    private const string Insert = "insert into beneficiaries_cohort_criterion (cohort_id, position, criterion, argument, points) values (@CohortId, @Position, @Criterion, @Argument, @Points)";

    public async Task<Unit> Handle(DeclareSelection request, CancellationToken cancellationToken)
    {
        CohortDesk.DemandOpen(await desk.FindAsync(request.ProgrammeId, request.CohortId, cancellationToken));
        var row = new
        {
            request.CohortId, request.Version, Title = request.Title!.Trim(), request.Places, Note = request.Note!.Trim(), Today = clock.Today(), Me = user.Id,
            TieBreaks = string.Join(',', (request.TieBreaks ?? []).Select(tie => tie.Code())),
        };
        if (await db.ExecuteAsync(Update, row, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        await db.ExecuteAsync(Delete, new { request.CohortId }, cancellationToken);
        await db.ExecuteAsync(
            Insert,
            request.Criteria!.Select((one, index) => new
            {
                request.CohortId, Position = index + 1, Criterion = one.Criterion!.Value.Code(), Argument = DeclareSelectionValidator.Blank(one.Argument), one.Points,
            }).ToArray(),
            cancellationToken);
        audit.Changes("cohort", request.CohortId);
        return Unit.Value;
    }
}
