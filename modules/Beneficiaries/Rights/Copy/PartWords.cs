using InclusionPlatform.Beneficiaries.Contracts;

namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>The words that belong to one part of a person's copy.</summary>
internal static class PartWords
{
    private static readonly (string Code, string It)[] Situations =
    [
        .. new[] { "situation", "sixMonthsSituation", "employment" }.SelectMany(field => new[]
        {
            ($"{field}.employed", "lavora"), ($"{field}.selfEmployed", "lavora in proprio"), ($"{field}.training", "studia o si forma"), ($"{field}.jobSearching", "cerca lavoro"),
            ($"{field}.inactive", "non cerca lavoro"),
            ($"{field}.inCare", "in cura o in comunità"), ($"{field}.unemployed", "cerca lavoro"),
        }),
    ];

    /// <summary>The file of the person.</summary>
    public static CopyGlossary File { get; } = new([("at", "Aggiornata il"), ("residence.number", "Numero civico"), ("domicile.number", "Numero civico")], []);

    /// <summary>Selections of programmes, with the points as they were explained.</summary>
    public static CopyGlossary Selection { get; } = new(
        [
            ("selection", "Selezione"), ("number", "Numero del candidato"), ("proposedOn", "Proposta del"), ("consentOn", "Consenso dato il"), ("consentKind", "Come è stato dato il consenso"),
            ("position", "Posto in graduatoria"),
            ("explanation", "Come sono stati dati i punti"), ("lines", "Criteri"), ("key", ""), ("criterion", "Criterio"), ("argument", "Mesi, età o categoria"), ("most", "Punti al massimo"),
            ("basis", "Da che cosa"),
            ("tieBreak", "A pari punti ha deciso"), ("eligible", "Ha i requisiti"), ("story", "Che cosa è successo"), ("story.kind", "Che cosa"),
        ],
        [
            ("signed", "firmato"), ("spoken", "a voce"), ("guardian", "firmato da tutore o amministratore di sostegno"),
            ("proposed", "proposta"), ("pointsWritten", "punti dati a mano"), ("excluded", "esclusa"), ("selected", "ammessa"), ("waiting", "in lista d'attesa"), ("renounced", "ha rinunciato"),
            ("movedIn", "ha preso il posto libero"), ("enrolled", "entrata nel programma"),
            ("parentOfMinors", "responsabilità genitoriale di minori"), ("singleParent", "genitore solo"), ("longUnemployed", "senza lavoro da molto"),
            ("disadvantageCategory", "categoria di svantaggio attestata"),
            ("ageBand", "fascia di età"), ("housingExclusion", "senza casa o in esclusione abitativa"), ("lowEducation", "al massimo licenza media"), ("judged", "valutazione della commissione"),
            ("met", "dalla scheda"), ("notMet", "dalla scheda: no"), ("byHand", "dato a mano"), ("unknown", "non si sa"),
            ("moreMinorChildren", "più figli minori"), ("longerUnemployed", "da più tempo senza lavoro"), ("older", "l'età maggiore"), ("younger", "l'età minore"),
            ("earlierProposed", "la proposta venuta prima"),
            ("tieBreak.number", "il numero del candidato"),
        ]);

    /// <summary>Participation in programmes of the European Social Fund.</summary>
    public static CopyGlossary Participation { get; } = new(
        [
            ("enteredOn", "Ingresso nel programma"), ("employment", "Lavoro all'ingresso"), ("longTerm", "Senza lavoro da molto"), ("rural", "Zona rurale"), ("answers", "Risposte libere"),
            ("disability", "Disabilità"),
            ("thirdCountry", "Cittadinanza di un paese fuori dall'Unione europea"), ("foreignBackground", "Origine straniera"), ("minority", "Minoranza"), ("housingExclusion", "Esclusione abitativa"),
            ("leftOn", "Uscita dal programma"), ("situation", "Situazione all'uscita"), ("qualification", "Qualifica ottenuta"), ("sixMonthsSituation", "Situazione dopo sei mesi"),
            ("improved", "Situazione migliorata"),
        ],
        [.. Situations, ("yes", "sì"), ("no", "no"), ("notSaid", "non risponde")]);

