using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InclusionPlatform.Benchmarks;

/// <summary>The yardstick: a constant JSON text of a given size from the same web server, without any of our layers.</summary>
internal static class BareEndpoint
{
    public static async Task RunAsync(int port, string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var texts = new Dictionary<int, byte[]>();
        app.MapGet("/bare/{size:int}", (int size, HttpContext http) =>
        {
            byte[] text;
            lock (texts)
            {
                if (!texts.TryGetValue(size, out text!))
                {
                    texts[size] = text = [(byte)'"', .. Enumerable.Repeat((byte)'x', Math.Max(0, size - 2)), (byte)'"'];
                }
            }

            http.Response.ContentType = "application/json";
            http.Response.ContentLength = text.Length;
            return http.Response.Body.WriteAsync(text).AsTask();
        });
        app.MapPlainReads(database);
        await app.RunAsync();
    }
}
