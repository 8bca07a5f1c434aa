using System.Globalization;
using System.Net;
using System.Text;
using InclusionPlatform.Bulletin.Opportunities;
using InclusionPlatform.Bulletin.Text;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>What an edition looks like: the mail in HTML and in plain text, and the part of it that the public page shows.</summary>
/// <param name="Subject">Subject of the mail.</param>
/// <param name="MailHtml">Whole HTML document; <see cref="UnsubscribeHole"/> stands for each subscriber's own link.</param>
/// <param name="MailText">The same as plain text.</param>
/// <param name="PageHtml">Introduction and sections only.</param>
internal sealed record EditionText(string Subject, string MailHtml, string MailText, string PageHtml)
{
    public const string UnsubscribeHole = "{{unsubscribe}}";

    public EditionText WithLink(string unsubscribe) => this with
    {
        MailHtml = MailHtml.Replace(UnsubscribeHole, WebUtility.HtmlEncode(unsubscribe), StringComparison.Ordinal),
        MailText = MailText.Replace(UnsubscribeHole, unsubscribe, StringComparison.Ordinal),
    };

    public static EditionText Of(int number, string title, string intro, IReadOnlyList<PrintedOpportunity> opportunities, string serviceName, Func<string, string> link)
    {
        var page = Page(intro, opportunities, link);
        var heading = WithoutHole(OneLine.Of(string.Create(CultureInfo.InvariantCulture, $"{title} – n. {number}")));
        return new(heading, Document(heading, page, serviceName, link($"/bulletin/archive/{number.ToString(CultureInfo.InvariantCulture)}")), Plain(heading, intro, opportunities, serviceName, link), page);
    }

    private static string Page(string intro, IReadOnlyList<PrintedOpportunity> opportunities, Func<string, string> link)
    {
        var html = new StringBuilder(WithoutHole(SafeMarkdown.ToHtml(intro)));
        string? section = null;
        foreach (var opportunity in opportunities)
        {
            if (opportunity.Section != section)
            {
                html.Append(CultureInfo.InvariantCulture, $"\n<h2>{Encode(section = opportunity.Section)}</h2>");
            }

            html.Append(CultureInfo.InvariantCulture, $"\n<h3><a href=\"{Encode(link($"/offers/{opportunity.Id}"))}\">{Encode(opportunity.Title)}</a></h3>\n<p><strong>{Encode(Where(opportunity))}</strong></p>\n");
            html.Append(WithoutHole(SafeMarkdown.ToHtml(opportunity.Description)));
            html.Append("\n<ul>");
            foreach (var (label, value, address) in Facts(opportunity))
            {
                var shown = address is null ? Encode(value) : $"<a href=\"{Encode(address)}\">{Encode(value)}</a>";
                html.Append(CultureInfo.InvariantCulture, $"<li>{Encode(label)}: {shown}</li>");
            }

            html.Append("</ul>");
        }

        return html.ToString();
    }

    private static string Document(string heading, string page, string serviceName, string archive) => $"""
        <!doctype html>
        <html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(heading)}</title></head>
        <body style="margin:0;padding:16px;background:#ffffff;color:#17324d;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
        <div style="max-width:640px;margin:0 auto">
        <p style="margin:0;color:#435a70">{Encode(serviceName)}</p>
        <h1 style="font-size:24px;margin:0 0 16px">{Encode(heading)}</h1>
        {page}
        <hr style="border:0;border-top:1px solid #c5c7c9;margin:24px 0">
        <p style="font-size:14px;color:#435a70">Questo bollettino arriva a chi ha chiesto di riceverlo. <a href="{Encode(archive)}">Leggerlo sul sito</a> · <a href="{UnsubscribeHole}">Non riceverlo più</a></p>
        </div></body></html>
        """;

    private static string Plain(string heading, string intro, IReadOnlyList<PrintedOpportunity> opportunities, string serviceName, Func<string, string> link)
    {
        var text = new StringBuilder($"{serviceName}\n{heading}\n\n{WithoutHole(SafeMarkdown.ToText(intro))}\n");
        string? section = null;
        foreach (var opportunity in opportunities)
        {
            if (opportunity.Section != section)
            {
                section = opportunity.Section;
                text.Append(CultureInfo.InvariantCulture, $"\n\n{WithoutHole(section).ToUpper(CultureInfo.GetCultureInfo("it-IT"))}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"\n{WithoutHole(opportunity.Title)}\n{WithoutHole(Where(opportunity))}\n{WithoutHole(SafeMarkdown.ToText(opportunity.Description))}\n");
            foreach (var (label, value, _) in Facts(opportunity))
            {
                text.Append(CultureInfo.InvariantCulture, $"- {label}: {WithoutHole(value)}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"- {link($"/offers/{opportunity.Id}")}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n--\nQuesto bollettino arriva a chi ha chiesto di riceverlo.\nPer non riceverlo più: {UnsubscribeHole}\n").ToString();
    }

    private static string Where(PrintedOpportunity opportunity) => opportunity.Municipality is null ? opportunity.Organiser : $"{opportunity.Organiser}, {opportunity.Municipality}";

    private static IEnumerable<(string Label, string Value, string? Address)> Facts(PrintedOpportunity opportunity)
    {
        (string, string?, string?)[] all =
        [
            ("Tipo", KindOf(opportunity.Kind), null),
            ("Contratto", opportunity.ContractType, null),
            ("Orario", opportunity.Hours, null),
            ("Posti", opportunity.Positions?.ToString(CultureInfo.InvariantCulture), null),
            ("Requisiti", opportunity.Requirements is null ? null : SafeMarkdown.ToText(opportunity.Requirements), null),
            ("Candidature sul sito", opportunity.ApplyUrl, opportunity.ApplyUrl),
            ("Candidature per e-mail", opportunity.ApplyEmail, $"mailto:{opportunity.ApplyEmail}"),
            ("Candidature al telefono", opportunity.ApplyPhone, $"tel:{opportunity.ApplyPhone?.Replace(" ", "", StringComparison.Ordinal)}"),
            ("Scadenza", opportunity.Deadline is { } day ? PlainDates.Long(day) : null, null),
        ];
        return all.Where(fact => !string.IsNullOrEmpty(fact.Item2)).Select(fact => (fact.Item1, fact.Item2!, fact.Item3));
    }

    private static string KindOf(OpportunityKind kind) => kind switch
    {
        OpportunityKind.Job => "lavoro",
        OpportunityKind.Training => "formazione",
        OpportunityKind.Internship => "tirocinio",
        OpportunityKind.CivilService => "servizio civile",
        _ => "evento",
    };

    private static string Encode(string text) => WebUtility.HtmlEncode(WithoutHole(text));

    // Written content can never become a subscriber's link.
    private static string WithoutHole(string text) => text.Replace("{{", "{ {", StringComparison.Ordinal);
}
