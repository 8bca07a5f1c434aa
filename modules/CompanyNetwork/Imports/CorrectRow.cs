using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>Corrects a row in place: what is given takes the place of the cell, the rest stays as in the file. A skipped row comes back.</summary>
internal sealed record CorrectRow(Guid Id, int Number, IReadOnlyDictionary<string, string?> Values) : ICommand;

/// <summary>The row as it stands now, and the import's counts with it.</summary>
/// <param name="Row">The row as it is now.</param>
/// <param name="Counts">How the rows stand now.</param>
internal sealed record CorrectedRow(ImportRowView Row, ImportCounts Counts);

/// <summary>The texts of the fields that change; null or empty leaves the field empty.</summary>
/// <param name="Values">Corrected values by field; null takes a correction back.</param>
internal sealed record RowCorrection(Dictionary<string, string?> Values);

internal static class CorrectRowEndpoint
{
    public static void MapCorrectRow(this IEndpointRouteBuilder imports) => imports
        .MapPut("/{importId:guid}/rows/{number:int}", Handle)
        .WithName("correctImportRow")
        .WithSummary("Correct a row in place")
        .RequireRight(CompanyNetworkModule.WriteCompanies);

    private static async Task<Ok<CorrectedRow>> Handle(Guid importId, int number, RowCorrection body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CorrectRow(importId, number, body.Values), ct);
        return TypedResults.Ok(await mediator.Send(new LookAtRow(importId, number), ct));
    }
}

internal sealed class CorrectRowValidator : AbstractValidator<CorrectRow>
{
    private const int LongestText = 4000;

    public CorrectRowValidator()
    {
        RuleFor(row => row.Values).Cascade(CascadeMode.Stop).NotNull()
            .Must(values => values.Keys.All(field => ImportFields.Known.Any(known => known.Field == field))).WithErrorCode("import-row.field-unknown")
            .WithMessage(_ => new Words("Uno dei campi indicati non esiste.", "One of the fields does not exist.").ToString());
        RuleForEach(row => row.Values).Must(value => value.Value is null or { Length: <= LongestText }).WithErrorCode("import-row.text-too-long")
            .WithMessage(_ => new Words("Un testo è troppo lungo.", "A text is too long.").ToString()).When(row => row.Values is not null);
    }
}

internal sealed class CorrectRowHandler(IDbSession db, ImportDesk desk, IAuditTrail audit) : IRequestHandler<CorrectRow, Unit>
{
    private const string SelectRow = $"""
        select {StoredRow.Columns}
        from   company_network_import_row
        where  import_id = @Id and row_number = @Number
        """;

    private const string UpdateRow = """
        update company_network_import_row
        set    corrections = @Corrections, skipped = 0
        where  import_id = @Id and row_number = @Number
        """;

    public async Task<Unit> Handle(CorrectRow request, CancellationToken cancellationToken)
    {
        await desk.OpenForChangeAsync(request.Id, cancellationToken);
        var row = await db.FindAsync<StoredRow>(SelectRow, new { request.Id, request.Number }, cancellationToken) ?? throw new NotFoundException("import-row");
        var corrected = row.CorrectedFields;
        foreach (var (field, text) in request.Values)
        {
            corrected[field] = text?.Trim() ?? "";
        }

        audit.Changes("company-import", request.Id);
        await db.ExecuteAsync(UpdateRow, new { request.Id, request.Number, Corrections = JsonSerializer.Serialize(corrected) }, cancellationToken);
        return Unit.Value;
    }
}

/// <summary>One row of an import among all: its state may follow from the others.</summary>
internal sealed record LookAtRow(Guid Id, int Number) : IQuery<CorrectedRow>;

internal sealed class LookAtRowHandler(ImportDesk desk) : IRequestHandler<LookAtRow, CorrectedRow>
{
    public async Task<CorrectedRow> Handle(LookAtRow request, CancellationToken cancellationToken)
    {
        var tally = new ImportTally();
        ImportRowView? found = null;
        await foreach (var row in desk.EvaluateAsync(await desk.OpenAsync(request.Id, cancellationToken), cancellationToken))
        {
            tally.Add(row);
            if (row.Stored.RowNumber == request.Number)
            {
                found = ImportRowView.Of(row);
            }
        }

        return new(found ?? throw new NotFoundException("import-row"), tally.Counts);
    }
}