    /// <summary>Dowries and contributions.</summary>
    public static CopyGlossary Grants { get; } = new(
        [("line", "Voce di spesa"), ("cents", "Importo")],
        [("dowry", "dote"), ("allowance", "indennità"), ("contribution", "contributo"), ("assigned", "assegnata"), ("revoked", "revocata")]);

    /// <summary>What somebody can do at work.</summary>
    public static CopyGlossary WorkProfile { get; } = new(
        [
            ("at", "Aggiornato il"), ("means", "Come può andare al lavoro"), ("reachKm", "Chilometri al massimo"), ("reachMinutes", "Minuti di viaggio al massimo"), ("unavailable", "Quando non può"),
            ("day", "Giorno"), ("from", "Dalle"),
            ("to", "Alle"), ("context", "Contesto adatto"), ("effort", "Sforzo fisico"), ("needsInterruptions", "Ha bisogno di pause"), ("drivingLicence", "Patente di guida"),
            ("shifts", "Può fare turni"),
        ],
        [
            ("onFoot", "a piedi"), ("ownCar", "auto propria"), ("needsLift", "serve un passaggio"), ("either", "qualsiasi"), ("protected", "protetto"), ("productive", "produttivo"), ("low", "basso"),
            ("medium", "medio"),
            ("high", "alto"),
        ]);

    /// <summary>Referrals by bodies.</summary>
    public static CopyGlossary Referrals { get; } = new(
        [
            ("receivedOn", "Ricevuta il"), ("referrer", "Chi ha segnalato"), ("person", "La persona, come l'ha descritta l'ente"), ("reasonText", "Perché"), ("consentOn", "Consenso dato il"),
            ("consentKind", "Come è stato dato il consenso"), ("noIncome", "Famiglia senza redditi"), ("senderReference", "Riferimento dell'ente"),
        ],
        [
            ("signed", "modulo firmato"), ("spoken", "a voce, davanti all'operatore"), ("guardian", "firmato da tutore o amministratore di sostegno"),
            ("received", "ricevuta"), ("inReading", "in lettura"), ("waitingList", "in lista d'attesa"), ("takenOn", "presa in carico"), ("declined", "non accolta"), ("withdrawn", "ritirata"),
        ]);

    /// <summary>Ends of cases, contacts after them, hand-overs.</summary>
    public static CopyGlossary Outcomes { get; } = new(
        [
            ("months", "Durata in mesi"), ("closedByName", "Chiusa da"), ("reopenedOn", "Riaperta il"), ("reopeningReason", "Perché è stata riaperta"), ("reopeningNote", "Nota sulla riapertura"),
            ("followUps", "Contatti dopo la chiusura"), ("dueOn", "Previsto per il"), ("nextTryOn", "Prossimo tentativo"), ("attempts", "Tentativi"), ("situation", "Situazione"),
            ("improved", "Situazione migliorata"),
            ("contactedOn", "Sentita il"), ("trainingTitle", "Corso"), ("training", "Tipo di formazione"), ("activity", "Attività avviata"), ("dowryCents", "Dote"),
            ("dropOutReason", "Motivo dell'abbandono"),
            ("agreed", "Accordo della persona"), ("details", "Dati dell'esito"),
        ],
        [
            .. Situations, ("reached", "sentita"), ("unreachable", "irraggiungibile"), ("declined", "non vuole rispondere"), ("days28", "a 28 giorni dalla chiusura"), ("months6", "a 6 mesi dalla chiusura"),
            ("vocationalCourse", "corso professionale"), ("school", "scuola"), ("university", "università o ITS"),
            ("noContact", "non si riesce più a sentire la persona"), ("ownChoice", "scelta della persona"), ("movedAway", "trasferimento altrove"), ("health", "ragioni di salute"),
            ("family", "ragioni di famiglia"),
            ("detention", "ingresso in carcere"), ("death", "decesso"),
            ("jobEnded", "il lavoro è finito"), ("trainingEnded", "la formazione è finita"), ("cameBack", "la persona è tornata"), ("referredAgain", "nuova segnalazione"),
            ("closedByMistake", "chiusa per errore"),
        ]);

