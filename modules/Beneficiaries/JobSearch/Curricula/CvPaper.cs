using System.Globalization;
using System.Net;
using System.Text;
using InclusionPlatform.Shared.TextDocuments;

namespace InclusionPlatform.Beneficiaries.JobSearch.Curricula;

/// <summary>
/// How a curriculum looks: the order and the language levels that employers in Europe are used to (profile, work, education and training, skills), in a design of our own: dates in a narrow column,
/// one rule, one blue. Headings and lists are real ones, for screen readers and for the programs that read applications.
/// </summary>
internal static class CvPaper
{
    private const string Style = """
        @page { size: A4; margin: 16mm 17mm 18mm; }
        * { box-sizing: border-box; }
        body { font: 10.5pt/1.45 "Titillium Web", "Liberation Sans", Arial, sans-serif; color: #17324d; margin: 0; }
        header { border-bottom: 1.5pt solid #0066cc; padding-bottom: 9pt; margin-bottom: 6pt; }
        h1 { font-size: 23pt; line-height: 1.15; margin: 0; }
        .headline { font-size: 13pt; color: #0066cc; margin: 2pt 0 0; }
        .contacts { list-style: none; margin: 7pt 0 0; padding: 0; color: #455b71; }
        .contacts li { display: inline; } .contacts li + li::before { content: " \00b7 "; }
        h2 { font-size: 11.5pt; color: #0066cc; margin: 13pt 0 4pt; break-after: avoid; }
        .entry { display: grid; grid-template-columns: 34mm 1fr; column-gap: 6mm; margin: 0 0 6pt; break-inside: avoid; }
        .entry .when { color: #455b71; } .entry b { display: block; } p { margin: 0 0 5pt; white-space: pre-line; }
        .tags { margin: 0; padding: 0; list-style: none; } .tags li { display: inline-block; border: .75pt solid #b1c2d3; border-radius: 9pt; padding: 1pt 8pt; margin: 0 4pt 4pt 0; }
        footer { margin-top: 14pt; font-size: 8.5pt; color: #455b71; }
        """;

    private static string T(string it, string en) => new Words(it, en).ToString();

