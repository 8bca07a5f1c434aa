using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InclusionPlatform.Shared.Messaging;

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
        h1 { font-size: 1.8rem; } h2 { border-bottom: 2px solid #0066cc; padding-bottom: .2rem; margin-top: 2.5rem; }
        dl { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: .2rem 1rem; border: 1px solid #d9dadb; border-radius: 6px; padding: .8rem 1rem; break-inside: avoid; }
        dt { color: #455a64; } dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; } dl dl { border: 0; padding: 0; }
        @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
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

        foreach (var part in made.Copy.Parts)
        {
            page.Append("<section><h2>").Append(Text(part.Title.It)).Append("</h2>");
            foreach (var record in part.Records)
            {
                Append(page, record);
            }

            page.Append("</section>");
        }

        if (papers.Count > 0)
        {
            page.Append("<section><h2>Documenti</h2><ul>");
            foreach (var (_, path) in papers)
            {
                page.Append("<li><a href=\"").Append(Text(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)))).Append("\">").Append(Text(path)).Append("</a></li>");
            }

            page.Append("</ul></section>");
        }

        return page.Append("</main></body></html>").ToString();
    }

    private static void Append(StringBuilder page, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                page.Append("<dl>");
                foreach (var (name, value) in fields)
                {
                    page.Append("<dt>").Append(Text(Label(name))).Append("</dt><dd>");
                    Append(page, value);
                    page.Append("</dd>");
                }

                page.Append("</dl>");
                break;
            case JsonArray items:
                var first = true;
                foreach (var item in items)
                {
                    page.Append(first || item is JsonObject ? "" : ", ");
                    first = false;
                    Append(page, item);
                }

                break;
            case JsonValue value:
                page.Append(Text(Written(value)));
                break;
        }
    }

    private static string Written(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => "sì",
        JsonValueKind.False => "no",
        JsonValueKind.String => CopyWords.Of(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static string Label(string name) => CopyWords.Label(name) ?? FieldLabels.Of(name, typeof(CopyPage).Assembly) ?? name;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
