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
        Assert.That(platform.SetUpToken, Is.Null, "an address that nobody can open");
    }

    [TestCase("http://127.0.0.1:99999", "65535")]
    [TestCase("boh", "ASPNETCORE_URLS")]
    [TestCase("http://192.0.2.1:7222", "non è di questa macchina")]
    [TestCase("https://127.0.0.1:0", "certificato")]
    public async Task Start_WhenAddressIsNone_SaysSoInOneLine(string address, string words)
    {
        await using var platform = new PlatformProcess(Data, address: address);

        await ExpectRefusalAsync(platform, words);
    }

    [TestCase("Mail:Target=smpt", "«smpt» non va bene per Mail:Target")]
    [TestCase("Mail:Target=smtp", "Mail:From:Address")]
    [TestCase("RateLimits:PerSecond=molti", "RateLimits:PerSecond")]
    [TestCase("RateLimits:PerSecond=0", "RateLimits:PerSecond deve essere almeno 1")]
    [TestCase("Beneficiaries:Retention:Months=dieci", "«dieci» non va bene per Beneficiaries:Retention:Months")]
    [TestCase("Internships:Monitoring:Usual:VisitEveryDays=spesso", "Internships:Monitoring:Usual:VisitEveryDays")]
    [TestCase("Platform:PublicAddress=boh", "Platform:PublicAddress")]
    [TestCase("Database:Provider=oracle", "sqlite o sqlserver")]
    [TestCase("Pdf:Seconds=0", "Pdf:Seconds deve essere almeno 1")]
    [TestCase("Allowances:Payer:Iban=IT00X", "Allowances:Payer:Iban non è un IBAN valido")]
    [TestCase("Logging:Console:FormatterName=jsn", "Logging:Console:FormatterName «jsn» non è previsto: usare simple")]
    [TestCase("Documents:Megabytes=0", "Documents:Megabytes va da 1 a 1024")]
    [TestCase("Documents:Folder=/proc/non-esiste", "Nella cartella dei documenti «/proc/non-esiste» non si può scrivere")]
    [TestCase("Privacy:KeysFolder=/proc/non-esiste", "con Privacy:KeysFolder o correggere")]
    public async Task Start_WhenASettingIsWrong_SaysWhichInOneLine(string setting, string words)
    {
        await using var platform = new PlatformProcess(Data, settings: setting);

        await ExpectRefusalAsync(platform, words);
    }

    [TestCase("", "Database:ConnectionString manca")]
    [TestCase("boh", "Database:ConnectionString manca")]
    [TestCase("Server=127.0.0.1,1;Database=inclusione;User Id=a;Password=b;Connect Timeout=2", "il server SQL non risponde")]
    public async Task Start_WhenSqlServerIsNotThere_SaysSoInOneLine(string connectionString, string words)
    {
        await using var platform = new PlatformProcess(Data, settings: ["Database:Provider=sqlserver", $"Database:ConnectionString={connectionString}"]);

        await ExpectRefusalAsync(platform, words);
    }

    [Test]
    public async Task Start_WhenDemoIsWantedOverRealData_IsRefusedAndNothingInventedEnters()
    {
        await using (var first = new PlatformProcess(Data))
        {
            await first.AnswersAsync();
            await first.SetUpAsync(first.SetUpToken!);
            await first.StopAsync();
        }

        await using var demo = new PlatformProcess(Data, settings: "Platform:Demo=true");

        await ExpectRefusalAsync(demo, "contiene dati veri");
        Assert.That(Scalar("select count(*) from access_user"), Is.EqualTo("1"));
        Assert.That(Scalar("select count(*) from company_network_company"), Is.EqualTo("0"));
        Assert.That(File.Exists(Path.Combine(Data, "demo-password.txt")), Is.False);
    }

    [Test]
    public async Task Start_WhenRealDataAreWantedInTheDemosFolder_WarnsOfItsAccounts()
    {
        await using (var demo = new PlatformProcess(Data, settings: ["Platform:Demo=true", "Platform:DemoYear=false"]))
        {
            await demo.AnswersAsync();
            await demo.StopAsync();
        }

        await using var real = new PlatformProcess(Data);
        await real.AnswersAsync();

        Assert.That(real.Output, Does.Contain("Attenzione").And.Contain("--reset"));
    }

    [Test]
    public async Task Start_WhenAnotherStartMakesTheDemoYear_LeavesItAlone()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Database, "being made");
        await using var being = new FileStream(Path.Combine(Data, "demo-year-unfinished"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        await using var impatient = new PlatformProcess(Data, settings: "Platform:Demo=true");

        await ExpectRefusalAsync(impatient, "sta ancora preparando");
        Assert.That(await File.ReadAllTextAsync(Database), Is.EqualTo("being made"));
    }

    [Test]
    public async Task Start_WhenADemoYearIsUnfinishedAndRealDataAreWanted_SaysSoAndLeavesIt()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "demo-year-unfinished"), "");
        await using var platform = new PlatformProcess(Data);

        await ExpectRefusalAsync(platform, "rimasto a metà");
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

        await ExpectRefusalAsync(platform, $"«{Database}» è rovinato");
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

    [TestCase("keys", Description = "a backup of the database that came back without its keys")]
    [TestCase("keys/search-hash.key", Description = "the key by which people are found alone")]
    public async Task Start_WhenKeysAreNotThoseOfTheDatabase_SaysSoInOneLineAndComesBackWithThem(string lost)
    {
        await TemplateDatabase.CopyToAsync(Directory.CreateDirectory(Data).FullName);
        var there = Path.Combine(Data, lost);
        var aside = Path.Combine(folder, "aside");
        Directory.Move(there, aside);
        await using (var platform = new PlatformProcess(Data))
        {
            await ExpectRefusalAsync(platform, "non sono quelle con cui è stato scritto questo database");
        }

        if (Directory.Exists(there))
        {
            Directory.Delete(there, recursive: true);
        }

        File.Delete(there);
        Directory.Move(aside, there);
        await using var again = new PlatformProcess(Data);
        await again.AnswersAsync();
        Assert.That(await again.StopAsync(), Is.Zero);
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
