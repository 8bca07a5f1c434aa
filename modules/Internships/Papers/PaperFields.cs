namespace InclusionPlatform.Internships.Papers;

/// <summary>A field that a template may hold.</summary>
/// <param name="Name">As it is written between double braces.</param>
/// <param name="Meaning">What it is filled with.</param>
/// <param name="Example">What it may look like.</param>
internal sealed record PaperField(string Name, Words Meaning, string Example)
{
    /// <summary>Repeats the table row that it stands in.</summary>
    public bool IsOfARow => PaperFields.IsList(Name.Split('.')[0]);
}

/// <summary>The fields of each paper: the page that lists them and the check of an uploaded template read the same list.</summary>
internal static class PaperFields
{
    public const string Days = "giorni", Months = "mesi", Lines = "righe", Skills = "competenze", Objectives = "obiettivi";

    private static readonly string[] Lists = [Days, Months, Lines, Skills, Objectives];

    private static readonly PaperField[] Everywhere =
    [
        new("servizio.nome", new("Nome del soggetto promotore", "Name of the promoter"), "Ambito sociale di prova"),
        new("servizio.codice_fiscale", new("Codice fiscale del promotore", "Tax code of the promoter"), "00000000000"),
        new("azienda.nome", new("Nome dell'azienda ospitante", "Name of the host"), "Vivaio di prova"),
        new("azienda.codice_fiscale", new("Partita IVA o codice fiscale dell'azienda", "VAT number or tax code of the host"), "00488410010"),
        new("azienda.comune", new("Comune dell'azienda", "Municipality of the host"), "San Benedetto del Tronto"),
        new("convenzione.numero", new("Numero della convenzione", "Number of the convention"), "41/2026"),
        new("convenzione.dal", new("Primo giorno della convenzione", "First day of the convention"), "10/01/2026"),
        new("convenzione.al", new("Ultimo giorno della convenzione", "Last day of the convention"), "09/01/2028"),
        new("convenzione.inail", new("Posizione INAIL", "INAIL position"), "91234567/22"),
        new("convenzione.polizza", new("Polizza di responsabilità civile", "Liability policy"), "RC 555/2026"),
        new("convenzione.assicurazione", new("Compagnia di assicurazione", "Insurer"), "Assicurazioni di prova"),
        new("oggi", new("Giorno in cui il documento è preparato", "Day on which the paper is made"), "28/11/2026"),
    ];

    private static readonly PaperField[] OfInternship =
    [
        new("persona.nome", new("Cognome e nome della persona", "Surname and name of the person"), "Rossi Gioiosa"),
        new("persona.nascita", new("Data di nascita", "Date of birth"), "12/04/1988"),
        new("tirocinio.tipo", new("Tipo di tirocinio", "Kind of internship"), "Tirocinio di inclusione sociale"),
        new("tirocinio.finalita", new("Finalità", "Purpose"), "Supporto all'inserimento"),
        new("tirocinio.dal", new("Primo giorno", "First day"), "30/11/2026"),
        new("tirocinio.al", new("Ultimo giorno previsto", "Last day planned"), "29/05/2027"),
        new("tirocinio.ore_settimanali", new("Ore a settimana", "Hours a week"), "25"),
        new("tirocinio.orario", new("Ore di ogni giorno, una riga per giorno", "Hours of each day, a line a day"), "lunedì 9:00–13:00"),
        new("tirocinio.luogo", new("Luogo", "Place"), "Via di prova 1"),
        new("tirocinio.attivita", new("Attività", "Duties"), "Cura delle piante"),
        new("tirocinio.obiettivi", new("Obiettivi", "Objectives"), "Riprendere un ritmo di lavoro"),
        new("tirocinio.tutor_aziendale", new("Tutor aziendale", "Host's tutor"), "Paola Neri"),
        new("tirocinio.tutor_servizio", new("Tutor del servizio", "Service's tutor"), "Anna Verdi"),
        new("tirocinio.indennita", new("Indennità mensile lorda", "Gross monthly allowance"), "400,00 €"),
        new("tirocinio.programma", new("Programma che paga", "Programme that pays"), "FSE+ 4.h"),
        new("tirocinio.attestato_da", new("Ente pubblico che attesta la durata; il documento va anche all'azienda: l'ente, non il reparto o il servizio", "Public body that attests the duration; the paper goes to the company too: the body, not the ward or service"), "AST di Ascoli Piceno"),
        new("tirocinio.attestato_il", new("Giorno dell'attestazione", "Day of the attestation"), "20/11/2026"),
        new("tirocinio.proroghe", new("Proroghe, una riga ciascuna; nulla se non ce ne sono", "Extensions, a line each; nothing where there are none"), "fino al 30/06/2027 (prima 29/05/2027)"),
        new("tirocinio.modifiche", new("Modifiche del progetto, una riga ciascuna con quello che valeva prima", "Amendments of the project, a line each with what stood before"), "dal 01/02/2027: ore a settimana 20 (prima 25)"),
        new("tirocinio.referente_caso", new("Chi segue il caso per il servizio pubblico", "Who follows the case for the public service"), "Lucia Bianchi, servizio sociale del Comune"),
        new("sicurezza.rischio", new("Rischio del settore", "Risk of the sector"), "basso"),
        new("sicurezza.ore_generali", new("Ore di formazione generale", "Hours of general training"), "4"),
        new("sicurezza.ore_specifiche", new("Ore di formazione specifica", "Hours of specific training"), "4"),
        new("sicurezza.entro", new("Giorno entro cui è conclusa", "Day by which it is over"), "30/11/2026"),
        new("sicurezza.a_cura_di", new("Chi tiene la formazione", "Who holds the training"), "RSPP dell'azienda"),
        new("finanziamento", new("Dicitura del fondo: c'è solo se paga un programma FSE+", "Words of the fund: only where an FSE+ programme pays"), "Cofinanziato dall'Unione europea"),
    ];

