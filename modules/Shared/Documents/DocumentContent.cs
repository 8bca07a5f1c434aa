using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Shared.Documents;

/// <summary>A document to hand out.</summary>
public sealed record DocumentContent(string Name, string ContentType, byte[] Content)
{
    /// <summary>As a file to save: never shown inside the platform's own pages, never kept by browsers or proxies.</summary>
    public FileContentHttpResult AsDownload(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Content, ContentType, Name);
    }
}

/// <summary>Opening a document whole.</summary>
public static class DocumentContents
{
    /// <summary>Name, type and content.</summary>
    /// <exception cref="NotFoundException"><c>document.not-found</c> if there is none.</exception>
    public static async Task<DocumentContent> OpenAsync(this IDocumentStore documents, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var kept = (await documents.DescribeAsync([id], ct)).SingleOrDefault() ?? throw new NotFoundException("document");
        return new(kept.Name, kept.ContentType, await documents.ReadAsync(id, ct));
    }
}
