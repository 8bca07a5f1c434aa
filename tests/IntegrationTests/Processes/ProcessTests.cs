using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace InclusionPlatform.IntegrationTests.Processes;

/// <summary>The built platform as a process of its own: how it starts, refuses to start, stops and survives.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "inclusion-tests", Guid.NewGuid().ToString("N"))).FullName;

    private string Data => Path.Combine(folder, "data");

    private string Database => Path.Combine(Data, "inclusion.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Start_WhenEmpty_PrintsALinkThatMakesTheFirstAdministratorOnceAndAStopKeepsThem()
    {
        await using (var first = new PlatformProcess(Data))
        {
            await first.AnswersAsync();
            var token = first.SetUpToken!;
            Assert.That((await first.SetUpAsync(token)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await first.SetUpAsync(token)).StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(await first.StopAsync(), Is.Zero, first.Output);
        }

        await using var second = new PlatformProcess(Data, jobs: true);
        await second.AnswersAsync();
        Assert.That(second.SetUpToken, Is.Null);
        Assert.That((await second.SignInAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await second.StopAsync(), Is.Zero, second.Output);
    }

    [Test]
    public async Task Start_WhenPortIsInUse_SaysSoInOneLine()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var platform = new PlatformProcess(Data, ((IPEndPoint)other.LocalEndpoint).Port);

        await ExpectRefusalAsync(platform, "--port");
    }

    [Test]
    public async Task Start_WhenFolderCannotBeWritten_SaysSoInOneLine()
    {
        await File.WriteAllTextAsync(Data, "a file in the place of the folder");
        await using var platform = new PlatformProcess(Data);

        await ExpectRefusalAsync(platform, "non si può scrivere");
        Assert.That(await File.ReadAllTextAsync(Data), Is.EqualTo("a file in the place of the folder"));
    }

    [Test]
    public async Task Start_WhenDatabaseIsCorrupt_SaysSoInOneLineAndTouchesNothing()
    {
        Directory.CreateDirectory(Data);
        var garbage = new byte[20_000];
        new Random(1).NextBytes(garbage);
        await File.WriteAllBytesAsync(Database, garbage);
        await using var platform = new PlatformProcess(Data);

        await ExpectRefusalAsync(platform, "non si apre");
        Assert.That(await File.ReadAllBytesAsync(Database), Is.EqualTo(garbage));
    }

    [Test]
    public async Task Start_WhenDatabaseIsNewer_SaysSoInOneLineAndTouchesNothing()
    {
        await TemplateDatabase.CopyToAsync(Directory.CreateDirectory(Data).FullName);
        Execute("update shared_migration set name = '2999-01-01_00_of_the_future.sql' where name = (select max(name) from shared_migration)");
        var before = await File.ReadAllBytesAsync(Database);
        await using var platform = new PlatformProcess(Data);

        await ExpectRefusalAsync(platform, "più nuova");
        Assert.That(await File.ReadAllBytesAsync(Database), Is.EqualTo(before));
    }

    [Test]
    public async Task Kill_WhenWorkIsGoingOn_LosesNothingThatWasAnsweredAndStartsAgain()
    {
        List<string> answered = [];
        await using (var first = new PlatformProcess(Data))
        {
            await first.AnswersAsync();
            await first.SetUpAsync(first.SetUpToken!);
            var working = WorkAsync(first, answered);
            while (answered.Count < 5 && !working.IsCompleted)
            {
                await Task.Delay(20);
            }

            first.Kill();
            await working;
        }

        Assert.That(answered, Has.Count.AtLeast(5));
        await using var second = new PlatformProcess(Data);
        await second.AnswersAsync();
        Assert.That((await second.SignInAsync()).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await second.StopAsync();
        Assert.That(Scalar("pragma integrity_check"), Is.EqualTo("ok"));
        Assert.That(Scalar("select count(*) from pragma_foreign_key_check"), Is.EqualTo("0"));
        foreach (var email in answered)
        {
            Assert.That(Scalar($"select count(*) from access_user where email = '{email}'"), Is.EqualTo("1"), email);
        }
    }

    /// <summary>Makes accounts one after the other until the connection breaks.</summary>
    private static async Task WorkAsync(PlatformProcess platform, List<string> answered)
    {
        try
        {
            for (var number = 0; number < 1000; number++)
            {
                var email = $"persona-{number}@example.test";
                using var made = await platform.PostAsync("users", new { email, displayName = "Una Persona", roles = new[] { "trainer" }, password = "una frase per cominciare" });
                if (made.StatusCode == HttpStatusCode.Created)
                {
                    answered.Add(email);
                }
            }
        }
        catch (HttpRequestException)
        {
        }
    }

    private static async Task ExpectRefusalAsync(PlatformProcess platform, string words)
    {
        Assert.That(await platform.EndsAsync(), Is.EqualTo(1), platform.Output);
        Assert.That(platform.Errors.Trim().Split('\n'), Has.Length.EqualTo(1), platform.Errors);
        Assert.That(platform.Errors, Does.Contain(words));
        Assert.That(platform.Output, Does.Not.Contain("   at "));
    }

    private void Execute(string sql) => Scalar(sql);

    private string? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
