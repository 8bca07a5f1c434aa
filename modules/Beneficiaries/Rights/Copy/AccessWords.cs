namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>What the log of accesses says in Italian: kinds, and why each was made.</summary>
internal static class AccessWords
{
    public static readonly (string Code, string It)[] All =
    [
        .. Kinds, .. Purposes, .. Disclosures,
    ];

    private static (string, string)[] Kinds =>
    [
        ("read", "lettura"), ("change", "modifica"), ("refusal", "accesso rifiutato"), ("export", "esportazione"),
        ("by.platform", "la piattaforma"), ("by.person", "account chiuso"), ("by.client", "sistema esterno"), ("by.anonymous", "sconosciuto"),
    ];

    private static (string, string)[] Purposes =>
    [
        ("open-record", "scheda aperta"),
        ("open-case", "presa in carico aperta"),
        ("read-diary", "diario letto"),
        ("read-appointments", "appuntamenti letti"),
        ("appointment-message", "avviso di un appuntamento alla persona"),
        ("read-timeline", "caso al lavoro letto, con ciò che è successo"),
        ("read-outcomes", "esito e contatti letti"),
        ("read-open-ends", "letto ciò che resta aperto"),
        ("read-marks", "limitazioni e opposizioni lette"),
        ("read-rights", "consensi e diritti letti"),
        ("copy-of-all", "copia dei dati preparata"),
        ("read-attestations", "attestazioni lette"),
        ("read-documents", "documenti letti"),
        ("download-document", "documento scaricato"),
        ("curriculum", "lingue, patenti ed esperienze lette"),
        ("read-plan", "progetto personalizzato letto"),
        ("read-grants", "doti e contributi letti"),
        ("read-fundable-actions", "azioni che un programma può pagare lette"),
        ("read-participation", "partecipazione a un programma letta"),
        ("read-candidate", "candidatura letta"),
        ("download-plan", "progetto personalizzato scaricato"),
        ("read-icf", "scheda ICF letta"),
        ("read-assessments", "valutazioni lette"),
        ("access-log", "registro degli accessi letto"),
        ("duplicate-check", "controllo dei doppioni"),
        ("likely-duplicates", "elenco di chi è forse la stessa persona"),
        ("compare-for-merge", "confronto prima di unire due schede"),
        ("merges", "unioni di schede lette"),
        ("emergency-access", "accesso di emergenza"),
        ("internship", "lavoro su un tirocinio"),
        ("work-profile", "profilo per il lavoro letto"),
        ("opening-candidates", "elenco di chi potrebbe prendere un posto"),
        ("list-people", "mostrata in un elenco di persone"),
        ("search-people", "trovata cercando per nome"),
        ("list-caseload", "mostrata tra i casi al lavoro"),
        ("search-caseload", "trovata tra i casi cercando per nome"),
        ("list-cases", "mostrata in un elenco di casi"),
        ("list-internships", "mostrata in un elenco di tirocini"),
        ("search-internships", "trovata tra i tirocini cercando per nome"),
        ("export-internships", "esportata in un elenco di tirocini"),
        ("list-registers", "mostrata tra i registri di un mese"),
        ("list-visits", "mostrata tra le visite da fare"),
        ("list-company-referrals", "mostrata tra le segnalazioni di posti"),
        ("list-appointments", "mostrata tra gli appuntamenti"),
        ("team-calendar", "mostrata nel calendario dell'équipe"),
        ("list-group-activities", "mostrata tra le attività di gruppo"),
        ("communication-sheet", "dati per la comunicazione obbligatoria letti"),
        ("intern-contact", "recapito letto per mandare il link di firma"),
        ("intern-link", "registro letto da chi è in tirocinio, dal suo link"),
        ("internship-dossier", "fascicolo del tirocinio letto"),
        ("internship-draft", "bozza di tirocinio letta"),
        ("internship-evaluations", "valutazioni del tirocinio lette"),
        ("internship-monitoring", "monitoraggio del tirocinio letto"),
        ("open-company-referral", "segnalazione di un posto letta"),
        ("open-internship", "tirocinio letto"),
        ("read-job-application", "candidatura letta"),
        ("read-job-applications", "candidature lette"),
        ("read-job-search", "percorso di ricerca del lavoro letto"),
        ("rule-check", "regole di un tirocinio controllate"),
        ("sign-by-link", "progetto letto da chi lo firma, dal suo link"),
        ("transfer-file", "file dei bonifici preparato"),
        ("tutor-link", "letta dal tutor aziendale, dal suo link"),
        ("work-limits", "limiti per il lavoro letti"),
        ("pay-list", "lista di pagamento"),
        ("pay-list-export", "lista di pagamento esportata"),
        ("list-follow-ups", "mostrata tra i contatti dopo la chiusura"),
        ("list-retention", "mostrata tra chi ha la conservazione in scadenza"),
        ("coordination-board", "mostrata nel coordinamento"),
        ("hidden-twins", "mostrata tra chi ha forse un'altra scheda"),
        ("twin-question", "chiesto a chi segue un'altra scheda se è la stessa persona"),
        ("own-decision", "presa in carico affidata a sé da chi ha deciso: non c'erano altri coordinatori"),
        ("download-curriculum", "curriculum scaricato"),
        ("copy-of-case", "parte di una copia dei dati preparata"),
        ("person-asked", "copia dei dati, chiesta dalla persona"),
        ("read-mailbox", "casella di posta letta"),
        ("read-ranking", "graduatoria letta"),
        ("case-reading", "lettura del caso"),
    ];

    private static (string, string)[] Disclosures =>
    [
        ("disclose-identifiers", "codici letti"), ("disclose-contacts", "recapiti letti"), ("disclose-addresses", "indirizzi letti"), ("disclose-household", "famiglia e casa lette"),
        ("disclose-labourServices", "servizi per il lavoro letti"), ("disclose-benefits", "sostegni letti"), ("disclose-bankAccount", "conto letto"), ("disclose-mailbox", "password della casella di posta letta"),
        ("contactPerson", "contattare la persona"), ("fillDocument", "compilare un documento"), ("verifyIdentity", "verificare l'identità"), ("correctData", "correggere i dati"), ("assessNeeds", "costruire il progetto"),
        ("payAllowance", "pagare l'indennità"),
        ("readAnswers", "leggere le risposte"), ("sendApplication", "inviare una candidatura"), ("usePortal", "entrare in un portale"), ("giveToPerson", "consegnarla alla persona"), ("mendAccess", "ripristinare l'accesso"),
    ];
}
