using System.Diagnostics;
using System.Security.Cryptography;
using InclusionPlatform.Api.Access;
using InclusionPlatform.Api.Hosting;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Demo;
using MediatR;

namespace InclusionPlatform.Api.Demo;

/// <summary>Makes the demo year in an empty database and tells how far it is. One that was interrupted is made again from the start: see <see cref="ForgetInterrupted"/>.</summary>
internal sealed class DemoYearStep(PlatformOptions options, IServiceScopeFactory scopes, DemoClock clock) : IStartUpStep
{
    private const string Marker = "demo-year-unfinished";

    private static readonly string[] MoreEducators = ["Paolo Mandolini", "Ilaria Vagnoni", "Omar Traini"];

    /// <summary>
    /// A demo year that was cut off in the middle is worth nothing: its database, which nobody has used yet, is removed before it is opened. Not while another start, which some
    /// impatient person forgot, is still making it, and not where real data are wanted: there somebody decides.
    /// </summary>
    /// <exception cref="StartUpException">One is being made, or stands in the way of real data.</exception>
    public static void ForgetInterrupted(PlatformOptions options)
    {
        var folder = options.DataFolder;
        if (!File.Exists(Path.Combine(folder, Marker)))
        {
            return;
        }

        using var marker = Hold(folder);
        if (!options.Demo)
        {
            throw new StartUpException($"Nella cartella «{folder}» c'è un anno di prova rimasto a metà: cancellarlo con --reset, oppure indicare un'altra cartella con --data.");
        }

        foreach (var file in Directory.EnumerateFiles(folder, "inclusion.db*"))
        {
            File.Delete(file);
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        if (await SendAsync(new CountCompanies(DateOnly.MaxValue.AddDays(-1))) > 0)
        {
            return;
        }

        await using (Hold(options.DataFolder))
        {
            await MakeAsync(ct);
        }

        File.Delete(Path.Combine(options.DataFolder, Marker));
    }

    /// <summary>Marks the year as unfinished, for as long as this process lives or until the file is removed; the handle tells others that it is being made.</summary>
    private static FileStream Hold(string folder)
    {
        try
        {
            return new(Path.Combine(folder, Marker), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartUpException($"Un altro avvio sta ancora preparando l'anno di prova nella cartella «{folder}»: attendere che finisca, poi riprovare.");
        }
    }

    private async Task MakeAsync(CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        foreach (var name in MoreEducators)
        {
            var email = $"{name.Replace(' ', '.').ToLowerInvariant()}@demo.test";
            await SendAsync(new CreateUser(email, name, [Role.Educator], Convert.ToBase64String(RandomNumberGenerator.GetBytes(24))));
        }

        IReadOnlyList<Colleague> people;
        await using (var scope = scopes.CreateAsyncScope())
        {
            people = await scope.ServiceProvider.GetRequiredService<IColleagues>().AllAsync(ct);
        }

        var shown = -1;
        await DemoYear.MakeAsync(scopes, clock, people, (done, all) =>
        {
            var percent = done * 100 / all;
            // More steps turn up on the way: what was said is not taken back.
            if (percent > shown)
            {
                shown = percent;
                Console.Write($"\r  Preparo l'anno di prova: {percent}%   ");
            }
        }, ct);
        Console.WriteLine($"\r  Anno di prova pronto in {watch.Elapsed.TotalSeconds:0} secondi.   ");
    }

    private async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomePlatform();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
