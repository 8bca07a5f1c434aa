using System.Text;
using Microsoft.Net.Http.Headers;

namespace InclusionPlatform.Api.Http;

/// <summary>What HTTP itself asks of every address (RFC 9110): HEAD wherever there is a GET, OPTIONS, and plain words for a method or content that the address does not take.</summary>
internal static class RequestForms
{
    private const string WrongMethod = "405 HTTP Method Not Supported";
    private const string WrongMediaType = "415 HTTP Unsupported Media Type";

    /// <summary>A HEAD is answered as its GET would be, without the body (section 9.3.2): monitors and link checkers ask so.</summary>
    public static Task AnswerHeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
            http.Response.Body = Stream.Null;
        }

        return next(http);
    }

    /// <summary>
    /// A method or a body that the address does not take is told so to whoever sends it. Routing answers with endpoints of its own, which have no policy: without this, whoever is not
    /// signed in (a system that asks for its token) would be told to sign in.
    /// </summary>
    public static Task RefuseOthers(HttpContext http, RequestDelegate next)
    {
        var endpoint = http.GetEndpoint();
        if (endpoint?.DisplayName == WrongMethod && endpoint.RequestDelegate is { } refuse)
        {
            return RefuseMethodAsync(http, refuse);
        }

        if (endpoint?.DisplayName == WrongMediaType || !HasKnownCharset(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private static async Task RefuseMethodAsync(HttpContext http, RequestDelegate refuse)
    {
        // Routing's own answer names the methods that there are in Allow.
        await refuse(http);
        var allowed = http.Response.Headers.Allow.ToString();
        if (allowed.Contains(HttpMethods.Get, StringComparison.Ordinal))
        {
            http.Response.Headers.Allow = $"{allowed}, {HttpMethods.Head}";
        }

        if (HttpMethods.IsOptions(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    /// <summary>A text in an encoding that nobody knows cannot be read, and the framework takes that for a mistake of the server.</summary>
    private static bool HasKnownCharset(HttpRequest request)
    {
        if (request.ContentType is not { } type || !type.Contains("charset", StringComparison.OrdinalIgnoreCase) || !MediaTypeHeaderValue.TryParse(type, out var media) || !media.Charset.HasValue)
        {
            return true;
        }

        try
        {
            Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(media.Charset).ToString());
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
