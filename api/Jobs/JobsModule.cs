namespace InclusionPlatform.Api.Jobs;

/// <summary>Wires the modules' job schedules to Quartz. Another scheduler would be a change of this folder alone.</summary>
internal static class JobsModule
{
    /// <summary>Section <c>Jobs:Enabled</c>: false on nodes that only answer requests.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JobRunner>();
        if (configuration.GetValue("Jobs:Enabled", true) && !Hosting.Platform.OnlyDescribes)
        {
            services.AddHostedService<Scheduler>();
        }

        return services;
    }
}
