using InclusionPlatform.Shared.TextDocuments;

namespace InclusionPlatform.Internships.Papers;

/// <summary>The templates with which the platform comes, so that every paper can be made at once; to be taken, changed and uploaded as one's own.</summary>
internal static class DefaultTemplates
{
    public static byte[] Of(PaperKind kind)
    {
        // A month is one sheet, with the signatures below its days: a page that is signed alone says nothing.
        var docx = new DocxWriter(PaperNames.Of(kind).It, dense: kind is PaperKind.Register);
        if (kind is not PaperKind.Convention)
        {
            docx.Paragraph("{{finanziamento}}");
        }

        docx.Title(PaperNames.Of(kind).It);
        Write(docx, kind);
        docx.Paragraph("Data: {{oggi}}");
        docx.SignatureLines(kind switch
        {
            PaperKind.Convention => ["Per il soggetto promotore, {{servizio.nome}}", "Per l'azienda ospitante, {{azienda.nome}}"],
            PaperKind.PayReckoning => ["Per il soggetto promotore, {{servizio.nome}}"],
            PaperKind.Register => ["Il tutor aziendale, {{tirocinio.tutor_aziendale}}", "La persona in tirocinio, {{persona.nome}}"],
            _ => ["La persona in tirocinio, {{persona.nome}}", "Per l'azienda ospitante, {{azienda.nome}}", "Per il soggetto promotore, {{servizio.nome}}"],
        });
        return docx.ToArray();
    }

    private static void Write(DocxWriter docx, PaperKind kind)
    {
        switch (kind)
        {
            case PaperKind.Convention:
                Convention(docx);
                break;
            case PaperKind.Project:
                Parties(docx, "Periodo");
                Changes(docx);
                Project(docx);
                break;
            case PaperKind.Register:
                // It goes round the company every month: it says no more of the person than it needs.
                Parties(docx, inFull: false);
                docx.Heading("Mese di {{mese.nome}}");
                docx.Table(["Data", "Giorno", "Ore svolte", "Note"], [["{{giorni.data}}", "{{giorni.giorno}}", "{{giorni.ore}}", "{{giorni.nota}}"]]);
                docx.Facts(("Ore svolte nel mese", "{{mese.ore}}"));
                break;
            case PaperKind.PayReckoning:
                Parties(docx);
                docx.Heading("Mese di {{mese.nome}}");
                docx.Facts(("Programma che paga", "{{tirocinio.programma}}"));
                docx.Table(["Voce", "Importo"], [["{{righe.voce}}", "{{righe.importo}}"]]);
                docx.Facts(("Totale", "{{conteggio.totale}}"));
                break;
            case PaperKind.Dossier:
                Parties(docx);
                Changes(docx);
                Whole(docx, ("Sospensioni", "{{percorso.sospensioni}}"), ("Visite in azienda", "{{percorso.visite}}"), ("Colloqui con la persona", "{{percorso.colloqui}}"));
                docx.Heading("Obiettivi del progetto");
                docx.Table(["Obiettivo", "Come è raggiunto"], [["{{obiettivi.obiettivo}}", "{{obiettivi.livello}}"]]);
                Skills(docx);
                docx.Heading("Mese per mese");
                docx.Table(["Mese", "Ore svolte", "Registro"], [["{{mesi.mese}}", "{{mesi.ore}}", "{{mesi.registro}}"]]);
                break;
            default:
                docx.Paragraph("Si attesta che {{persona.nome}}, nata o nato il {{persona.nascita}}, ha svolto un {{tirocinio.tipo}} presso {{azienda.nome}}, {{azienda.comune}}, frequentando il {{percorso.presenza}}% delle ore previste.");
                docx.Facts(("Primo giorno", "{{tirocinio.dal}}"));
                Whole(docx);
                Skills(docx);
                break;
        }
    }

    private static void Convention(DocxWriter docx)
    {
        docx.Facts(("Numero", "{{convenzione.numero}}"), ("Valida", "dal {{convenzione.dal}} al {{convenzione.al}}"));
        docx.Heading("Tra");
        docx.Facts(("Soggetto promotore", "{{servizio.nome}}, codice fiscale {{servizio.codice_fiscale}}"), ("Soggetto ospitante", "{{azienda.nome}}, {{azienda.comune}}, codice fiscale {{azienda.codice_fiscale}}"));
        docx.Heading("Si conviene che");
        docx.Paragraph("Il soggetto ospitante accoglie persone in tirocinio presso le proprie strutture. Per ogni tirocinio si firma un progetto formativo individuale, che fa parte di questa convenzione.");
        docx.Paragraph("Il tirocinio non è un rapporto di lavoro. La persona è seguita da un tutor dell'azienda e da un tutor del promotore, che ne verificano l'andamento.");
        docx.Paragraph("Il soggetto ospitante rispetta le norme di salute e sicurezza sul lavoro e dà alla persona la formazione prevista dal D.Lgs. 81/2008.");
        docx.Heading("Coperture assicurative");
        docx.Facts(("Posizione INAIL", "{{convenzione.inail}}"), ("Responsabilità civile", "{{convenzione.polizza}}"), ("Compagnia", "{{convenzione.assicurazione}}"));
    }

