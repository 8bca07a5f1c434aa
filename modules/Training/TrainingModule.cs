using InclusionPlatform.Shared;

namespace InclusionPlatform.Training;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class TrainingModule
{
    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddTraining(this IServiceCollection services) => services.AddSlicesOf(typeof(TrainingModule).Assembly);

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapTraining(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
