using InclusionPlatform.Api.Access;
using InclusionPlatform.Shared.Data;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests;

/// <summary>A migrated SQLite database with one account for each role, made once and copied for each test.</summary>
internal static class TemplateDatabase
{
    public const string Password = "una frase per i test";
    private static readonly Lazy<Task<string>> Folder = new(MakeAsync);

    public static async Task CopyToAsync(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(await Folder.Value, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(await Folder.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public static async Task MakeAccountsAsync(TestPlatform platform)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            await using var scope = platform.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().BecomePlatform();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CreateUser(TestPlatform.EmailOf(role), $"Prova {role}", [role], Password));
        }
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "inclusion-tests", $"template-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        await using var platform = new TestPlatform(folder, "sqlite", "");
        await MakeAccountsAsync(platform);
        await platform.Services.GetRequiredService<IDatabase>().DisposeAsync();
        return folder;
    }
}
