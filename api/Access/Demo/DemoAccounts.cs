using InclusionPlatform.Api.Hosting;
using MediatR;

namespace InclusionPlatform.Api.Access.Demo;

/// <summary>In demo mode one account for each role and one third-party system, all with one password that the first start makes or is given.</summary>
internal sealed class DemoAccounts(PlatformOptions options, IServiceScopeFactory scopes) : IStartUpStep
{
    public const string PasswordVariable = "INCLUSION_DEMO_PASSWORD";

    /// <summary>Where the password is kept, so that a later start can print it again; beside it there are only invented data.</summary>
    public string PasswordFile => Path.Combine(options.DataFolder, "demo-password.txt");

    public async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomePlatform();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var accounts = await mediator.Send(new CountAccounts(), ct);
        if (!options.Demo)
        {
            if (accounts.Demo > 0)
            {
                await Console.Out.WriteLineAsync($"""

                      Attenzione: nella cartella «{options.DataFolder}» ci sono l'anno di prova e i suoi account, e chi ne ha la password può entrare.
                      Per lavorare con dati veri indicare un'altra cartella con --data, oppure cancellare questa con --reset.
                    """);
            }

            return;
        }

        if (accounts.People > 0 && accounts.Demo == 0)
        {
            throw new StartUpException($"La cartella «{options.DataFolder}» contiene dati veri: l'anno di prova non ci entra. Avviare con --empty per continuare con quei dati, oppure indicare un'altra cartella con --data.");
        }

        var kept = File.Exists(PasswordFile) ? (await File.ReadAllTextAsync(PasswordFile, ct)).Trim() : null;
        var given = Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } variable ? variable : null;
        var password = given ?? kept ?? Secrets.Readable();
        if (accounts.People > 0 && password == kept)
        {
            return;
        }

        await KeepAsync(password, ct);
        await mediator.Send<Unit>(accounts.People == 0 ? new MakeDemoAccounts(password) : new RenewDemoPassword(password), ct);
    }

    private async Task KeepAsync(string password, CancellationToken ct)
    {
        var writing = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            writing.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new StreamWriter(PasswordFile, writing);
        await file.WriteLineAsync(password.AsMemory(), ct);
    }
}
