namespace InclusionPlatform.Shared.Papers;

/// <summary>Makes PDF files of pages that the platform wrote itself.</summary>
public interface IPdfPrinter
{
    /// <summary>The PDF of a whole HTML page. Nothing that the page names is fetched and no script of it runs.</summary>
    /// <param name="html">The page, with its styles in it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RequestException">503 <c>papers.no-printer</c> where no browser is installed, <c>papers.printer-failed</c> where it did not answer in time.</exception>
    Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken);
}

/// <summary>Configuration section <c>Papers</c>.</summary>
public sealed class PapersOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Papers";

    /// <summary>The browser that prints: the path of Chromium, Chrome or Edge. Empty: it is looked for by its name.</summary>
    public string Browser { get; set; } = "";

    /// <summary>How many seconds a page may take.</summary>
    public int Seconds { get; set; } = 30;

    /// <summary>How many pages are printed at once; the others wait.</summary>
    public int AtOnce { get; set; } = 2;
}