    /// <summary>Plans and what became of their actions.</summary>
    public static CopyGlossary Plans { get; } = new(
        [
            ("number", "Versione"), ("inForceOn", "In vigore dal"), ("reviewOn", "Verifica prevista il"), ("wishes", "Che cosa desidera"), ("needs", "Bisogni"), ("area", "Ambito"),
            ("measure", "Come si misura"), ("dueOn", "Entro il"),
            ("needs.text", "Bisogno"), ("objectives.text", "Obiettivo"), ("actions", "Azioni"), ("action", ""), ("text", "Azione"), ("actions.kind", "Che cosa si fa"), ("actions.text", "In che modo"),
            ("actions.by", "Chi lo fa"), ("who", "Nome"), ("times", "Quante volte"), ("addedOn", "Nel progetto dal"), ("closing", "Come è finito"), ("signatures", "Firme"), ("reviews", "Verifiche"),
            ("nextOn", "Prossima verifica"), ("stateOn", "Aggiornata il"),
        ],
        [
            ("inForce", "in vigore"), ("superseded", "sostituito"),
            ("work", "lavoro"), ("skills", "competenze"), ("autonomy", "autonomia"), ("relations", "relazioni"), ("family", "famiglia"), ("housing", "casa"), ("health", "salute"),
            ("income", "reddito"),
            ("rights", "documenti e diritti"),
            ("course", "corso"), ("tutoring", "tutoraggio"), ("coaching", "affiancamento (coaching)"), ("peerSupport", "supporto tra pari"), ("groupMeeting", "incontri di gruppo"),
            ("orientation", "orientamento"),
            ("jobSearch", "ricerca attiva del lavoro"), ("healthOrSocial", "azione sanitaria o sociale"),
            ("by.person", "la persona"), ("by.member", "l'équipe"), ("by.other", "altri"),
            ("session", "firma nella propria sessione"), ("typed", "conferma sullo schermo dell'operatore"), ("wet", "firma su carta"),
            ("notStarted", "da iniziare"), ("running", "in corso"), ("done", "conclusa"), ("interrupted", "interrotta"), ("dropped", "non si fa più"),
        ]);

    /// <summary>Assessments.</summary>
    public static CopyGlossary Assessments { get; } = new(
        [
            ("moment", ""), ("by", "Scritta da"), ("signedOn", "Firmata il"), ("conclusion", "Conclusioni"), ("workNeed", "Bisogno lavorativo"), ("experience", "Esperienze"), ("resources", "Risorse"),
            ("obstacles", "Ostacoli"), ("wishes", "Desideri"), ("conditions", "Condizioni"),
            ("gridName", "Griglia"), ("levels", ""), ("group", "Ambito"), ("label", "Competenza"), ("uri", ""), ("level", ""), ("levelName", "Livello"), ("evidence", "Da che cosa si vede"),
            ("icf", "Funzionamento"), ("icf.code", ""), ("icf.name", "Che cosa riguarda"), ("notation", "Codice ICF"), ("meaning", "Che cosa vuol dire"), ("parts", "Che cosa dicono gli enti"),
            ("dimension", "Dimensione"),
            ("professional", "Professionista"), ("score", "Difficoltà, da 0 a 4"), ("fragility", "Indice di fragilità"), ("source", "Fonte"), ("formula", "Formula"), ("values", "Valori"),
            ("value", "Valore"), ("index", "Indice"),
            ("band", "Fascia"),
        ],
        [
            ("workNeed", "lettura del bisogno lavorativo"), ("skills", "bilancio di competenze"), ("icf", "scheda ICF"), ("multidimensional", "valutazione multidimensionale"), ("signed", "firmata"),
            ("work", "lavoro"), ("social", "sociale"), ("health", "salute"), ("housing", "casa"), ("family", "famiglia"), ("autonomy", "autonomia"),
        ]);

