using System.Text.Json;
using FluentValidation;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Spreadsheets;
using MediatR;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Says which column fills which field, where a person knows better.</summary>
internal sealed record MapColumns(Guid Id, int Version, IReadOnlyDictionary<string, int?> Columns) : ICommand;

/// <summary>By field: the column that fills it, counted from 0, or null to leave the field out.</summary>
internal sealed record ColumnChoices(Dictionary<string, int?> Columns);

internal static class MapColumnsEndpoint
{
    public static void MapMapColumns(this IEndpointRouteBuilder imports) => imports
        .MapPut("/{importId:guid}/mapping", Handle)
        .WithName("mapImportColumns")
        .WithSummary("Say which column fills which field")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<ImportOk> Handle(Guid importId, ColumnChoices body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new MapColumns(importId, match.Version, body.Columns), ct);
        return new(await mediator.Send(new GetImport(importId, null, null, null), ct));
    }
}

internal sealed class MapColumnsValidator : AbstractValidator<MapColumns>
{
    public MapColumnsValidator() => RuleFor(mapping => mapping.Columns).NotNull();
}

internal sealed class MapColumnsHandler(IDbSession db, ImportDesk desk, IAuditTrail audit) : IRequestHandler<MapColumns, Unit>
{
    private const string UpdateChoices = """
        update company_network_import
        set    choices = @Choices, version = version + 1
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
        var changed = await db.ExecuteAsync(UpdateChoices, new { request.Id, request.Version, Choices = JsonSerializer.Serialize(request.Columns) }, cancellationToken);
        return changed == 1 ? Unit.Value : throw new StaleVersionException();
    }
}
