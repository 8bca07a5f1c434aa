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

        NamePayer(configuration);
        services.AddSingleton<DemoClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>());
        services.AddSingleton<IStartUpStep, DemoYearStep>();

        var present = services.Last(service => service.ServiceType == typeof(IMailTransport));
        services.AddSingleton<IMailTransport>(provider => new DemoMailTransport(
            (IMailTransport)(present.ImplementationInstance ?? present.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, present.ImplementationType!)),
            provider.GetRequiredService<DemoClock>()));
        return services;
    }

    /// <summary>Invented data of who pays and promotes, unless the configuration has its own, so that the demo's pay lists and papers can be seen to the end.</summary>
    private static void NamePayer(IConfiguration configuration)
    {
        const string Payer = "Allowances:Payer";
        if (configuration[$"{Payer}:Name"] is null)
        {
            foreach (var (name, value) in new[] { ("Name", "Cooperativa di prova"), ("Iban", "IT60X0542811101000000123456"), ("Town", "San Benedetto del Tronto"), ("PostalCode", "63074"), ("TaxCode", "00488410010"), ("CbiCode", "PROVA001") })
            {
                configuration[$"{Payer}:{name}"] = value;
            }
        }

        const string Promoter = "Internships:Promoter";
        if (configuration[$"{Promoter}:TaxCode"] is null)
        {
            configuration[$"{Promoter}:TaxCode"] = configuration[$"{Payer}:TaxCode"];
            configuration[$"{Promoter}:Type"] ??= "Cooperativa sociale accreditata";
        }
    }
}
