using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;

namespace InclusionPlatform.IntegrationTests.Processes;

/// <summary>The built platform, started as an administrator starts it.</summary>
internal sealed partial class PlatformProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;

    /// <param name="dataFolder">Where its data are.</param>
    /// <param name="port">The port, or 0 for a free one, which the console then tells.</param>
    /// <param name="jobs">Whether it runs scheduled jobs.</param>
    /// <param name="address">Where it answers, in the place of a port on this machine.</param>
    /// <param name="settings">Further settings, as <c>Mail:Target=smtp</c>.</param>
    public PlatformProcess(string dataFolder, int port = 0, bool jobs = false, string? address = null, params string[] settings)
    {
        http = new(new HttpClientHandler { CookieContainer = cookies }) { Timeout = Patience };
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Dll());
        start.ArgumentList.Add($"--Platform:DataFolder={dataFolder}");
        start.ArgumentList.Add($"--Jobs:Enabled={jobs}");
        foreach (var setting in settings)
        {
            start.ArgumentList.Add($"--{setting}");
        }

        start.Environment["ASPNETCORE_URLS"] = address ?? $"http://127.0.0.1:{port}";
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Read(output);

    public string Errors => Read(errors);

    /// <summary>The one-time link of the console.</summary>
    public string? SetUpToken => Link().Match(Output) is { Success: true } link ? link.Groups[1].Value : null;

    /// <summary>Waits until the platform has told its address and is ready.</summary>
    public async Task AnswersAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !process.HasExited; await Task.Delay(50))
        {
            if (Address().Match(Output) is { Success: true } told)
            {
                http.BaseAddress = new($"{told.Groups[1].Value}/");
                using var ready = await http.GetAsync("health/ready");
                Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
                return;
            }
        }

        throw new AssertionException($"the platform does not answer: {Output}{Errors}");
    }

    /// <summary>Waits for the process to end by itself.</summary>
    public async Task<int> EndsAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Ctrl-C.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await EndsAsync();
    }

    /// <summary>As when the machine loses its power.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    public Task<HttpResponseMessage> SetUpAsync(string token) =>
        PostAsync("auth/set-up", new { token, email = "capo@example.test", displayName = "Prima Persona", password = "una frase per cominciare" });

    public Task<HttpResponseMessage> SignInAsync() => PostAsync("auth/sign-in", new { email = "capo@example.test", password = "una frase per cominciare" });

    public async Task<HttpResponseMessage> PostAsync(string path, object body, int? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/{path}") { Content = JsonContent.Create(body) };
        if (cookies.GetCookies(http.BaseAddress!)["XSRF-TOKEN"] is { } token)
        {
            request.Headers.Add("X-XSRF-TOKEN", Uri.UnescapeDataString(token.Value));
        }

        if (version is { } known)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{known}\"");
        }

        return await http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        http.Dispose();
    }

    /// <summary>The API as it was built beside these tests, in the same configuration.</summary>
    private static string Dll()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(tests.Parent!.Parent!.FullName, "InclusionPlatform.Api", tests.Name, "InclusionPlatform.Api.dll");
    }

    private static void Add(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    [GeneratedRegex(@"risponde su (http://127\.0\.0\.1:\d+)\s")]
    private static partial Regex Address();

    [GeneratedRegex("/set-up/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
