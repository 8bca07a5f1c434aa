using System.Globalization;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>The Italian words of codes and fields in a person's copy; the machine-readable file keeps the codes.</summary>
internal static class CopyWords
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["female"] = "femmina", ["male"] = "maschio", ["woman"] = "donna", ["man"] = "uomo", ["nonBinary"] = "non binario",
        ["workInclusion"] = "inclusione lavorativa", ["jobLoss"] = "perdita del lavoro", ["firstJob"] = "primo lavoro", ["targetedPlacement"] = "collocamento mirato",
        ["leavingPrison"] = "uscita dal carcere", ["leavingCare"] = "uscita da una comunità", ["incomeSupport"] = "sostegno al reddito", ["other"] = "altro",
        ["employed"] = "occupazione", ["training"] = "formazione", ["selfEmployment"] = "lavoro autonomo", ["selfEmployed"] = "lavoro autonomo", ["returnedToServices"] = "ritorno ai servizi",
        ["droppedOut"] = "abbandono", ["transferred"] = "passaggio ad altro servizio", ["jobSearching"] = "cerca lavoro", ["inactive"] = "non cerca lavoro", ["inCare"] = "in cura o in comunità",
        ["openEnded"] = "tempo indeterminato", ["fixedTerm"] = "tempo determinato", ["apprenticeship"] = "apprendistato", ["agency"] = "somministrazione", ["onCall"] = "a chiamata",
        ["collaboration"] = "collaborazione", ["domestic"] = "lavoro domestico", ["seasonal"] = "stagionale",
        ["planned"] = "in programma", ["held"] = "svolto", ["noShow"] = "persona assente", ["cancelled"] = "annullato", ["reached"] = "sentita", ["unreachable"] = "irraggiungibile",
        ["declined"] = "rifiutato", ["days28"] = "a 28 giorni dalla chiusura", ["months6"] = "a 6 mesi dalla chiusura",
        ["interview"] = "colloquio", ["call"] = "telefonata", ["visit"] = "visita", ["meeting"] = "incontro", ["note"] = "nota", ["group"] = "attività di gruppo", ["accompaniment"] = "accompagnamento",
        ["read"] = "lettura", ["change"] = "modifica", ["refusal"] = "accesso rifiutato", ["export"] = "esportazione",
        ["none"] = "nessuno", ["publicTransport"] = "mezzi pubblici", ["bicycle"] = "bicicletta", ["moped"] = "ciclomotore", ["car"] = "automobile",
        ["objection"] = "opposizione", ["everything"] = "tutto", ["statistics"] = "statistiche e relazioni", ["directContacts"] = "contatti diretti e bollettino",
        ["companyMatching"] = "abbinamento con le aziende", ["partnerBodies"] = "comunicazione agli enti della rete", ["restriction"] = "limitazione", ["hold"] = "documenti da conservare", ["notice"] = "informativa", ["specialCategories"] = "dati particolari",
        ["sharingWithBodies"] = "comunicazione agli enti", ["sharingWithCompanies"] = "comunicazione alle aziende", ["applicationsOnBehalf"] = "candidature per suo conto", ["pictures"] = "immagini", ["appointmentReminders"] = "avvisi degli appuntamenti per e-mail",
        ["document"] = "documento firmato", ["paperArchive"] = "carta in archivio", ["signedOnScreen"] = "firma su schermo", ["oral"] = "a voce",
        ["caseManager"] = "operatore di riferimento", ["educator"] = "educatore", ["socialWorker"] = "assistente sociale", ["psychologist"] = "psicologo", ["tutor"] = "tutor", ["jobCoach"] = "job coach",
        ["coordinator"] = "coordinatore",
        ["missed"] = "persona assente", ["inPerson"] = "in presenza", ["videoCall"] = "videochiamata", ["sharedScreen"] = "a distanza, insieme", ["open"] = "aperto", ["closed"] = "chiuso",
        ["hired"] = "assunzione", ["refused"] = "risposta negativa", ["noAnswer"] = "senza risposta", ["withdrawn"] = "ritirata", ["sent"] = "inviata", ["answered"] = "con risposta", ["portal"] = "su un portale",
    };

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["age"] = "Età", ["residence"] = "Residenza", ["email"] = "E-mail", ["body"] = "Ente", ["opened"] = "Data di presa in carico", ["closed"] = "Data di chiusura", ["manager"] = "Operatore di riferimento",
        ["team"] = "Équipe", ["writtenBy"] = "Scritta da", ["at"] = "Quando", ["by"] = "Da chi", ["purpose"] = "Scopo", ["from"] = "Dal", ["to"] = "Al", ["former"] = "Prima era scritto",
        ["fields"] = "Campi cambiati", ["dueOn"] = "Previsto per il", ["contactedOn"] = "Sentita il", ["situation"] = "Situazione", ["withdrawnOn"] = "Revocato il", ["supersededOn"] = "Sostituito il", ["addedOn"] = "Aggiunto il",
        ["startsAt"] = "Inizio", ["minutes"] = "Minuti", ["place"] = "Luogo", ["outcomeNote"] = "Nota sull'esito", ["singleParent"] = "Genitore solo", ["taxCodeConfirmed"] = "Codice verificato sul documento",
        ["section"] = "Parte", ["scope"] = "A che cosa", ["content"] = "Contenuto", ["company"] = "Azienda", ["duties"] = "Mansioni", ["objectives"] = "Obiettivi", ["state"] = "Stato", ["course"] = "Corso", ["passed"] = "Superato",
        ["improved"] = "Situazione migliorata", ["contract"] = "Contratto", ["present"] = "Presente", ["sealed"] = "Altri dati", ["toldAt"] = "Avviso inviato", ["mailIsSafe"] = "La posta è solo sua", ["teamWithoutAccount"] = "Professionisti senza account", ["accountSince"] = "Con un account dal",
    };

    /// <summary>The word of a code; days and instants as they are written in Italy; any other text as it is.</summary>
    public static string Of(string text) =>
        Codes.TryGetValue(text, out var word) ? word
        : text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        : text.Length > 18 && text[4] == '-' && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? TimeZoneInfo.ConvertTime(at, ItalianTime.Zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)
        : text;

    /// <summary>The word of a field, or null.</summary>
    public static string? Label(string field) => Labels.GetValueOrDefault(field);
}
