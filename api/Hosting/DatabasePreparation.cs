using System.Data.Common;
using InclusionPlatform.Shared.Data;

namespace InclusionPlatform.Api.Hosting;

/// <summary>The platform cannot start; the message is the one line that the administrator reads.</summary>
internal sealed class StartUpException(string message) : Exception(message);

/// <summary>Before the first request: the database is readable and up to date.</summary>
internal sealed class DatabasePreparation(IServiceProvider services, PlatformOptions options, IDatabase database, Migrator migrator) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Demo)
        {
            Demo.DemoYearStep.ForgetInterrupted(options.DataFolder);
        }

        try
        {
            await migrator.MigrateAsync(cancellationToken);
        }
        catch (MigrationException error)
        {
            throw new StartUpException(error.Message);
        }
        catch (DbException error) when (database.IsUnavailable(error))
        {
            throw new StartUpException($"Il database non si apre: il file è rovinato, occupato da un altro programma o irraggiungibile ({error.GetType().Name} {error.ErrorCode}). I dati non sono stati toccati.");
        }

        foreach (var step in services.GetServices<IStartUpStep>())
        {
            await step.RunAsync(cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Something to do at start, after the migrations and before the first request.</summary>
internal interface IStartUpStep
{
    /// <summary>Does it.</summary>
    Task RunAsync(CancellationToken ct);
}