    /// <summary>As an HTML page to be printed.</summary>
    public static string Html(CvContent cv)
    {
        var (facts, draft) = (cv.Facts, cv.Draft);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{(Words.English ? "en" : "it")}\"><head><meta charset=\"utf-8\"><title>Curriculum</title>")
            .Append(CultureInfo.InvariantCulture, $"<style>{Style}</style></head><body><header><h1>{Safe(facts.Name)}</h1>");
        if (draft.Headline is { Length: > 0 })
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"headline\">{Safe(draft.Headline)}</p>");
        }

        List(page, "contacts", Contacts(facts));
        page.Append("</header>");
        Text(page, T("Profilo", "Profile"), draft.Profile);
        Entries(page, T("Esperienze di lavoro", "Work experience"), facts.Works.Select(work => (Span(work), Title(work), (string?)work.Employer)));
        Entries(page, T("Istruzione e formazione", "Education and training"), Studies(facts));
        Tags(page, T("Lingue", "Languages"), facts.Languages.Select(one => $"{one.Name}: {one.Level.Label()}"));
        Tags(page, T("Competenze", "Skills"), facts.Skills);
        Tags(page, T("Patenti e abilitazioni", "Licences"), facts.Licences);
        Text(page, T("Disponibilità", "Availability"), draft.Availability);
        Text(page, T("Altre informazioni", "Further information"), Further(facts));
        page.Append(CultureInfo.InvariantCulture, $"<footer>{Safe(Consent)}</footer></body></html>");
        return page.ToString();
    }

    /// <summary>As a text document that can be corrected.</summary>
    public static byte[] Docx(CvContent cv)
    {
        var (facts, draft) = (cv.Facts, cv.Draft);
        var paper = new DocxWriter(T("Curriculum", "Curriculum"));
        paper.Title(facts.Name);
        if (draft.Headline is { Length: > 0 })
        {
            paper.Subheading(draft.Headline);
        }

        if (Contacts(facts) is { Count: > 0 } contacts)
        {
            paper.Paragraph(string.Join(" · ", contacts));
        }

        Section(T("Profilo", "Profile"), draft.Profile);
        Rows(T("Esperienze di lavoro", "Work experience"), facts.Works.Select(work => (Span(work), Title(work), (string?)work.Employer)));
        Rows(T("Istruzione e formazione", "Education and training"), Studies(facts));
        Section(T("Lingue", "Languages"), string.Join('\n', facts.Languages.Select(one => $"{one.Name}: {one.Level.Label()}")));
        Section(T("Competenze", "Skills"), string.Join('\n', facts.Skills));
        Section(T("Patenti e abilitazioni", "Licences"), string.Join('\n', facts.Licences));
        Section(T("Disponibilità", "Availability"), draft.Availability);
        Section(T("Altre informazioni", "Further information"), Further(facts));
        paper.Paragraph(Consent);
        return paper.ToArray();

        void Section(string title, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                paper.Heading(title);
                paper.Paragraph(text);
            }
        }

        void Rows(string title, IEnumerable<(string When, string What, string? Where)> entries)
        {
            var all = entries.ToArray();
            if (all.Length == 0)
            {
                return;
            }

            paper.Heading(title);
            foreach (var (when, what, where) in all)
            {
                var text = where is null ? what : $"{what}\n{where}";
                if (when.Length > 0)
                {
                    paper.Facts((when, text));
                }
                else
                {
                    paper.Paragraph(text);
                }
            }
        }
    }

    private static string Consent => T(
        "Autorizzo il trattamento dei miei dati personali per la selezione, ai sensi del Reg. (UE) 2016/679.", "I agree to the processing of my personal data for the selection, under Reg. (EU) 2016/679.");

    private static List<string> Contacts(CvFacts facts) =>
    [
        .. new[] { facts.Municipality, facts.Phone, facts.Email, facts.BirthDate is { } day ? T($"Data di nascita: {Day(day)}", $"Date of birth: {Day(day)}") : null, facts.Citizenship is { } country ? T($"Cittadinanza: {country}", $"Citizenship: {country}") : null }.OfType<string>(),
    ];

    private static IEnumerable<(string When, string What, string? Where)> Studies(CvFacts facts)
    {
        var courses = facts.Courses.Select(course => (Month(course.EndedOn), course.Title, (string?)null));
        return facts.Education is { } education ? courses.Append(("", education, null)) : courses;
    }

    private static string? Further(CvFacts facts) => facts.TargetedPlacement ? T("Iscrizione alle liste del collocamento mirato (L. 68/1999).", "Enrolled in the lists of targeted placement (Italian Law 68/1999).") : null;

    private static string Title(CvWork work) => work.IsInternship ? $"{T("Tirocinio", "Internship")}: {work.Duties}" : work.Duties;

    private static string Span(CvWork work) => $"{Month(work.FromOn)} – {(work.ToOn is { } end ? Month(end) : T("oggi", "today"))}";

    private static string Month(DateOnly day) => day.ToString("MM/yyyy", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static void Text(StringBuilder page, string title, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            page.Append(CultureInfo.InvariantCulture, $"<section><h2>{Safe(title)}</h2><p>{Safe(text)}</p></section>");
        }
    }

    private static void Tags(StringBuilder page, string title, IEnumerable<string> items)
    {
        var all = items.ToArray();
        if (all.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section><h2>{Safe(title)}</h2>");
            List(page, "tags", all);
            page.Append("</section>");
        }
    }

    private static void List(StringBuilder page, string kind, IReadOnlyCollection<string> items)
    {
        if (items.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<ul class=\"{kind}\">").AppendJoin("", items.Select(item => $"<li>{Safe(item)}</li>")).Append("</ul>");
        }
    }

    private static void Entries(StringBuilder page, string title, IEnumerable<(string When, string What, string? Where)> entries)
    {
        var all = entries.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<section><h2>{Safe(title)}</h2>");
        foreach (var (when, what, where) in all)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"entry\"><span class=\"when\">{Safe(when)}</span><div><b>{Safe(what)}</b>{(where is null ? "" : Safe(where))}</div></div>");
        }

        page.Append("</section>");
    }
}
