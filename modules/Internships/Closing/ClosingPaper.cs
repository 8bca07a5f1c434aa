using System.Globalization;
using InclusionPlatform.Shared.TextDocuments;

namespace InclusionPlatform.Internships.Closing;

/// <summary>How dossier and attestation look on paper.</summary>
internal static class ClosingPaper
{
    public static byte[] Dossier(InternshipDossier dossier)
    {
        var paper = new DocxWriter(T("Dossier individuale del tirocinante", "Individual dossier of the intern"));
        paper.Title(T("Dossier individuale del tirocinante", "Individual dossier of the intern"));
        Facts(paper, dossier);
        paper.Facts(
            (T("Visite in azienda", "Visits at the company"), Number(dossier.Visits)), (T("Colloqui", "Interviews"), Number(dossier.Interviews)),
            (T("Esito", "Outcome"), OutcomeOf(dossier)));
        paper.Heading(T("Attività svolte", "Activities"));
        paper.Paragraph(dossier.Duties);
        paper.Heading(T("Obiettivi del progetto", "Objectives of the project"));
        paper.Table([T("Obiettivo", "Objective"), T("Come è raggiunto", "How far it is reached")], dossier.Objectives.Select(one => new[] { one.Objective, one.LevelName ?? "–" }));
        Skills(paper, dossier);
        paper.SignatureLines([T("Il soggetto promotore", "The promoter"), T("Il tutor aziendale", "The host's tutor"), T("Il tirocinante", "The intern")]);
        return paper.ToArray();
    }

    public static byte[] Attestation(InternshipDossier dossier)
    {
        var paper = new DocxWriter(T("Attestazione finale di tirocinio", "Final attestation of the internship"));
        paper.Title(T("Attestazione finale di tirocinio", "Final attestation of the internship"));
        paper.Paragraph(new Words(
            "{0} attesta che la persona indicata ha svolto il tirocinio descritto qui sotto, frequentando il {1}% delle ore previste.",
            "{0} attests that the person named has done the internship described below, attending {1}% of the planned hours.").With(dossier.ServiceName, Math.Min(dossier.PresencePercent, 100)).ToString());
        Facts(paper, dossier);
        paper.Heading(T("Attività svolte", "Activities"));
        paper.Paragraph(dossier.Duties);
        Skills(paper, dossier);
        paper.SignatureLines([T("Luogo e data", "Place and date"), T("Il soggetto promotore", "The promoter"), T("Il soggetto ospitante", "The host")]);
        return paper.ToArray();
    }

    private static void Facts(DocxWriter paper, InternshipDossier dossier) => paper.Facts(
        (T("Persona", "Person"), dossier.PersonName),
        (T("Data di nascita", "Date of birth"), Day(dossier.BirthDate)),
        (T("Soggetto ospitante", "Host"), string.Join(", ", new[] { dossier.CompanyName, dossier.MunicipalityName }.Where(part => !string.IsNullOrEmpty(part)))),
        (T("Luogo", "Place"), dossier.Workplace),
        (T("Tipo", "Kind"), dossier.Kind is InternshipKind.SocialInclusion ? T("tirocinio di inclusione sociale", "social inclusion internship") : T("tirocinio extracurriculare", "extracurricular internship")),
        (T("Periodo", "Period"), $"{Day(dossier.StartsOn)} – {Day(dossier.EndedOn ?? dossier.EndsOn)}"),
        (T("Ore a settimana", "Hours a week"), Number(dossier.WeeklyHours)),
        (T("Ore svolte", "Hours done"), Hours(dossier.WorkedMinutes)),
        (T("Tutor aziendale", "Host's tutor"), dossier.HostTutor),
        (T("Tutor del servizio", "Service's tutor"), dossier.PromoterTutorName));

    private static void Skills(DocxWriter paper, InternshipDossier dossier)
    {
        paper.Heading(T("Competenze", "Skills"));
        if (dossier.Skills.Count == 0)
        {
            paper.Paragraph(T("Nessuna valutazione è stata ancora registrata.", "No evaluation has been recorded yet."));
            return;
        }

        paper.Table([T("Competenza", "Skill"), T("Livello", "Level")], dossier.Skills.Select(skill => new[] { skill.Name, skill.LevelName }));
    }

    private static string? OutcomeOf(InternshipDossier dossier) => dossier.Outcome switch
    {
        null => null,
        Outcome.HiredByHost => new Words("assunzione nell'azienda dal {0:d}", "hired by the host from {0:d}").With(dossier.HiredOn).ToString(),
        Outcome.OtherJob => new Words("altro lavoro dal {0:d}", "another job from {0:d}").With(dossier.HiredOn).ToString(),
        Outcome.NewInternship => T("nuovo tirocinio", "new internship"),
        Outcome.CompletedNoJob => T("concluso", "completed"),
        _ => T("interrotto", "interrupted"),
    };

    private static string Hours(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string T(string it, string en) => new Words(it, en).ToString();
}
