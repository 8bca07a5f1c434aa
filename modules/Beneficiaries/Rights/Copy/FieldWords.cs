namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>What fields of a person's copy are called in Italian, whichever part they stand in. An empty word is of what only machines need.</summary>
internal static class FieldWords
{
    public static readonly (string Field, string It)[] All =
    [
        .. Person, .. File, .. Cases, .. Rights,
    ];

    private static (string, string)[] Person =>
    [
        ("surname", "Cognome"), ("name", "Nome"), ("preferredName", "Nome d'uso"), ("displayName", ""), ("sex", "Sesso"), ("gender", "Genere"), ("birthDate", "Data di nascita"),
        ("birthplace", "Luogo di nascita"),
        ("citizenship", "Cittadinanza"), ("education", "Titolo di studio"), ("unemployedSince", "Senza lavoro dal"), ("minorChildren", "Figli minori"), ("singleParent", "Genitore solo"),
        ("mobility", "Come si sposta"), ("wishedSectors", "Settori desiderati"), ("registeredAt", "Scheda aperta il"), ("age", "Età"),
        ("identifiers", "Codici"), ("taxCode", "Codice fiscale"), ("healthCode", "Codice STP o ENI"), ("taxCodeConfirmed", "Codice verificato sul documento"),
        ("contacts", "Recapiti"), ("phone", "Telefono"), ("email", "E-mail"), ("safeContact", "Come contattare in sicurezza"), ("mailIsSafe", "La posta è solo sua"),
        ("addresses", "Indirizzi"), ("residence", "Residenza"), ("domicile", "Domicilio"), ("street", "Via"), ("number", "Numero"), ("postalCode", "CAP"), ("municipality", "Comune"),
    ];

    private static (string, string)[] File =>
    [
        ("section", "Parte"), ("sections", "Parti della scheda"), ("content", "Contenuto"), ("household", "Famiglia e casa"), ("householdSize", "Persone in casa"),
        ("otherDependants", "Altre persone a carico"),
        ("housing", "Dove vive"), ("labourServices", "Servizi per il lavoro"), ("targetedPlacement", "Collocamento mirato"), ("targetedPlacementOn", "Data del collocamento mirato"),
        ("targetedPlacementOffice", "Ufficio"), ("golPath", "Percorso GOL"), ("golPathOn", "Percorso assegnato il"), ("benefits", "Sostegni"), ("monthlyCents", "Importo al mese"),
        ("bankAccount", "Conto per l'indennità"), ("iban", "IBAN"), ("holder", "Intestato a"), ("holderName", "Nome dell'intestatario"), ("curriculum", "Lingue e patenti"), ("languages", "Lingue"),
        ("code", "Lingua"),
        ("level", "Livello"), ("licences", "Patenti e abilitazioni"), ("employer", "Datore di lavoro"), ("duties", "Mansioni"), ("contract", "Contratto"), ("sector", "Settore"),
        ("sectors", "Settori"),
        ("category", "Categoria"), ("validFrom", "Valida dal"), ("validTo", "Valida fino al"), ("validUntil", "Scadenza"), ("addedOn", "Aggiunto il"), ("title", "Titolo"), ("kind", "Tipo"),
    ];

    private static (string, string)[] Cases =>
    [
        ("openedOn", "Inizio"), ("closedOn", "Chiusura"), ("reason", "Motivo"), ("programme", "Programma"), ("body", "Ente"), ("bodyName", "Ente"), ("manager", "Operatore di riferimento"),
        ("outcome", "Esito"), ("note", "Nota"),
        ("team", "Équipe"), ("teamWithoutAccount", "Professionisti di altri enti"), ("role", "Ruolo"), ("from", "Dal"), ("to", "Al"), ("accountSince", "Con un account dal"), ("fromOn", "Dal"),
        ("toOn", "Al"), ("untilOn", "Fino al"),
        ("endedOn", "Fine"), ("startsOn", "Inizio"), ("endsOn", "Fine"), ("startsAt", "Quando"), ("on", "Data"), ("at", "Quando"), ("by", "Da chi"), ("text", "Testo"), ("writtenBy", "Scritta da"),
        ("present", "Presente"), ("state", "Stato"),
        ("heldOn", "Data"), ("signedOn", "Firmato il"), ("way", "Come"), ("minutes", "Durata"), ("place", "Luogo"), ("outcomeNote", "Nota sull'esito"), ("toldAt", "Avviso inviato"),
        ("weeklyHours", "Ore alla settimana"),
        ("fromName", "Da"), ("toName", "A"), ("company", "Azienda"), ("objectives", "Obiettivi"), ("course", "Corso"), ("skills", "Competenze"), ("points", "Punti"), ("events", "Che cosa è successo"),
    ];

    private static (string, string)[] Rights =>
    [
        ("purpose", "Per che cosa"), ("textVersion", "Versione del testo"), ("givenOn", "Dato il"), ("proof", "Prova"), ("withdrawnOn", "Revocato il"), ("supersededOn", "Sostituito il"),
        ("recordedByName", "Registrato da"),
        ("scope", "A che cosa"), ("inForce", "In vigore"), ("setByName", "Registrata da"), ("fields", "Che cosa è cambiato"), ("former", "Prima era scritto"), ("mergedAt", "Unita il"),
    ];
}
