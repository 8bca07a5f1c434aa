using System.Text.Json;
using FluentValidation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Spreadsheets;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Says which column fills which field, where a person knows better.</summary>
internal sealed record MapColumns(Guid Id, int Version, IReadOnlyDictionary<string, int?> Columns, IReadOnlyList<string>? Blanks, string? Source) : ICommand;

/// <summary>What a person decides of the columns.</summary>
/// <param name="Columns">By field: the column that fills it, counted from 0, or null to leave the field out.</param>
/// <param name="Blanks">Fields that empty cells blank; without them an empty cell changes nothing.</param>
/// <param name="Source">Name of the list whose ids the sheet carries; the same name finds the same companies again. Null leaves it as it is.</param>
internal sealed record ColumnChoices(Dictionary<string, int?> Columns, IReadOnlyList<string>? Blanks, string? Source);

internal static class MapColumnsEndpoint
{
    public static void MapMapColumns(this IEndpointRouteBuilder imports) => imports
        .MapPut("/{importId:guid}/mapping", Handle)
        .WithName("mapImportColumns")
        .WithSummary("Say which column fills which field")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<ImportOk> Handle(Guid importId, ColumnChoices body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new MapColumns(importId, match.Version, body.Columns, body.Blanks, body.Source), ct);
        return new(await mediator.Send(new GetImport(importId, null, null, null), ct));
    }
}

internal sealed class MapColumnsValidator : AbstractValidator<MapColumns>
{
    public MapColumnsValidator()
    {
        RuleFor(mapping => mapping.Columns).NotNull();
        RuleFor(mapping => mapping.Source).MaximumLength(ExternalIds.LongestSource);
        RuleFor(mapping => mapping.Blanks).Must(blanks => blanks is null || blanks.All(ImportFields.Blankable.Contains)).WithErrorCode("company-import.cannot-blank")
            .WithMessage(_ => new Words("Uno dei campi indicati non può essere svuotato dalle celle vuote.", "One of the fields cannot be blanked by empty cells.").ToString());
    }
}

internal sealed class MapColumnsHandler(IDbSession db, ImportDesk desk, IAuditTrail audit) : IRequestHandler<MapColumns, Unit>
{
    private const string UpdateChoices = """
        update company_network_import
        set    choices = @Choices, blanks = @Blanks, source = coalesce(@Source, source), version = version + 1
        where  id = @Id and version = @Version and confirmed_at is null
        """;

    public async Task<Unit> Handle(MapColumns request, CancellationToken cancellationToken)
    {
        var import = await desk.OpenForChangeAsync(request.Id, cancellationToken);
        try
        {
            ColumnMapping.Suggest(JsonSerializer.Deserialize<string[]>(import.Headers)!, ImportFields.Known).With(request.Columns);
        }
        catch (SpreadsheetException wrong)
        {
            throw new FieldException("columns", wrong.Code, new(wrong.Italian, wrong.English));
        }

        audit.Changes("company-import", request.Id);
        var changed = await db.ExecuteAsync(
            UpdateChoices,
            new
            {
                request.Id,
                request.Version,
                Choices = JsonSerializer.Serialize(request.Columns),
                Blanks = request.Blanks is { Count: > 0 } blanks ? string.Join(' ', blanks.Distinct()) : null,
                Source = string.IsNullOrWhiteSpace(request.Source) ? null : request.Source.Trim(),
            },
            cancellationToken);
        return changed == 1 ? Unit.Value : throw new StaleVersionException();
    }
}
