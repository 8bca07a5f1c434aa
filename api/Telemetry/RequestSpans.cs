using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace InclusionPlatform.Api.Telemetry;

/// <summary>Names the span of a request by its route, such as <c>GET /api/v1/companies/{id}</c>: never by the address as it was called.</summary>
internal static class RequestSpans
{
    public static async Task Name(HttpContext http, RequestDelegate next)
    {
        var span = http.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is { IsAllDataRequested: true } && http.GetEndpoint() is RouteEndpoint endpoint)
        {
            var route = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
            span.DisplayName = $"{http.Request.Method} {route}";
            span.SetTag("http.request.method", http.Request.Method);
            span.SetTag("http.route", route);
        }

        await next(http);
        span?.SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }
}
