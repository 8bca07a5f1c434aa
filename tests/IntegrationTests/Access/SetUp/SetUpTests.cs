using System.Text.RegularExpressions;
using InclusionPlatform.Api.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace InclusionPlatform.IntegrationTests.Access.SetUp;

/// <summary>Starts on an empty data folder and reads the console, as the administrator does.</summary>
[NonParallelizable]
internal sealed partial class SetUpTests
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "inclusion-tests", Guid.NewGuid().ToString("N"));

    [SetUp]
    public void MakeFolder() => Directory.CreateDirectory(folder);

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    private static object Form(string token, string password = "una frase per cominciare") => new { token, email = "capo@example.test", displayName = "Prima Persona", password };

    private static async Task<string?> StartAsync(TestPlatform platform)
    {
        var console = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            await new ApiUser(platform.CreateDefaultClient()).Get("/health/live").Expect(200);
        }
        finally
        {
            Console.SetOut(console);
        }

        return Link().Match(written.ToString()) is { Success: true } link ? link.Groups[1].Value : null;
    }

    [Test]
    public async Task SetUp_WhenLinkOfTheConsoleIsUsed_MakesTheFirstAdministratorOnce()
    {
        await using var platform = new TestPlatform(folder, "sqlite", "");
        var token = (await StartAsync(platform))!;
        var visitor = new ApiUser(platform.CreateDefaultClient());

        Assert.That((await visitor.Post("auth/set-up", Form(token, "corta")).Expect(422)).CodesOf("password"), Does.Contain("password.too-short"));
        var me = await visitor.Post("auth/set-up", Form(token)).Expect(200);

        Assert.That(me["roles"]!.AsArray().Single()!.ToString(), Is.EqualTo("administrator"));
        Assert.That(me["mustChangePassword"]!.GetValue<bool>(), Is.False);
        Assert.That(me.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("inclusion-session=", StringComparison.Ordinal)), Is.True);
        await visitor.Post("auth/set-up", Form(token)).Expect(422, "set-up.link-worthless");
        await visitor.Post("auth/sign-in", new { email = "capo@example.test", password = "una frase per cominciare" }).Expect(200);
        Assert.That(platform.Logged, Has.None.Contains(token));
    }

    [Test]
    public async Task GetToday_WhenTheFirstAdministratorIsAlone_SaysToMakeTheAccountsOfTheOthers()
    {
        await using var platform = new TestPlatform(folder, "sqlite", "");
        var token = (await StartAsync(platform))!;
        await new ApiUser(platform.CreateDefaultClient()).Post("auth/set-up", Form(token)).Expect(200);
        await using var scope = platform.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<PlatformUser>>().FindByEmailAsync("capo@example.test");
        var administrator = await platform.SignedInAsync(account!, [Role.Administrator]);
        async Task<string[]> Due() => [.. (await administrator.Get("today").Expect(200))["tasks"]!.AsArray().Select(task => $"{task!["kind"]} {task["link"]}")];

        Assert.That(await Due(), Is.EqualTo(new[] { "accountsToMake /accounts/new" }));

        await administrator.Post("users", new { email = "collega@example.test", displayName = "Una Collega", roles = new[] { "coordinator" }, password = "una frase lunga davvero" }).Expect(201);
        Assert.That(await Due(), Is.Empty);
    }

    [Test]
    public async Task SetUp_WhenStartedAgain_OnlyTheNewestLinkWorksAndNoneOnceThereIsAnAdministrator()
    {
        string first;
        await using (var platform = new TestPlatform(folder, "sqlite", ""))
        {
            first = (await StartAsync(platform))!;
        }

        await using (var platform = new TestPlatform(folder, "sqlite", ""))
        {
            var second = (await StartAsync(platform))!;
            var visitor = new ApiUser(platform.CreateDefaultClient());
            await visitor.Post("auth/set-up", Form(first)).Expect(422, "set-up.link-worthless");
            await visitor.Post("auth/set-up", Form(second)).Expect(200);
        }

        await using var later = new TestPlatform(folder, "sqlite", "");
        Assert.That(await StartAsync(later), Is.Null);
    }

    [Test]
    public async Task SetUp_WhenADayHasPassed_IsRefused()
    {
        await using var platform = new TestPlatform(folder, "sqlite", "");
        var token = (await StartAsync(platform))!;
        platform.Clock.Advance(TimeSpan.FromHours(24.1));

        await new ApiUser(platform.CreateDefaultClient()).Post("auth/set-up", Form(token)).Expect(422, "set-up.link-worthless");
        await new ApiUser(platform.CreateDefaultClient()).Post("auth/set-up", Form("inventato")).Expect(422, "set-up.link-worthless");
    }

    [GeneratedRegex("/set-up/([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
