using System.Diagnostics;
using System.Text;

namespace InclusionPlatform.Shared.Papers;

/// <summary>
/// Prints by a browser without a window. The page goes through a folder of its own that only the service's account can read, under names that tell nothing; whatever happens, its files are
/// overwritten and the folder is taken away. No personal data is in the arguments, which every account of the machine could read.
/// </summary>
internal sealed class PdfPrinter(PapersOptions options) : IPdfPrinter, IDisposable
{
    private const string Page = "page.html", Paper = "page.pdf";

    private const string Head = "<head>";

    // By the page itself: the browser's own printing needs scripts, so they cannot be switched off for all.
    private const string Policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private readonly SemaphoreSlim turns = new(Math.Max(1, options.AtOnce));
    private readonly Lazy<string?> found = new(() => Find(options.Browser));

    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken)
    {
        var head = html.IndexOf(Head, StringComparison.Ordinal);
        if (head < 0)
        {
            throw new ArgumentException("A page has a head, in which it is said that nothing is fetched or run.", nameof(html));
        }

        var browser = found.Value ?? throw new RequestException(503, "papers.no-printer", new(
            "Su questo server manca il programma che prepara i PDF: usare il DOCX, oppure chiedere all'amministratore di installare Chromium o di indicarne il percorso.",
            "The program that makes PDF files is missing on this server: use the DOCX, or ask the administrator to install Chromium or to say where it is."));
        await turns.WaitAsync(cancellationToken);
        try
        {
            return await PrintAsync(browser, html.Insert(head + Head.Length, Policy), cancellationToken);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task<byte[]> PrintAsync(string browser, string html, CancellationToken ct)
    {
        // On Unix such a folder is for its owner alone.
        var folder = Directory.CreateTempSubdirectory("inclusion-paper-").FullName;
        try
        {
            var (page, paper) = (Path.Combine(folder, Page), Path.Combine(folder, Paper));
            await File.WriteAllTextAsync(page, html, Encoding.UTF8, ct);
            await RunAsync(browser, folder, page, paper, ct);
            return File.Exists(paper) && await File.ReadAllBytesAsync(paper, ct) is { Length: > 0 } printed ? printed : throw Failed();
        }
        finally
        {
            Wipe(folder);
        }
    }

    private async Task RunAsync(string browser, string folder, string page, string paper, CancellationToken ct)
    {
        var start = new ProcessStartInfo(browser) { UseShellExecute = false, CreateNoWindow = true, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder };
        foreach (var argument in (string[])[
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer",
            $"--print-to-pdf={paper}", new Uri(page).AbsoluteUri])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HOME"] = folder;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw Failed();
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Seconds));
        try
        {
            process.StandardInput.Close();
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            throw Failed();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(TimeSpan.FromSeconds(5));
            }
        }
    }

    private static void Wipe(string folder)
    {
        foreach (var file in (string[])[Path.Combine(folder, Page), Path.Combine(folder, Paper)])
        {
            if (File.Exists(file))
            {
                using var content = new FileStream(file, FileMode.Open, FileAccess.Write);
                content.Write(new byte[content.Length]);
                content.Flush(flushToDisk: true);
            }
        }

        // The browser's last helpers may still be letting go of their profile.
        for (var left = 5; left > 0; left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (Exception busy) when (left > 1 && busy is IOException or UnauthorizedAccessException)
            {
                Task.Delay(100).Wait();
            }
        }
    }

    private static string? Find(string configured)
    {
        if (configured.Length > 0)
        {
            return File.Exists(configured) ? configured : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + ending))).FirstOrDefault(File.Exists);
    }

    private static RequestException Failed() => new(503, "papers.printer-failed", new(
        "Il PDF non è stato preparato in tempo. Nulla è andato perso: riprovare tra poco, oppure usare il DOCX.", "The PDF was not made in time. Nothing was lost: try again in a moment, or use the DOCX."));
}
