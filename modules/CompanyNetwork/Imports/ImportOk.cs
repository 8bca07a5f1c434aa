using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace InclusionPlatform.CompanyNetwork.Imports;

/// <summary>
/// Answers an import with its version as ETag, but never 304: the states of its rows follow the bank, which changes without the import changing.
/// </summary>
internal sealed class ImportOk(ImportView import) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{import.Version}\"");
        return httpContext.Response.WriteAsJsonAsync(import, httpContext.RequestAborted);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ImportView), ["application/json"]));
}
