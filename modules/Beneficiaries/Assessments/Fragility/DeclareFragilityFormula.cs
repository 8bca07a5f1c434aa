using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments.Fragility;

/// <summary>Declares by which formula the fragility index is reckoned from a day on; without a formula, that none is used any more.</summary>
internal sealed record DeclareFragilityFormula(DateOnly? ValidFrom, string? Name, string? Source, string? Formula, IReadOnlyList<BandDraft>? Bands) : ICommand<DeclaredFragilityFormula>;

/// <summary>A band as written.</summary>
internal sealed record BandDraft(string? Label, decimal? UpTo);

internal sealed record DeclaredFragilityFormula(Guid Id);

internal static class DeclareFragilityFormulaEndpoint
{
    public static void MapDeclareFragilityFormula(this IEndpointRouteBuilder formulas) => formulas
        .MapPost("/", Handle)
        .WithName("declareFragilityFormula")
        .WithSummary("Declare the formula of the fragility index")
        .RequireRight(AssessmentEndpoints.WriteSettings);

    private static async Task<Created<DeclaredFragilityFormula>> Handle(DeclareFragilityFormula body, IMediator mediator, CancellationToken ct) =>
        TypedResults.Created("/api/v1/fragility-formulas", await mediator.Send(body, ct));
}

internal sealed class DeclareFragilityFormulaValidator : AbstractValidator<DeclareFragilityFormula>
{
    public DeclareFragilityFormulaValidator(TimeProvider clock)
    {
        RuleFor(formula => formula.ValidFrom).NotNull().IsLikelyDay().Must(day => day is null || day >= clock.Today()).WithErrorCode("formula.in-the-past")
            .WithMessage(_ => new Words("Una formula vale da oggi o da un giorno futuro: gli indici già calcolati restano.", "A formula holds from today or a later day: indexes reckoned already stay.").ToString());
        RuleFor(formula => formula.Name).NotEmpty().MaximumLength(120);
        RuleFor(formula => formula.Source).NotEmpty().MaximumLength(500);
        RuleFor(formula => formula.Formula).MaximumLength(FragilityFormula.Longest);
        RuleFor(formula => formula.Bands).HasAtMost(8);
        RuleForEach(formula => formula.Bands).NotNull().ChildRules(band => band.RuleFor(one => one.Label).NotEmpty().MaximumLength(60));
        RuleFor(formula => formula.Bands).Must(bands => bands is null || Ordered(bands)).WithErrorCode("formula.bands-order")
            .WithMessage(_ => new Words(
                "Le fasce vanno dalla più bassa alla più alta, e solo l'ultima può essere senza limite.", "Bands go from the lowest to the highest, and only the last may have no limit.").ToString());
    }

    private static bool Ordered(IReadOnlyList<BandDraft> bands)
    {
        for (var at = 0; at < bands.Count - 1; at++)
        {
            if (bands[at]?.UpTo is not { } limit || (bands[at + 1]?.UpTo is { } next && next <= limit))
            {
                return false;
            }
        }

        return true;
    }
}

internal sealed class DeclareFragilityFormulaHandler(IDbSession db, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<DeclareFragilityFormula, DeclaredFragilityFormula>
{
    private const string Insert = """
        insert into beneficiaries_fragility_formula (id, valid_from, name, source, formula, bands, declared_at, declared_by)
        values (@Id, @ValidFrom, @Name, @Source, @Formula, @Bands, @Now, @Me)
        """;

    public async Task<DeclaredFragilityFormula> Handle(DeclareFragilityFormula request, CancellationToken cancellationToken)
    {
        var formula = string.IsNullOrWhiteSpace(request.Formula) ? null : request.Formula.Trim();
        try
        {
            _ = formula is null ? null : FragilityFormula.Parse(formula, FragilityFormulas.Names);
        }
        catch (FormulaException error)
        {
            throw new FieldException("formula", error.Code, error.Sentence);
        }

        var now = clock.GetUtcNow();
        var declared = new DeclaredFragilityFormula(Guid.CreateVersion7(now));
        await db.ExecuteAsync(
            Insert,
            new
            {
                declared.Id, request.ValidFrom, Name = request.Name!.Trim(), Source = request.Source!.Trim(), Formula = formula,
                Bands = FragilityWords.Bands((request.Bands ?? []).Select(band => new FragilityBand(band.Label!.Trim(), band.UpTo))), Now = now, Me = user.Id,
            },
            cancellationToken);
        audit.Changes("fragility-formula", declared.Id);
        return declared;
    }
}
