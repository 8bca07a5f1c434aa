using InclusionPlatform.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Reference;

/// <summary>Who runs this platform, for the pages that everybody may open.</summary>
/// <param name="Name">Name of the service.</param>
/// <param name="AccessibilityContact">E-mail address for what cannot be used; null when none was set.</param>
/// <param name="Demo">Whether the data are invented.</param>
/// <param name="MapTiles">Address of the tile server of the maps; null: the maps need none.</param>
/// <param name="MapAttribution">What the tile server wants written on the map.</param>
internal sealed record ServiceCard(string Name, string? AccessibilityContact, bool Demo, string? MapTiles, string? MapAttribution);

internal static class GetServiceEndpoint
{
    public static void MapService(this IEndpointRouteBuilder api) => api
        .MapGet("/public/service", Handle)
        .WithTags("Public")
        .WithName("getService")
        .WithSummary("Name of the service and where to write when a page cannot be used")
        .AllowAnonymous();

    private static Ok<ServiceCard> Handle(PlatformOptions options) =>
        TypedResults.Ok(new ServiceCard(options.ServiceName, Filled(options.AccessibilityContact), options.Demo, Filled(options.MapTiles), Filled(options.MapAttribution)));

    private static string? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
