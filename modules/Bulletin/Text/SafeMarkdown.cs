using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace InclusionPlatform.Bulletin.Text;

/// <summary>
/// Markdown as HTML that cannot do harm: raw HTML is shown as text, links lead only to the web, to mail and to telephones, and pictures
/// become links, because a picture from elsewhere tells its server who opened the mail.
/// </summary>
internal static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    public static string ToHtml(string? markdown)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(Parse(markdown));
        return writer.ToString().Trim();
    }

    /// <summary>The same as plain text, with the address of each link after its words.</summary>
    public static string ToText(string? markdown)
    {
        var document = Parse(markdown);
        foreach (var link in document.Descendants<LinkInline>().Where(link => link is { Url.Length: > 0, IsAutoLink: false }).ToList())
        {
            link.InsertAfter(new LiteralInline($" ({link.Url})"));
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString().Trim();
    }

    public static bool IsSafeAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" or "tel";

    private static MarkdownDocument Parse(string? markdown)
    {
        var document = Markdown.Parse(markdown ?? "", Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            if (!IsSafeAddress(link.GetDynamicUrl is { } dynamic ? dynamic() ?? link.Url : link.Url))
            {
                link.GetDynamicUrl = null;
                link.Url = "";
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafeAddress(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document;
    }
}
