using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Internships.Closing;

namespace InclusionPlatform.Internships.Integrations;

/// <summary>What fields and codes of internships are called where the person reads them.</summary>
internal static class CopyWords
{
    /// <summary>Of all parts of this module.</summary>
    public static CopyGlossary Glossary { get; } = new([.. Project, .. Course], [.. Kinds, .. Happenings, .. Sheets, .. SkillCatalogue.All.Select(one => ($"code.{one.Code}", one.Name.It)), .. Rules]);

    private static (string, string)[] Project =>
    [
        ("savedAt", "Salvata il"), ("company", "Azienda"), ("kind", "Tipo"), ("modulation", "Finalità"), ("startsOn", "Inizio"), ("endsOn", "Fine"), ("weeklyHours", "Ore alla settimana"),
        ("draft.hours", "Orario"), ("hours", ""),
        ("timetable", "Orario"), ("day", "Giorno"), ("said", ""), ("hours.from", "Dalle"), ("hours.to", "Alle"), ("hours.minutes", "Durata"), ("seasonal", "Azienda stagionale"),
        ("mealsProvided", "L'azienda dà i pasti"), ("duties", "Attività"), ("objectives", "Obiettivi"),
        ("hostType", "Tipo di azienda"), ("region", "Regione"), ("workplace", "Dove"), ("hostTutor", "Tutor aziendale"), ("caseManager", "Chi segue il caso nell'ente"),
        ("hostWork", "Ha già lavorato per l'azienda"),
        ("hostWorkEndedOn", "Quel lavoro è finito il"), ("programme", "Programma"), ("allowanceCents", "Indennità al mese"), ("payer", "Chi paga"), ("safetyRisk", "Rischio sul lavoro"),
        ("safetyTraining", "Formazione sulla sicurezza"), ("generalHours", "Ore di formazione generale"), ("specificHours", "Ore di formazione specifica"),
        ("safetyGeneralHours", "Ore di formazione generale sulla sicurezza"),
        ("safetySpecificHours", "Ore di formazione specifica sulla sicurezza"), ("safetyOn", "Formazione sulla sicurezza entro il"), ("safetyBy", "Formazione sulla sicurezza tenuta da"),
        ("safetyTraining.on", "Data"),
        ("safetyTraining.by", "Tenuta da"),
    ];

    private static (string, string)[] Course =>
    [
        ("state", "Stato"), ("endedOn", "Finito il"), ("outcome", "Esito"), ("contract", "Contratto"), ("hiredOn", "Assunzione del"), ("reason", "Motivo"), ("cause", "Causa"),
        ("register", "Registro delle presenze"), ("on", "Giorno"), ("minutes", "Presenza"), ("absence", "Assenza"),
        ("signatures", "Firme del progetto"), ("signer", "Chi ha firmato"), ("how", "Come"), ("signedOn", "Quando"),
        ("events", "Che cosa è successo"), ("what", "Che cosa"), ("from", "Dal"), ("to", "Al"),
        ("monitoring", "Visite e colloqui"), ("heldOn", "Data"), ("text", "Che cosa è stato scritto"), ("tutorPresent", "C'era il tutor aziendale"), ("attendance", "Presenza"),
        ("skills", "Competenze"),
        ("relations", "Rapporti"), ("relationsNote", "Nota sui rapporti"), ("safety", "Sicurezza"), ("safetyNote", "Nota sulla sicurezza"), ("difficulties", "Difficoltà"),
        ("nextSteps", "Prossimi passi"),
        ("objective", "Obiettivo"), ("level", "Livello"), ("code", "Competenza"),
        ("evaluations", "Valutazioni"), ("stage", "Quale"), ("author", "Chi valuta"), ("givenOn", "Data"), ("overall", "Giudizio complessivo, da 1 a 5"), ("strengths", "Punti di forza"),
        ("toImprove", "Che cosa migliorare"),
        ("wouldHire", "L'azienda pensa di assumere"), ("hirings", "Assunzione nell'azienda"), ("answer", "L'azienda ha assunto"), ("untilOn", "Fino al"),
        ("overrides", "Regole superate con un motivo"), ("rule", "Regola"), ("at", "Quando"), ("occasion", "Per che cosa"), ("extendedTo", "Proroga fino al"), ("withdrawnAt", "Non più valida dal"),
        ("month", "Mese"), ("cents", "Importo"), ("settledOn", "Pagata il"), ("account", "Conto"),
        ("closing", "Come si è chiuso"), ("cameBackOn", "Tornati il"), ("givenBackHow", "Come sono tornati"), ("renouncement", "Perché non si chiedono indietro"), ("standing", "A che punto è"),
        ("recordedAt", "Registrato il"),
    ];

    private static (string, string)[] Kinds =>
    [
        ("extracurricular", "tirocinio extracurriculare"), ("socialInclusion", "tirocinio di inclusione sociale"),
        ("maintainingSkills", "mantenimento delle abilità"), ("supportToPlacement", "supporto all'inserimento"), ("placementInCompany", "inserimento in azienda"),
        ("privateEmployer", "datore di lavoro privato"), ("publicAdministration", "pubblica amministrazione"), ("privateSchoolOrTraining", "scuola privata o ente di formazione"),
        ("hostWork.never", "no, mai"), ("hostWork.ended", "sì, finito"), ("hostWork.lasting", "sì, ancora in corso"), ("low", "basso"), ("medium", "medio"), ("high", "alto"),
        ("payer.unknown", "non è ancora scritto"), ("payer.programme", "un programma"), ("payer.host", "l'azienda"),
        ("proposed", "proposto"), ("active", "in corso"), ("ended", "concluso"), ("endedEarly", "concluso prima"), ("cancelled", "annullato"),
        ("hiredByHost", "assunzione nell'azienda"), ("otherJob", "altro lavoro"), ("newInternship", "nuovo tirocinio"), ("completedNoJob", "completato, senza lavoro"),
        ("interruptedByPerson", "interrotto dalla persona"),
        ("interruptedByHost", "interrotto dall'azienda"), ("interruptedByService", "interrotto dal servizio"),
        ("permanent", "tempo indeterminato"), ("fixedTerm", "tempo determinato"), ("apprenticeship", "apprendistato"), ("agency", "somministrazione"), ("selfEmployed", "lavoro autonomo"),
        ("other", "altro"),
    ];

