using InclusionPlatform.Shared;

namespace InclusionPlatform.Internships;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class InternshipsModule
{
    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddInternships(this IServiceCollection services) => services.AddSlicesOf(typeof(InternshipsModule).Assembly);

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapInternships(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
