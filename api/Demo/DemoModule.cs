using InclusionPlatform.Api.Hosting;
using InclusionPlatform.Demo;
using InclusionPlatform.Shared.Mail;

namespace InclusionPlatform.Api.Demo;

/// <summary>In demo mode an empty database is filled with the invented year, unless only the demo accounts are wanted (<c>Platform:DemoYear=false</c>); otherwise nothing of this is there.</summary>
internal static class DemoModule
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue("Platform:Demo", false) || !configuration.GetValue("Platform:DemoYear", true))
        {
            return services;
        }

        services.AddSingleton<DemoClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>());
        services.AddSingleton<IStartUpStep, DemoYearStep>();

        var present = services.Last(service => service.ServiceType == typeof(IMailTransport));
        services.AddSingleton<IMailTransport>(provider => new DemoMailTransport(
            (IMailTransport)(present.ImplementationInstance ?? present.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, present.ImplementationType!)),
            provider.GetRequiredService<DemoClock>()));
        return services;
    }
}
