using InclusionPlatform.Api.Access.SetUp;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace InclusionPlatform.Api.Hosting;

/// <summary>Tells whoever started the platform where it answers and how to sign in.</summary>
internal sealed class StartUpNotice(IServer server, PlatformOptions options, SetUpLink link) : IHostedLifecycleService
{
    private const string PasswordVariable = "INCLUSION_DEMO_PASSWORD";

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await link.OfferAsync(cancellationToken);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.Count == 0)
        {
            return;
        }

        Console.WriteLine();
        foreach (var address in addresses)
        {
            Console.WriteLine($"  La piattaforma risponde su {address}");
        }

        if (options.Demo)
        {
            Console.WriteLine("  Per entrare: coordinator@demo.test (oppure educator, company-operator, trainer, bulletin-editor, administrator, auditor @demo.test)");
            Console.WriteLine($"  Password:    {DemoPassword()}");
        }

        Console.WriteLine("  Ctrl-C per fermarla.");
        Console.WriteLine();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string DemoPassword()
    {
        var file = Path.Combine(options.DataFolder, "demo-password.txt");
        return Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } ? $"quella di {PasswordVariable}"
            : File.Exists(file) ? File.ReadAllText(file).Trim()
            : $"quella di {PasswordVariable} al primo avvio";
    }
}
