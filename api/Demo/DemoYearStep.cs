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

    /// <summary>A demo year that was cut off in the middle is worth nothing: its database, which nobody has used yet, is removed before it is opened.</summary>
    public static void ForgetInterrupted(string dataFolder)
    {
        if (File.Exists(Path.Combine(dataFolder, Marker)))
        {
            foreach (var file in Directory.EnumerateFiles(dataFolder, "inclusion.db*"))
            {
                File.Delete(file);
            }
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        if (await SendAsync(new CountCompanies(DateOnly.MaxValue.AddDays(-1))) > 0)
        {
            return;
        }

        var marker = Path.Combine(options.DataFolder, Marker);
        await File.WriteAllTextAsync(marker, "", ct);
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
        File.Delete(marker);
        Console.WriteLine($"\r  Anno di prova pronto in {watch.Elapsed.TotalSeconds:0} secondi.   ");
    }

    private async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomePlatform();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
