using InclusionPlatform.Shared;

namespace InclusionPlatform.Beneficiaries;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class BeneficiariesModule
{
    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddBeneficiaries(this IServiceCollection services) => services.AddSlicesOf(typeof(BeneficiariesModule).Assembly);

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapBeneficiaries(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
