using InclusionPlatform.Shared;

namespace InclusionPlatform.Bulletin;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class BulletinModule
{
    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddBulletin(this IServiceCollection services) => services.AddSlicesOf(typeof(BulletinModule).Assembly);

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapBulletin(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
