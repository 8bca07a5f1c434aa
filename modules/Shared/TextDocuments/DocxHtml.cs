using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;

namespace InclusionPlatform.Shared.TextDocuments;

/// <summary>
/// Makes a page of our own from a text document, to be printed: headings, paragraphs, lists, tables with their header rows, pictures within the document. Nothing is fetched and nothing
/// runs: the page forbids both.
/// </summary>
public sealed class DocxHtml
{
    private const string Style = """
        @page { size: A4; margin: /*margin*/; @bottom-right { content: /*footer*/; font: 8.5pt Arial, "Liberation Sans", sans-serif; color: #5c6f82; } }
        body { font: 10.5pt/1.45 Arial, "Liberation Sans", sans-serif; color: #17324d; margin: 0; }
        h1 { font-size: 18pt; margin: 0 0 8pt; } h2 { font-size: 13pt; margin: 14pt 0 4pt; } h3 { font-size: 11.5pt; margin: 10pt 0 4pt; }
        h1, h2, h3 { break-after: avoid; } p { margin: 0 0 5pt; orphans: 3; widows: 3; }
        table { border-collapse: collapse; width: 100%; margin: 4pt 0 8pt; } th, td { border: .75pt solid #c5c7c9; padding: 2pt 5pt; text-align: left; vertical-align: top; }
        tr { break-inside: avoid; } td p, th p { margin: 0; } img { max-width: 100%; }
        body { overflow-wrap: break-word; } .keep { break-after: avoid; } table.plain { table-layout: fixed; } .plain td { border: 0; padding: 16pt 8pt 0 0; } table.plain { margin: 0; } .whole { white-space: nowrap; }
        .banner { border-bottom: .75pt solid #c5c7c9; margin-bottom: 10pt; padding-bottom: 6pt; }
        .new-page { break-before: page; }
        .dense { font-size: 9pt; line-height: 1.3; } .dense h1 { font-size: 15pt; margin-bottom: 5pt; } .dense h2 { font-size: 11pt; margin: 7pt 0 3pt; } .dense p { margin-bottom: 2.5pt; }
        .dense th, .dense td { padding: 1.2pt 5pt; line-height: 1.2; } .dense td p, .dense th p { margin: 0; } .dense table { margin: 2pt 0 5pt; } .dense .plain td { padding: 12pt 8pt 0 0; } .dense .banner { margin-bottom: 6pt; padding-bottom: 4pt; }
        """;

    private readonly StringBuilder html = new();
    private readonly Dictionary<string, int> headings = [];
    private MainDocumentPart main = null!;

    private DocxHtml()
    {
    }