    /// <summary>Appointments.</summary>
    public static CopyGlossary Appointments { get; } = new(
        [("by", "Con chi"), ("reason", "Perché non si è tenuto")],
        [
            ("illness", "salute"), ("work", "lavoro o tirocinio"), ("transport", "trasporti"), ("family", "famiglia"), ("forgotten", "dimenticato"), ("askedByPerson", "lo ha chiesto la persona"),
            ("askedByService", "lo ha chiesto il servizio"), ("unknown", "non si sa"),
        ]);

    /// <summary>Looking for work: paths, applications, the mailbox.</summary>
    public static CopyGlossary JobSearch { get; } = new(
        [
            ("target", "Che cosa cerca"), ("isSaid", ""), ("municipalities", "Comuni"), ("provinces", "Province"), ("times", "Giorni e orari"), ("goals", "Obiettivi"),
            ("content.sessions", "Incontri previsti"), ("sessions", "Incontri"),
            ("closing", "Come è finita"), ("by", "Con l'aiuto di"), ("events.kind", "Che cosa"), ("events.by", "Scritto da"), ("uses.by", "Da chi"), ("uses.purpose", "Perché"), ("channel", "Come"),
            ("appliedOn", "Candidatura del"), ("answerDueOn", "Risposta attesa entro il"), ("interviewAt", "Colloquio"), ("reference", "Annuncio"), ("duty", "Mansione"),
            ("attachAs", "Curriculum allegato in"), ("portal", "Portale"), ("address", "Indirizzo"), ("provider", "Gestore"), ("uses", "Quando è stata usata"),
        ],
        [
            ("inPerson", "di persona"), ("videoCall", "videochiamata"), ("sharedScreen", "posta e portali insieme, a distanza"), ("email", "e-mail inviata dalla piattaforma"),
            ("portal", "su un portale"), ("phone", "per telefono"),
            ("pdf", "PDF"), ("docx", "Word"), ("state.sent", "inviata"), ("state.answered", "con risposta"), ("sent", "candidatura inviata"), ("answered", "hanno risposto"), ("reminded", "sollecito"),
            ("interviewPlanned", "colloquio fissato"), ("interviewHeld", "colloquio svolto"), ("hired", "assunzione"), ("refused", "risposta negativa"), ("noAnswer", "senza risposta"),
            ("withdrawn", "ritirata"), ("reopened", "riaperta"),
            ("autonomous", "continua da sé"), ("interrupted", "interrotta"),
            ("readAnswers", "leggere le risposte"), ("sendApplication", "inviare una candidatura"), ("usePortal", "entrare in un portale"), ("giveToPerson", "consegnare nome e password alla persona"),
            ("mendAccess", "ripristinare l'accesso"),
        ]);

    /// <summary>Curricula.</summary>
    public static CopyGlossary Curricula { get; } = new(
        [
            ("number", "Versione"), ("at", "Scritto il"), ("by", "Con l'aiuto di"), ("headline", "Titolo"), ("profile", "Profilo"), ("works", "Lavori fatti"), ("isInternship", "Era un tirocinio"),
            ("courses", "Corsi"), ("endedOn", "Finito il"), ("languages.name", "Lingua"),
            ("availability", "Disponibilità"), ("targetedPlacement", "Iscritta al collocamento mirato"),
        ],
        []);

    /// <summary>The log of who read or changed what.</summary>
    public static CopyGlossary Accesses { get; } = new([("kind", "Che cosa"), ("purpose", "Perché")], AccessWords.All);
}
