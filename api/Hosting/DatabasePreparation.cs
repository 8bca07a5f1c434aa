using System.Data.Common;
using InclusionPlatform.Shared.Data;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Api.Hosting;

/// <summary>Before the first request: the database is readable and up to date.</summary>
internal sealed class DatabasePreparation(IServiceProvider services, PlatformOptions options, PrivacyOptions privacy, IDatabase database, Migrator migrator) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var section in services.GetServices<SettingsSection>())
        {
            if (services.GetRequiredService(section.Options) is ICheckedSettings settings && settings.WhatIsWrong() is { } wrong)
            {
                throw new StartUpException(wrong);
            }
        }

        Demo.DemoYearStep.ForgetInterrupted(options);
        try
        {
            await migrator.MigrateAsync(cancellationToken);
        }
        catch (MigrationException error)
        {
            throw new StartUpException(error.Message);
        }
        catch (DbException error) when (database.WhyItDoesNotOpen(error) is { } why)
        {
            throw new StartUpException($"Il database non si apre: {why} I dati non sono stati toccati.");
        }

        await using (var scope = services.CreateAsyncScope())
        {
            if (!await scope.ServiceProvider.GetRequiredService<IKeyCheck>().AreOfThisDatabaseAsync(cancellationToken))
            {
                throw new StartUpException(
                    $"Le chiavi nella cartella «{privacy.KeysFolder}» non sono quelle con cui è stato scritto questo database: rimettere al suo posto la cartella delle chiavi (Privacy:KeysFolder). I dati non sono stati toccati.");
            }
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
