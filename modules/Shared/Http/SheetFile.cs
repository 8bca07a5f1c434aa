using System.Net.Mime;
using System.Reflection;
using InclusionPlatform.Shared.Spreadsheets;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace InclusionPlatform.Shared.Http;

/// <summary>The files in which a list leaves the platform.</summary>
public enum SheetFormat
{
    /// <summary>A workbook with real dates and numbers.</summary>
    Xlsx,

    /// <summary>Text with semicolons, as Italian Excel opens it.</summary>
    Csv,
}

/// <summary>
/// Answers a list as a file, row by row: memory does not grow with the list. Texts are never run as formulas (<see cref="SpreadsheetWriter"/>).
/// </summary>
/// <param name="format">Which file.</param>
/// <param name="name">Name of the file without its ending, which is also the sheet's.</param>
/// <param name="headers">Names of the columns.</param>
/// <param name="rows">The rows, read as they are written.</param>
public sealed class SheetFile(SheetFormat format, string name, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = format is SheetFormat.Xlsx ? SpreadsheetWriter.XlsxMediaType : SpreadsheetWriter.CsvMediaType;
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName($"{name}.{format.Code()}");
        response.Headers.ContentDisposition = disposition.ToString();
        await (format is SheetFormat.Xlsx
            ? SpreadsheetWriter.WriteXlsxAsync(response.Body, name, headers, rows, httpContext.RequestAborted)
            : SpreadsheetWriter.WriteCsvAsync(response.Body, headers, rows, httpContext.RequestAborted));
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(FileContents), [SpreadsheetWriter.XlsxMediaType, "text/csv"]));

    // Only so that the API's document says that the answer is a file.
    private sealed class FileContents;
}