    private static void Parties(DocxWriter docx, string period = "Periodo previsto", bool inFull = true) => docx.Facts(
        inFull
            ? ("Persona in tirocinio", "{{persona.nome}}, {{persona.nata}} il {{persona.nascita}} ({{persona.luogo_nascita}}), codice fiscale {{persona.codice_fiscale}}")
            : ("Persona in tirocinio", "{{persona.nome}}, nata o nato il {{persona.nascita}}"),
        ("Soggetto promotore", "{{servizio.nome}}, codice fiscale {{servizio.codice_fiscale}}"),
        ("Azienda ospitante", "{{azienda.nome}}, {{azienda.comune}}, codice fiscale {{azienda.codice_fiscale}}"),
        ("Tipo", "{{tirocinio.tipo}}"),
        (period, "dal {{tirocinio.dal}} al {{tirocinio.al}}"));

    private static void Changes(DocxWriter docx) => docx.Facts(("Proroghe", "{{tirocinio.proroghe}}"), ("Modifiche", "{{tirocinio.modifiche}}"));

    private static void Project(DocxWriter docx)
    {
        docx.Facts(("Convenzione", "n. {{convenzione.numero}}, dal {{convenzione.dal}} al {{convenzione.al}}"), ("Finalità", "{{tirocinio.finalita}}"));
        docx.Heading("Luogo e orario");
        docx.Facts(("Luogo", "{{tirocinio.luogo}}"), ("Ore a settimana", "{{tirocinio.ore_settimanali}}"));
        docx.Paragraph("{{tirocinio.orario}}");
        docx.Heading("Attività");
        docx.Paragraph("{{tirocinio.attivita}}");
        docx.Heading("Obiettivi");
        docx.Paragraph("{{tirocinio.obiettivi}}");
        docx.Heading("Chi segue");
        docx.Facts(("Tutor aziendale", "{{tirocinio.tutor_aziendale}}"), ("Tutor del servizio", "{{tirocinio.tutor_servizio}}"), ("Chi segue il caso per il servizio pubblico", "{{tirocinio.referente_caso}}"), ("Durata attestata da", "{{tirocinio.attestato_da}}"), ("Attestazione del", "{{tirocinio.attestato_il}}"));
        docx.Heading("Formazione sulla sicurezza");
        docx.Paragraph("Rischio {{sicurezza.rischio}}: {{sicurezza.ore_generali}} ore di formazione generale e {{sicurezza.ore_specifiche}} di formazione specifica, entro il {{sicurezza.entro}}, a cura di: {{sicurezza.a_cura_di}}.");
        docx.Heading("Indennità e coperture");
        docx.Facts(
            ("Indennità mensile lorda", "{{tirocinio.indennita}}"), ("Programma che paga", "{{tirocinio.programma}}"), ("Posizione INAIL", "{{convenzione.inail}}"),
            ("Responsabilità civile", "{{convenzione.polizza}}"));
    }

    private static void Whole(DocxWriter docx, params IReadOnlyList<(string Name, string? Value)> more)
    {
        docx.Facts(
            ("Ultimo giorno svolto", "{{percorso.ultimo_giorno}}"), ("Ore svolte in tutto", "{{percorso.ore}} su {{percorso.ore_previste}} previste"), ("Giorni di sospensione", "{{percorso.giorni_sospesi}}"),
            ("Come si è concluso", "{{percorso.esito}}"));
        docx.Facts(more);
        docx.Heading("Attività svolte");
        docx.Paragraph("{{tirocinio.attivita}}");
    }

    private static void Skills(DocxWriter docx)
    {
        docx.Heading("Competenze");
        docx.Table(["Competenza", "Ambito", "Livello", "Valutata da"], [["{{competenze.nome}}", "{{competenze.ambito}}", "{{competenze.livello}}", "{{competenze.valutata_da}}"]]);
    }
}
