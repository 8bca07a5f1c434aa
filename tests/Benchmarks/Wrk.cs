using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace InclusionPlatform.Benchmarks;

/// <summary>What one bounded load measured.</summary>
/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="P50">Median latency in milliseconds.</param>
/// <param name="P99">Latency in milliseconds within which 99 of 100 were answered.</param>
/// <param name="Failures">Answers that were not 2xx, and broken connections.</param>
internal sealed record Load(double PerSecond, double P50, double P99, long Failures);

/// <summary>Fires bounded loads on loopback with wrk.</summary>
internal static partial class Wrk
{
    private const int Seconds = 6, WarmUpSeconds = 30;

    /// <summary>Fires until what is called often has been compiled for speed: a service runs for weeks, and is not measured in its first seconds.</summary>
    public static Task WarmUpAsync(Uri target, string script) => FireAsync(target, 32, script, WarmUpSeconds);

    public static async Task<Load> FireAsync(Uri target, int connections, string script, int seconds = Seconds)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, script);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                "wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", "--timeout", "10s", "-s", file, target.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var perSecond = double.Parse(Rate().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
            var bad = BadStatus().Match(text) is { Success: true } status ? long.Parse(status.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            var broken = SocketErrors().Match(text) is { Success: true } errors ? errors.Groups.Cast<Group>().Skip(1).Sum(group => long.Parse(group.Value, CultureInfo.InvariantCulture)) : 0;
            return new(perSecond, Milliseconds(text, "50"), Milliseconds(text, "99"), bad + broken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static double Milliseconds(string text, string percent)
    {
        var match = Regex.Match(text, $@"^\s+{percent}%\s+([\d.]+)(us|ms|s)", RegexOptions.Multiline);
        var value = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch { "us" => value / 1000, "s" => value * 1000, _ => value };
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex BadStatus();

    [GeneratedRegex(@"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")]
    private static partial Regex SocketErrors();
}
