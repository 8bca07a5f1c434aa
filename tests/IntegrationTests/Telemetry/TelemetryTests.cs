using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InclusionPlatform.IntegrationTests.Telemetry;

/// <summary>A collector of our own receives what the platform sends over OTLP.</summary>
[NonParallelizable]
internal sealed class TelemetryTests
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "inclusion-tests", Guid.NewGuid().ToString("N"));

    [SetUp]
    public async Task MakeFolder()
    {
        Directory.CreateDirectory(folder);
        await TemplateDatabase.CopyToAsync(folder);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    // The last metrics leave while everything stops, and now and then they did not arrive, when a second end of the host overtook the first.
    [Test, Retry(4)]
    public async Task Export_WhenCollectorIsSet_SendsSpansAndMetricsByRouteWithoutWhatWasTyped()
    {
        var received = new ConcurrentQueue<(string Path, byte[] Body)>();
        await using var collector = await CollectorAsync(received);

        await using (var platform = new TestPlatform(folder, "sqlite", "", Settings(collector.Urls.First())))
        {
            var user = await platform.SignedInAsync(Role.Educator);
            await user.Get("companies?q=Cognomesegreto&limit=5");
            await user.Post("search", new { text = "Cognomesegreto" }).Expect(200);
            await user.Post("beneficiaries", Given.Person("Cognomesegreto")).Expect(201);
        }

        var spans = TextOf(received, "/v1/traces");
        var metrics = TextOf(received, "/v1/metrics");
        Assert.Multiple(() =>
        {
            Assert.That(spans, Does.Contain("GET /api/v1/companies").And.Contain("RegisterBeneficiary").And.Contain("http.response.status_code").And.Contain("inclusion-platform"));
            Assert.That(metrics, Does.Contain("http.server.request.duration").And.Contain("dotnet.gc"));
            Assert.That(spans + metrics, Does.Not.Contain("Cognomesegreto").IgnoreCase.And.Not.Contain("url.query").And.Not.Contain("example.test"));
        });
    }

    [Test]
    public async Task Export_WhenCollectorDoesNotAnswer_DisturbsNobody()
    {
        await using var platform = new TestPlatform(folder, "sqlite", "", Settings("http://127.0.0.1:9"));

        await (await platform.SignedInAsync(Role.Educator)).Get("auth/me").Expect(200);
    }

    private static Dictionary<string, string?> Settings(string endpoint) => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>Names and values travel as plain UTF-8 inside the protobuf: enough to look for them.</summary>
    private static string TextOf(IEnumerable<(string Path, byte[] Body)> received, string path) =>
        string.Concat(received.Where(message => message.Path == path).Select(message => Encoding.UTF8.GetString(message.Body)));

    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string Path, byte[] Body)> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = builder.Build();
        collector.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((http.Request.Path.Value!, body.ToArray()));
            http.Response.ContentType = "application/x-protobuf";
        });
        await collector.StartAsync();
        return collector;
    }
}
