using System.Text;

namespace InclusionPlatform.IntegrationTests.Shared;

/// <summary>With the built client beside the API: its pages are served, and the API's own answers stay the API's.</summary>
[TestFixtureSource(typeof(Engines))]
internal sealed class ClientPagesTests(Engine engine) : SliceTests(engine)
{
    private readonly string client = Directory.CreateTempSubdirectory("inclusion-client-").FullName;

    protected override IReadOnlyDictionary<string, string?> Settings
    {
        get
        {
            File.WriteAllText(Path.Combine(client, "index.html"), "<!doctype html><title>Pagina</title>");
            return new Dictionary<string, string?> { ["Platform:WebClient"] = client };
        }
    }

    [TearDown]
    public void RemoveClient() => Directory.Delete(client, recursive: true);

    [Test]
    public async Task Request_WhenItsContentTypeIsWrong_Is415AlsoForWhoIsNotSignedIn()
    {
        await Anonymous.Send(HttpMethod.Post, "auth/token", new StringContent("{}", Encoding.UTF8, "application/json")).Expect(415, "request.media-type");
        var editor = await SignIn(Role.BulletinEditor);
        await editor.Send(HttpMethod.Post, "opportunities", new StringContent("{}", Encoding.UTF8, "text/plain")).Expect(415, "request.media-type");
        await editor.Send(HttpMethod.Post, "opportunities", new ByteArrayContent("{}"u8.ToArray())).Expect(415, "request.media-type");
    }

    [Test]
    public async Task Request_WhenAddressOrMethodIsNone_SaysWhich()
    {
        await As(Role.BulletinEditor).Get("nulla/di/nulla").Expect(404, "address.not-found");
        await As(Role.BulletinEditor).Delete("opportunities").Expect(405, "method.not-allowed");
    }

    [Test]
    public async Task Page_WhenItIsNoFile_IsTheClient()
    {
        using var http = Platform.CreateDefaultClient();

        Assert.That(await http.GetStringAsync(new Uri("/companies/call-list", UriKind.Relative)), Does.Contain("Pagina"));
        Assert.That(await http.GetStringAsync(new Uri("/", UriKind.Relative)), Does.Contain("Pagina"));
    }

    [Test]
    public async Task Page_WhenTheClientIsBeingReplaced_Is503WithAPageThatSaysSoAndComesBackByItself()
    {
        using var http = Platform.CreateDefaultClient();
        var index = Path.Combine(client, "index.html");
        Assert.That(await http.GetStringAsync(new Uri("/companies", UriKind.Relative)), Does.Contain("Pagina"));

        foreach (var replace in new Action[] { () => File.Delete(index), () => File.WriteAllText(index, ""), () => Directory.Delete(client, recursive: true) })
        {
            replace();
            foreach (var address in new[] { "/", "/companies/call-list" })
            {
                using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
                var page = await answer.Content.ReadAsStringAsync();
                Assert.That((int)answer.StatusCode, Is.EqualTo(503), address);
                Assert.That(answer.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
                Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
                Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
                Assert.That(page, Does.Contain("La piattaforma si sta aggiornando").And.Contain("http-equiv=\"refresh\""));
            }
        }

        await As(Role.BulletinEditor).Get("opportunities").Expect(200);
        await As(Role.BulletinEditor).Get("nulla/di/nulla").Expect(404, "address.not-found");

        Directory.CreateDirectory(client);
        await File.WriteAllTextAsync(index, "<!doctype html><title>Pagina nuova</title>");
        Assert.That(await http.GetStringAsync(new Uri("/", UriKind.Relative)), Does.Contain("Pagina nuova"));
        Assert.That(await http.GetStringAsync(new Uri("/companies", UriKind.Relative)), Does.Contain("Pagina nuova"));
    }

    [Test]
    public async Task Page_WhenTheReaderAsksForEnglish_SaysInEnglishThatTheClientIsBeingReplaced()
    {
        using var http = Platform.CreateDefaultClient();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        File.Delete(Path.Combine(client, "index.html"));

        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.That((int)answer.StatusCode, Is.EqualTo(503));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The platform is being updated").And.Contain("lang=\"en\""));
    }
}