    /// <summary>Not on the register, which goes round the company every month.</summary>
    private static readonly PaperField[] OfPerson =
    [
        new("persona.nata", new("«nata» o «nato», come allo stato civile", "“nata” or “nato”, by the civil register"), "nata"),
        new("persona.luogo_nascita", new("Comune o Stato di nascita", "Municipality or country of birth"), "San Benedetto del Tronto"),
        new(TaxCode, new("Codice fiscale della persona: aperto quando il documento si prepara, e l'apertura resta registrata", "Tax code of the person: opened when the paper is made, and the opening is logged"), "RSSGSO88D52H769K"),
    ];

    private static readonly PaperField[] OfMonth = [new("mese.nome", new("Mese", "Month"), "novembre 2026")];

    private static readonly PaperField[] OfRegister =
    [
        new("mese.ore", new("Ore svolte nel mese", "Hours done in the month"), "96:30"),
        new("giorni.data", new("Giorno: la riga si ripete per ogni giorno", "Day: the row is repeated for each day"), "30/11/2026"),
        new("giorni.giorno", new("Giorno della settimana", "Weekday"), "lunedì"),
        new("giorni.ore", new("Ore svolte", "Hours done"), "5:00"),
        new("giorni.nota", new("Assenza, sospensione o festività, senza il motivo", "Absence, suspension or holiday, without the reason"), "assente"),
    ];

    private static readonly PaperField[] OfReckoning =
    [
        new("righe.voce", new("Voce del conteggio: la riga si ripete", "Line of the reckoning: the row is repeated"), "Presenza: 96 su 100 ore previste"),
        new("righe.importo", new("Importo della voce", "Amount of the line"), "400,00 €"),
        new("conteggio.totale", new("Totale del mese", "Total of the month"), "400,00 €"),
    ];

    private static readonly PaperField[] OfWhole =
    [
        new("percorso.ultimo_giorno", new("Ultimo giorno svolto", "Last day done"), "29/05/2027"),
        new("percorso.ore", new("Ore svolte in tutto", "Hours done in all"), "612:30"),
        new("percorso.giorni_sospesi", new("Giorni di sospensione", "Days of suspension"), "0"),
        new("percorso.sospensioni", new("Sospensioni, una riga ciascuna, senza il motivo", "Suspensions, a line each, without the reason"), "dal 06/07/2026 al 31/07/2026"),
        new("percorso.ore_previste", new("Ore previste nei giorni in cui si è svolto", "Hours planned on the days on which it ran"), "650:00"),
        new("percorso.presenza", new("Ore svolte sulle ore previste, in percentuale", "Hours done of those planned, as a percentage"), "94"),
        new("percorso.visite", new("Visite in azienda", "Visits at the company"), "3"),
        new("percorso.colloqui", new("Colloqui con la persona", "Interviews with the person"), "4"),
        new("percorso.esito", new("Come si è concluso", "How it ended"), "Assunzione da parte dell'azienda"),
        new("competenze.nome", new("Competenza, nei termini di ESCO: la riga si ripete per ogni competenza valutata", "Skill, in the terms of ESCO: the row is repeated for each skill that was evaluated"), "lavorare in squadra"),
        new("competenze.ambito", new("Ambito della competenza", "Group of the skill"), "Con gli altri"),
        new("competenze.livello", new("Livello raggiunto, dalle valutazioni", "Level reached, from the evaluations"), "in autonomia"),
        new("competenze.valutata_da", new("Chi l'ha valutata", "Who evaluated it"), "tutor aziendale"),
        new("obiettivi.obiettivo", new("Obiettivo del progetto: la riga si ripete per ogni obiettivo", "Objective of the project: the row is repeated for each objective"), "Riprendere un ritmo di lavoro"),
        new("obiettivi.livello", new("Livello a cui è raggiunto", "How far it is reached"), "con aiuto"),
        new("mesi.mese", new("Mese: la riga si ripete per ogni mese", "Month: the row is repeated for each month"), "novembre 2026"),
        new("mesi.ore", new("Ore del mese", "Hours of the month"), "96:30"),
        new("mesi.registro", new("Stato del registro", "State of the register"), "firmato"),
    ];

    /// <summary>The field that only an opening fills.</summary>
    public const string TaxCode = "persona.codice_fiscale";

    /// <summary>Whether a paper names the person beyond name and date of birth.</summary>
    public static bool NamesThePerson(PaperKind kind) => kind is not (PaperKind.Convention or PaperKind.Register);

    /// <summary>Whether fields that begin so repeat their table row.</summary>
    public static bool IsList(string name) => Lists.Contains(name);

    /// <summary>The fields of a paper, in the order in which they are shown.</summary>
    public static IReadOnlyList<PaperField> Of(PaperKind kind) => kind switch
    {
        PaperKind.Convention => Everywhere,
        PaperKind.Project => [.. OfPerson, .. OfInternship, .. Everywhere],
        PaperKind.Register => [.. OfMonth, .. OfRegister, .. OfInternship, .. Everywhere],
        PaperKind.PayReckoning => [.. OfMonth, .. OfReckoning, .. OfPerson, .. OfInternship, .. Everywhere],
        _ => [.. OfWhole, .. OfPerson, .. OfInternship, .. Everywhere],
    };
}
