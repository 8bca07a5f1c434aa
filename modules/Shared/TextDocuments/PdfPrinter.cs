using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace InclusionPlatform.Shared.TextDocuments;

/// <summary>Section <c>Pdf</c> of the configuration.</summary>
public sealed class PdfOptions : ICheckedSettings
{
    /// <summary>Path of Chromium or Chrome; looked for by name in the search path where it is empty.</summary>
    public string Chromium { get; set; } = "";

    /// <summary>Seconds after which a printing is given up.</summary>
    public int Seconds { get; set; } = 30;

    /// <inheritdoc/>
    // A browser that is not there any more, as after the system was updated, stops no service: papers come as DOCX until it is.
    public string? WhatIsWrong() => Seconds < 1 ? "Pdf:Seconds deve essere almeno 1." : null;
}

/// <summary>Prints pages of the platform's own as tagged PDF.</summary>
public interface IPdfPrinter
{
    /// <summary>The file.</summary>
    /// <param name="html">A whole page, without scripts; what it shows lies within it.</param>
    /// <param name="ct">Gives it up.</param>
    /// <exception cref="RequestException"><c>pdf.unavailable</c> (503): there is no browser, or it did not answer in time.</exception>
    Task<byte[]> PrintAsync(string html, CancellationToken ct);
}

/// <summary>
/// Lets headless Chromium print. Each printing has a folder of its own that only this account can open and that is wiped afterwards; nothing about what is printed is in its names or in the
/// arguments of the process. The page is made to forbid itself scripts and whatever lies outside of it, and no name is resolved for it. Chromium's own sandbox is on, unless the account is root, under which it refuses to start.
/// </summary>
internal sealed class ChromiumPrinter(PdfOptions options) : IPdfPrinter
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

    private const string Prefix = "inclusion-print-", Head = "<head>";

    // By the page itself: the browser's own printing needs scripts, so they cannot be switched off for all.
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">";

    private static readonly TimeSpan Leftover = TimeSpan.FromMinutes(15);

    // A browser takes some hundred megabytes: not as many at once as there are requests.
    private static readonly SemaphoreSlim Turns = new(2);

    public async Task<byte[]> PrintAsync(string html, CancellationToken ct)
    {
        var closed = Closed(html);
        var browser = Find() ?? throw Unavailable();
        await Turns.WaitAsync(ct);
        var folder = "";
        try
        {
            ForgetLeftovers();
            folder = Directory.CreateTempSubdirectory(Prefix).FullName;
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var (page, file) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, closed, ct);
            await RunAsync(browser, folder, page, file, ct);
            return File.Exists(file) ? await File.ReadAllBytesAsync(file, ct) : throw Unavailable();
        }
        finally
        {
            Turns.Release();
            if (folder.Length > 0)
            {
                await WipeAsync(folder);
            }
        }
    }

    /// <summary>The page with a policy under which nothing is fetched and no script runs.</summary>
    /// <exception cref="ArgumentException">It has no head in which that could be said.</exception>
    internal static string Closed(string html)
    {
        var head = html.IndexOf(Head, StringComparison.Ordinal);
        return head < 0 ? throw new ArgumentException("A page has a head, in which it is said that nothing is fetched or run.", nameof(html)) : html.Insert(head + Head.Length, Policy);
    }

    private async Task RunAsync(string browser, string folder, string page, string file, CancellationToken ct)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var argument in Arguments(folder, page, file))
        {
            start.ArgumentList.Add(argument);
        }

        // Whatever the browser writes beside its profile stays in the folder too.
        foreach (var place in new[] { "HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME" })
        {
            start.Environment[place] = folder;
        }

        try
        {
            using var process = Process.Start(start) ?? throw Unavailable();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
            try
            {
                // Read to the end, or a full pipe would hold the browser; what it says may name nothing and is thrown away.
                await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token), process.WaitForExitAsync(patience.Token));
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw Unavailable();
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                    await process.WaitForExitAsync(CancellationToken.None);
                }
            }
        }
        catch (Win32Exception)
        {
            throw Unavailable();
        }
    }

    private static string[] Arguments(string folder, string page, string file)
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-quic",
            "--disable-dev-shm-usage", "--no-pdf-header-footer", "--export-tagged-pdf", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            $"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={file}",
        ];
        return [.. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(), .. arguments, new Uri(page).AbsoluteUri];
    }

    private string? Find()
    {
        if (!string.IsNullOrWhiteSpace(options.Chromium))
        {
            return File.Exists(options.Chromium) ? options.Chromium : null;
        }

        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => places.Select(place => Path.Combine(place, name + ending))).FirstOrDefault(File.Exists);
    }

    /// <summary>Whoever was killed while printing could not wipe its folder. The folders' times are the machine's.</summary>
    private static void ForgetLeftovers()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), $"{Prefix}*").Where(left => Directory.GetCreationTimeUtc(left) < TimeProvider.System.GetUtcNow().UtcDateTime - Leftover))
        {
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another account's: it wipes its own.
            }
        }
    }

    private static async Task WipeAsync(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser that is just ending may hold or make a file for a moment.
            await Task.Delay(500, CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static RequestException Unavailable() => new(StatusCodes.Status503ServiceUnavailable, "pdf.unavailable", new(
        "Il PDF non si può preparare adesso: sul server manca Chromium o non risponde. Il documento si può scaricare in Word; l'amministratore trova come fare nel README.",
        "The PDF cannot be made now: Chromium is missing on the server or does not answer. The document can be downloaded as Word; the administrator finds how in the README."));
}