    /// <summary>The page.</summary>
    /// <param name="docx">The document.</param>
    /// <param name="title">In the properties of what is printed; nothing about a person.</param>
    /// <param name="banner">HTML of the platform's own above the document, or null.</param>
    /// <param name="closing">HTML of the platform's own below the document, or null.</param>
    /// <param name="dense">Letters of 9 pt with little between them: for a long table that is to stay on one page.</param>
    public static string Of(byte[] docx, string title, string? banner = null, string? closing = null, bool dense = false)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx, writable: false), isEditable: false);
        return new DocxHtml().Page(package, title, banner, closing, dense);
    }

    private string Page(WordprocessingDocument package, string title, string? banner, string? closing, bool dense)
    {
        main = package.MainDocumentPart!;
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id && LevelOf(style.StyleName?.Val?.Value) is { } level)
            {
                headings[id] = level;
            }
        }

        html.Append("<!doctype html><html lang=\"").Append(Words.English ? "en" : "it").Append("\"><head><meta charset=\"utf-8\">")
            .Append("<title>").Append(WebUtility.HtmlEncode(title)).Append("</title><style>").Append(Style.Replace("/*footer*/", FooterOf(title), StringComparison.Ordinal).Replace("/*margin*/", dense ? "13mm 18mm" : "20mm 18mm", StringComparison.Ordinal))
            .Append(dense ? "</style></head><body class=\"dense\">" : "</style></head><body>");
        if (banner is not null)
        {
            html.Append("<div class=\"banner\">").Append(banner).Append("</div>");
        }

        foreach (var header in main.HeaderParts.Select(part => part.Header).OfType<OpenXmlElement>())
        {
            Blocks(header);
        }

        html.Append("<main>");
        Blocks(main.Document!.Body!);
        html.Append("</main>").Append(closing);
        // The numbers of the pages are the printer's: those that a program left in the document are of another printing.
        foreach (var footer in main.FooterParts.Select(part => part.Footer).OfType<OpenXmlElement>())
        {
            Blocks(footer);
        }

        return html.Append("</body></html>").ToString();
    }

    /// <summary>As a value of CSS: which paper a sheet belongs to, and that none is missing. A browser before version 131 leaves it out.</summary>
    private static string FooterOf(string title)
    {
        var safe = string.Concat(title.Select(letter => letter is '"' or '\\' or '<' or '&' || char.IsControl(letter) ? ' ' : letter));
        return new Words("\"{0} · pagina \" counter(page) \" di \" counter(pages)", "\"{0} · page \" counter(page) \" of \" counter(pages)").With(safe).ToString();
    }

    private void Blocks(OpenXmlElement parent)
    {
        var inList = false;
        foreach (var child in parent.ChildElements)
        {
            var isItem = child is Paragraph { ParagraphProperties.NumberingProperties: not null };
            if (isItem != inList)
            {
                html.Append(isItem ? "<ul>" : "</ul>");
                inList = isItem;
            }

            switch (child)
            {
                case Paragraph paragraph when !IsNumberOfPage(paragraph):
                    Block(paragraph, isItem ? "li" : null);
                    break;
                case Table table:
                    Rows(table);
                    break;
                case SdtBlock { SdtContentBlock: { } content }:
                    Blocks(content);
                    break;
                default:
                    break;
            }
        }

        if (inList)
        {
            html.Append("</ul>");
        }
    }

    private void Block(Paragraph paragraph, string? given)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        var tag = given ?? (style is not null && headings.TryGetValue(style, out var level) ? $"h{level}" : "p");
        var before = html.Length;
        html.Append('<').Append(tag).Append(paragraph.Descendants<Break>().Any(one => one.Type?.Value == BreakValues.Page) ? " class=\"new-page\">" : IsKept(paragraph) ? " class=\"keep\">" : ">");
        var inside = html.Length;
        foreach (var run in paragraph.Descendants<Run>().Where(run => ReferenceEquals(run.Ancestors<Paragraph>().First(), paragraph)))
        {
            Inline(run);
        }

        if (html.Length == inside)
        {
            html.Length = before;
            return;
        }

        html.Append("</").Append(tag).Append('>');
    }

    private void Inline(Run run)
    {
        var look = run.RunProperties;
        var (bold, italic) = (IsOn(look?.Bold), IsOn(look?.Italic));
        var open = html.Length;
        html.Append(bold ? "<strong>" : "").Append(italic ? "<em>" : "");
        var inside = html.Length;
        foreach (var child in run.ChildElements)
        {
            switch (child)
            {
                case Text text:
                    html.Append(Spans.InHtml(WebUtility.HtmlEncode(text.Text)));
                    break;
                case Break { Type: null }:
                    html.Append("<br>");
                    break;
                case TabChar:
                    html.Append("&emsp;");
                    break;
                case Drawing drawing:
                    Picture(drawing);
                    break;
                default:
                    break;
            }
        }

        if (html.Length == inside)
        {
            html.Length = open;
            return;
        }

        html.Append(italic ? "</em>" : "").Append(bold ? "</strong>" : "");
    }

    private void Picture(Drawing drawing)
    {
        var id = drawing.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().FirstOrDefault()?.Embed?.Value;
        if (id is null || !main.TryGetPartById(id, out var part) || part is not ImagePart { ContentType: "image/png" or "image/jpeg" } image)
        {
            return;
        }

        using var memory = new MemoryStream();
        using (var stream = image.GetStream(FileMode.Open, FileAccess.Read))
        {
            stream.CopyTo(memory);
        }

        var alt = drawing.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().FirstOrDefault()?.Description?.Value ?? "";
        html.Append("<img alt=\"").Append(WebUtility.HtmlEncode(alt)).Append("\" src=\"data:").Append(image.ContentType).Append(";base64,").Append(Convert.ToBase64String(memory.ToArray())).Append("\">");
    }

    private void Rows(Table table)
    {
        // A table that says that it has no lines and no header is only a way to put things side by side: a screen reader is not told of it.
        var isPlain = table.GetFirstChild<TableProperties>()?.TableBorders is { } borders && borders.Elements<BorderType>().All(line => line.Val?.Value == BorderValues.None || line.Val?.Value == BorderValues.Nil)
            && !table.Descendants<TableHeader>().Any();
        html.Append(isPlain ? "<table class=\"plain\" role=\"presentation\">" : "<table>");
        foreach (var row in table.Elements<TableRow>())
        {
            var isHeader = row.TableRowProperties?.Elements<TableHeader>().Any() ?? false;
            html.Append(isHeader ? "<thead><tr>" : row.Descendants<Paragraph>().All(IsKept) ? "<tr class=\"keep\">" : "<tr>");
            foreach (var cell in row.Elements<TableCell>())
            {
                html.Append(isHeader ? "<th scope=\"col\">" : "<td>");
                Blocks(cell);
                html.Append(isHeader ? "</th>" : "</td>");
            }

            html.Append(isHeader ? "</tr></thead>" : "</tr>");
        }

        html.Append("</table>");
    }

    private static bool IsKept(Paragraph paragraph) => IsOn(paragraph.ParagraphProperties?.KeepNext);

    private static bool IsNumberOfPage(Paragraph paragraph) =>
        paragraph.Descendants<SimpleField>().Select(field => field.Instruction?.Value).Concat(paragraph.Descendants<FieldCode>().Select(code => code.Text)).Any(code => code?.Contains("PAGE", StringComparison.OrdinalIgnoreCase) == true);

    private static bool IsOn(OnOffType? look) => look is not null && (look.Val is null || look.Val.Value);

    // Word keeps the English names of its own styles whatever language it speaks.
    private static int? LevelOf(string? name) => name?.ToUpperInvariant() switch
    {
        "TITLE" => 1,
        "HEADING 1" => 2,
        "HEADING 2" => 3,
        "HEADING 3" => 4,
        _ => null,
    };
}
