using InclusionPlatform.Shared;

namespace InclusionPlatform.CompanyNetwork;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class CompanyNetworkModule
{
    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddCompanyNetwork(this IServiceCollection services) => services.AddSlicesOf(typeof(CompanyNetworkModule).Assembly);

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapCompanyNetwork(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
