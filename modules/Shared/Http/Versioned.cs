using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace InclusionPlatform.Shared.Http;

/// <summary>A record with the version that is its ETag.</summary>
public interface IVersioned
{
    /// <summary>Grows by one with each change; send it back in <c>If-Match</c>.</summary>
    int Version { get; }
}

/// <summary>Answers a record with its ETag, or 304 to whoever has it already.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="record">The record.</param>
public sealed class VersionedOk<T>(T record) : IResult, IEndpointMetadataProvider where T : IVersioned
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{record.Version}\"");
        httpContext.Response.Headers.ETag = tag;
        if (IsKnown(httpContext.Request.Headers.IfNoneMatch, tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return httpContext.Response.WriteAsJsonAsync(record, httpContext.RequestAborted);
    }

    /// <summary>Several tags, <c>*</c> and the weak form that a proxy makes of a tag when it compresses are compared too (RFC 9110, 13.1.2).</summary>
    private static bool IsKnown(StringValues held, string tag) => held.Count > 0 && EntityTagHeaderValue.TryParseList(held.ToArray()!, out var tags)
        && tags.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag.Equals(tag, StringComparison.Ordinal));

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>The version on which a change is based, from the <c>If-Match</c> header: required, so that no edit overwrites another's silently.</summary>
/// <param name="Version">As in the ETag.</param>
public readonly record struct IfMatch(int Version)
{
    /// <summary>Reads the header.</summary>
    /// <exception cref="RequestException"><c>request.if-match-required</c> (428) without it.</exception>
    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0)
        {
            throw new RequestException(StatusCodes.Status428PreconditionRequired, "request.if-match-required", new(
                "Manca l'intestazione If-Match con la versione che si sta modificando: rileggere il dato e riprovare.",
                "The If-Match header with the version being changed is missing: read the record again and retry."));
        }

        var text = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        return int.TryParse(text.Trim('"'), CultureInfo.InvariantCulture, out var version) ? new(new IfMatch(version)) : throw new StaleVersionException();
    }
}