    private static (string, string)[] Happenings =>
    [
        ("personGaveUp", "rinuncia della persona"), ("hostWithdrew", "l'azienda si è ritirata"), ("cause.otherJob", "ha trovato lavoro altrove"), ("health", "salute"), ("family", "motivi familiari"),
        ("conflict", "difficoltà nei rapporti"), ("absences", "troppe assenze"), ("hostClosed", "chiusura o crisi dell'azienda"), ("unsuitableDuties", "attività non adatte"),
        ("requirementsMissing", "mancano i requisiti"),
        ("mistake", "registrato per errore"),
        ("suspension", "sospensione"), ("extension", "proroga"), ("forStart", "per l'inizio"), ("forExtension", "per una proroga"), ("amendment", "modifica del progetto"), ("illness", "malattia"), ("injury", "infortunio"), ("maternity", "maternità"),
        ("closure", "chiusura dell'azienda"),
        ("quarantine", "isolamento"), ("justified", "giustificata"), ("unjustified", "non giustificata"), ("holiday", "ferie o festa"),
        ("signer.person", "la persona"), ("signer.host", "l'azienda"), ("signer.promoter", "il servizio"), ("onScreen", "di persona, sullo schermo"), ("link", "con il link ricevuto"),
        ("paper", "a mano, su carta"),
        ("outside", "fuori dalla piattaforma"),
        ("pending", "da pagare"), ("done", "pagata"), ("returned", "tornata indietro"), ("nothing", "nulla da pagare"),
        ("givenBack", "restituiti"), ("renounced", "non si chiedono indietro"), ("bankTransfer", "bonifico"), ("postalOrder", "bollettino o vaglia postale"), ("cash", "contanti"),
        ("notWorthIt", "chiederli costerebbe di più"), ("hardship", "la persona non può restituirli"), ("unreachable", "la persona non si trova più"), ("serviceMistake", "errore del servizio"),
        ("toConfirm", "da confermare"), ("closed", "chiuso"), ("withdrawn", "ritirato"),
    ];

    private static (string, string)[] Sheets =>
    [
        ("visit", "visita in azienda"), ("interview", "colloquio"), ("call", "telefonata"), ("mail", "e-mail"), ("meeting", "incontro"), ("regular", "regolare"), ("someAbsences", "qualche assenza"),
        ("manyAbsences", "molte assenze"),
        ("notYet", "non ancora"), ("withHelp", "con aiuto"), ("alone", "in autonomia"), ("helpsOthers", "in autonomia, aiutando altri"),
        ("relations.good", "vanno bene"), ("relations.toWatch", "da seguire"), ("relations.serious", "difficili"), ("safety.good", "in ordine"), ("safety.toWatch", "da sistemare"),
        ("safety.serious", "pericolo"),
        ("intermediate", "a metà"), ("final", "alla fine"), ("author.tutor", "tutor aziendale"), ("author.educator", "tutor del servizio"), ("author.person", "la persona"),
        ("answer.hired", "sì"), ("answer.notHired", "no"), ("answer.notYet", "non ha ancora deciso"),
    ];

    private static (string, string)[] Rules =>
    [
        ("internship.allowance-minimum", "indennità minima"), ("internship.case-manager", "chi segue il caso nell'ente"), ("internship.host-declaration", "dichiarazione dell'azienda"),
        ("internship.host-quota", "quanti tirocini può avere l'azienda"),
        ("internship.host-tutor-load", "quante persone segue il tutor aziendale"), ("internship.hours-by-weekday", "ore di ogni giorno"),
        ("internship.hours-fit-the-person", "orari possibili per la persona"),
        ("internship.inclusion-repeated", "altro tirocinio di inclusione"), ("internship.minimum-age", "età minima"), ("internship.maximum-duration", "durata massima"), ("internship.minimum-duration", "durata minima"),
        ("internship.work-relation", "lavoro già svolto per l'azienda"),
        ("internship.same-host-again", "stessa azienda un'altra volta"), ("internship.promoter-tutor-load", "quante persone segue il tutor del servizio"),
        ("internship.safety-training", "formazione sulla sicurezza"),
        ("internship.scheme-daily-hours", "ore al giorno previste dall'indennità"), ("internship.programme-dates", "date del programma che paga"),
        ("internship.tax-codes", "codici fiscali"), ("internship.promoter-is-host", "chi promuove e chi ospita"), ("internship.weekly-hours", "ore alla settimana"),
        ("internship.case-open", "presa in carico aperta"), ("internship.communication", "comunicazione obbligatoria"), ("internship.convention", "convenzione con l'azienda"),
        ("internship.host-archived", "azienda in archivio"),
        ("internship.inail-cover", "assicurazione INAIL"), ("internship.liability-cover", "assicurazione per i danni"), ("internship.person-overlap", "un tirocinio alla volta"),
        ("internship.project-signed", "progetto firmato"),
    ];
}
