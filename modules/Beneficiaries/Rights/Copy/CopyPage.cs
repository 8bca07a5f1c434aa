using System.Globalization;
using System.Net;
using System.Text;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>What is held, as a page that opens without anything else: headings, lists of fields, links to the papers. It prints as it looks, and speaks to the person as the service's mails do, with «lei».</summary>
internal static class CopyPage
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="it">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Copia dei dati</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #17324d; }
        h1 { font-size: 1.8rem; } h2 { border-bottom: 2px solid #0066cc; padding-bottom: .2rem; margin-top: 2.5rem; } a { color: #0056b3; }
        nav h2 { border: 0; font-size: 1.1rem; margin: 1.5rem 0 .3rem; } nav ul { columns: 15rem; margin: 0; padding-left: 1.2rem; }
        dl { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: .2rem 1rem; border: 1px solid #d9dadb; border-radius: 6px; padding: .8rem 1rem; }
        dt { color: #455a64; break-after: avoid; } dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
        dt.whole, dd.whole { grid-column: 1 / -1; } dt.whole { font-weight: 600; margin-top: .5rem; } dd.whole > dl { margin: .3rem 0 .6rem; border-color: #e8e9ea; }
        table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 400; color: #455a64; } th, td { border-bottom: 1px solid #e8e9ea; padding: .3rem .6rem .3rem 0; vertical-align: top; overflow-wrap: break-word; hyphens: auto; } section { overflow-x: auto; }
        @media print { body { max-width: none; margin: 0; } section { overflow: visible; } h2, dt.whole { break-after: avoid; } tr { break-inside: avoid; } }
        @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } dd.whole > dl { padding: .5rem .7rem; } table { font-size: .9rem; } }
        </style>
        </head>
        <body>
        <main>
        """;

    private const string SameData = "Gli stessi dati, per un altro programma, sono nel file <code>dati.json</code>.";

    public static string Write(MadeCopy made, IReadOnlyList<(Guid Id, string Path)> papers)
    {
        var page = new StringBuilder(Head);
        page.Append("<h1>Copia dei dati</h1>");
        if (made.Part is { } copied)
        {
            var when = copied.ClosedOn is { } closedOn ? string.Create(CultureInfo.InvariantCulture, $"l'ha seguita dal {copied.OpenedOn:dd/MM/yyyy} al {closedOn:dd/MM/yyyy}") : string.Create(CultureInfo.InvariantCulture, $"la segue dal {copied.OpenedOn:dd/MM/yyyy}");
            page.Append(CultureInfo.InvariantCulture, $"<p>Per {Text(copied.Name)} {Text(copied.Surname)}. È ciò che ha scritto l'équipe che {when}, come è conservato al {made.MadeOn:dd/MM/yyyy}: il resto è nella copia di chi la segue o l'ha seguita per ultimo. {SameData}</p>");
        }
        else
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>Sono i dati che il servizio conserva su di lei al {made.MadeOn:dd/MM/yyyy}. {SameData}</p>");
            page.Append("<p>Se la segue, o l'ha seguita, anche un'altra équipe, ciò che quella ha scritto non è in questa copia: chi ne risponde è stato avvisato e lo prepara. Può chiederlo anche al coordinatore del servizio.</p>");
        }

        if (made.Hidden > 0)
        {
            var (held, ask) = made.Hidden == 1 ? ("nota del diario è riservata ad alcuni operatori e non è", "può chiederla") : ("note del diario sono riservate ad alcuni operatori e non sono", "può chiederle");
            page.Append(CultureInfo.InvariantCulture, $"<p><strong>{made.Hidden}</strong> {held} in questa copia: {ask} al servizio.</p>");
        }

        var parts = made.Copy.Parts.Select(part => (part.Code, Title: part.Title.It, Content: CopyRecords.Write(part))).Where(part => part.Content.Length > 0).ToArray();
        page.Append("<nav><h2>Che cosa c'è</h2><ul>");
        foreach (var (code, title, _) in parts)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Text(code)}\">{Text(title)}</a></li>");
        }

        page.Append(papers.Count > 0 ? "<li><a href=\"#files\">File allegati</a></li></ul></nav>" : "</ul></nav>");
        foreach (var (code, title, content) in parts)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section><h2 id=\"{Text(code)}\">{Text(title)}</h2>{content}</section>");
        }

        if (papers.Count > 0)
        {
            page.Append("<section><h2 id=\"files\">File allegati</h2><ul>");
            foreach (var (_, path) in papers)
            {
                page.Append("<li><a href=\"").Append(Text(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)))).Append("\">").Append(Text(path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..])).Append("</a></li>");
            }

            page.Append("</ul></section>");
        }

        return page.Append("</main></body></html>").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
