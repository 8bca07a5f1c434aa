using System.Diagnostics.CodeAnalysis;

namespace InclusionPlatform.Shared.Http;

/// <summary>Endpoints that take the fields of a form.</summary>
public static class FormEndpoint
{
    /// <summary>
    /// Maps a handler whose parameters are fields of a form. The handlers of all other endpoints are bound by code that is generated at build, which makes the
    /// start much shorter; of forms it tells the API document nothing but that there are texts, so these are bound at start from what the parameters say.
    /// </summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Delegate handler) =>
#pragma warning disable RDG002 // That the handler is not known at build is what this is for.
        endpoints.MapPost(pattern, handler);
#pragma warning restore RDG002
}
