using InclusionPlatform.Api.Access.Demo;

namespace InclusionPlatform.IntegrationTests.Access.Demo;

/// <summary>Starts on an empty data folder of its own: the accounts of the test template would be in the way.</summary>
[NonParallelizable]
internal sealed class DemoAccountsTests
{
    private static readonly Dictionary<string, string?> Demo = new() { ["Platform:Demo"] = "true" };
    private readonly string folder = Path.Combine(Path.GetTempPath(), "inclusion-tests", Guid.NewGuid().ToString("N"));

    private string PasswordFile => Path.Combine(folder, "demo-password.txt");

    [SetUp]
    public void MakeFolder()
    {
        Directory.CreateDirectory(folder);
        Environment.SetEnvironmentVariable(DemoAccounts.PasswordVariable, null);
    }

    [TearDown]
    public void RemoveFolder()
    {
        Environment.SetEnvironmentVariable(DemoAccounts.PasswordVariable, null);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Start_WhenDemoAndNobodyThere_EachRoleSignsInWithTheKeptPassword()
    {
        await using var platform = new TestPlatform(folder, "sqlite", "", Demo);
        var visitor = new ApiUser(platform.CreateDefaultClient());
        var password = (await File.ReadAllTextAsync(PasswordFile)).Trim();

        foreach (var role in Enum.GetValues<Role>())
        {
            var me = await visitor.Post("auth/sign-in", new { email = MakeDemoAccountsHandler.EmailOf(role), password }).Expect(200);
            Assert.That(me["roles"]!.AsArray().Single()!.ToString(), Is.EqualTo(role.Code()));
            Assert.That(me["mustChangePassword"]!.GetValue<bool>(), Is.False);
        }

        Assert.That(MakeDemoAccountsHandler.EmailOf(Role.CompanyOperator), Is.EqualTo("company-operator@demo.test"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(PasswordFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        Assert.That(platform.Logged, Has.None.Contains(password));
        await TokenFor(visitor, password).Expect(200);
    }

    [Test]
    public async Task Start_WhenAgain_KeepsThePassword()
    {
        string first;
        await using (var platform = new TestPlatform(folder, "sqlite", "", Demo))
        {
            await new ApiUser(platform.CreateDefaultClient()).Get("/health/live").Expect(200);
            first = (await File.ReadAllTextAsync(PasswordFile)).Trim();
        }

        await using var again = new TestPlatform(folder, "sqlite", "", Demo);
        await new ApiUser(again.CreateDefaultClient()).Post("auth/sign-in", new { email = "trainer@demo.test", password = first }).Expect(200);
        Assert.That((await File.ReadAllTextAsync(PasswordFile)).Trim(), Is.EqualTo(first));
    }

    [Test]
    public async Task Start_WhenThePasswordIsGivenAnewByTheEnvironment_ItHoldsForAll()
    {
        Environment.SetEnvironmentVariable(DemoAccounts.PasswordVariable, "prima");
        await using (var platform = new TestPlatform(folder, "sqlite", "", Demo))
        {
            await new ApiUser(platform.CreateDefaultClient()).Post("auth/sign-in", new { email = "auditor@demo.test", password = "prima" }).Expect(200);
        }

        Environment.SetEnvironmentVariable(DemoAccounts.PasswordVariable, "seconda");
        await using var again = new TestPlatform(folder, "sqlite", "", Demo);
        var visitor = new ApiUser(again.CreateDefaultClient());
        await visitor.Post("auth/sign-in", new { email = "auditor@demo.test", password = "prima" }).Expect(401);
        await visitor.Post("auth/sign-in", new { email = "auditor@demo.test", password = "seconda" }).Expect(200);
        await TokenFor(visitor, "seconda").Expect(200);
    }

    [Test]
    public async Task Start_WhenNotDemo_MakesNobody()
    {
        Environment.SetEnvironmentVariable(DemoAccounts.PasswordVariable, "prima");
        await using var platform = new TestPlatform(folder, "sqlite", "");

        await new ApiUser(platform.CreateDefaultClient()).Post("auth/sign-in", new { email = "administrator@demo.test", password = "prima" }).Expect(401);
        Assert.That(File.Exists(PasswordFile), Is.False);
    }

    private static Task<Reply> TokenFor(ApiUser visitor, string password) => visitor.Send(HttpMethod.Post, "auth/token", new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials", ["client_id"] = MakeDemoAccountsHandler.ClientId, ["client_secret"] = password,
    }));
}
