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
}
