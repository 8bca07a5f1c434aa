using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Assessments.Fragility;

/// <summary>The formulas that were declared, the latest first, and what a formula may use.</summary>
internal sealed record ListFragilityFormulas : IQuery<FragilitySettings>;

/// <summary>The formulas.</summary>
internal sealed record FragilitySettings(IReadOnlyList<FragilityFormulaRecord> Formulas, IReadOnlyList<FormulaName> Names);

/// <summary>A formula.</summary>
/// <param name="Id">The formula.</param>
/// <param name="ValidFrom">From which day.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Source">The act or decision that it comes from.</param>
/// <param name="Formula">As written; null where none is used from that day on.</param>
/// <param name="Bands">Its bands.</param>
/// <param name="InForce">Whether it holds today.</param>
internal sealed record FragilityFormulaRecord(Guid Id, DateOnly ValidFrom, string Name, string Source, string? Formula, IReadOnlyList<FragilityBand> Bands, bool InForce);

/// <summary>A name that a formula may use.</summary>
/// <param name="Name">Name that a formula can use.</param>
/// <param name="Meaning">What it stands for.</param>
internal sealed record FormulaName(string Name, string Meaning);

internal static class ListFragilityFormulasEndpoint
{
    public static void MapListFragilityFormulas(this IEndpointRouteBuilder formulas) => formulas
        .MapGet("/", Handle)
        .WithName("listFragilityFormulas")
        .WithSummary("List the formulas of the fragility index and what they may use")
        .RequireRight(AssessmentEndpoints.ReadSettings);

    private static async Task<Ok<FragilitySettings>> Handle(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListFragilityFormulas(), ct));
}

internal sealed class ListFragilityFormulasHandler(IDbSession db, TimeProvider clock) : IRequestHandler<ListFragilityFormulas, FragilitySettings>
{
    private const string Select = """
        select id as Id, valid_from as ValidFrom, name as Name, source as Source, formula as Formula, bands as Bands
        from   beneficiaries_fragility_formula
        order by valid_from desc, declared_at desc
        """;

    public async Task<FragilitySettings> Handle(ListFragilityFormulas request, CancellationToken cancellationToken)
    {
        var rows = await db.QueryAsync<DeclaredFormula>(Select, null, cancellationToken);
        var inForce = rows.FirstOrDefault(row => row.ValidFrom <= clock.Today())?.Id;
        return new(
            [.. rows.Select(row => new FragilityFormulaRecord(row.Id, row.ValidFrom, row.Name, row.Source, row.Formula, FragilityWords.Bands(row.Bands), row.Id == inForce))],
            [.. FragilityFormulas.Names.Select(name => new FormulaName(name, FragilityWords.Name(name)))]);
    }
}
