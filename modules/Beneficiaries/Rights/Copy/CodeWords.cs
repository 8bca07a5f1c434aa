namespace InclusionPlatform.Beneficiaries.Rights.Copy;

/// <summary>What codes of a person's copy mean in Italian, whichever part they stand in; with the field before them where they mean different things.</summary>
internal static class CodeWords
{
    public static readonly (string Code, string It)[] All =
    [
        .. Person, .. File, .. Cases, .. Rights, .. Sectors("sector"), .. Sectors("sectors"), .. Sectors("wishedSectors"),
        .. FieldWords.All.Where(field => field.It.Length > 0).SelectMany(field => new[] { ($"fields.{field.Field}", field.It.ToLowerInvariant()), ($"section.{field.Field}", field.It) }),
    ];

    private static (string, string)[] Person =>
    [
        ("female", "femmina"), ("male", "maschio"), ("woman", "donna"), ("man", "uomo"), ("nonBinary", "non binario"), ("singleParent.True", "sì"), ("singleParent.False", "no"),
        ("mobility.none", "non si sposta da sé"), ("publicTransport", "mezzi pubblici"), ("bicycle", "bicicletta"), ("moped", "ciclomotore"), ("car", "automobile"),
    ];

    private static (string, string)[] File =>
    [
        ("owned", "casa di proprietà"), ("rented", "casa in affitto"), ("publicHousing", "alloggio popolare"), ("withRelatives", "con la famiglia"),
        ("guestForNow", "ospite provvisorio di amici o parenti"),
        ("community", "in comunità"), ("institutionWithoutHome", "in istituto, senza una casa a cui tornare"), ("temporaryAccommodation", "alloggio temporaneo"), ("nightShelter", "dormitorio"),
        ("street", "in strada"),
        ("inadequate", "casa inadeguata o che sta per perdere"),
        ("notEnrolled", "non iscritta"), ("requested", "iscrizione richiesta"), ("targetedPlacement.enrolled", "iscritta"),
        ("adi", "Assegno di inclusione (ADI)"), ("sfl", "Supporto formazione e lavoro (SFL)"), ("naspi", "NASpI"), ("disColl", "DIS-COLL"), ("civilInvalidity", "prestazione di invalidità civile"),
        ("ordinaryInvalidity", "assegno ordinario di invalidità"), ("socialAllowance", "assegno sociale"), ("familyAllowance", "assegno unico"), ("municipal", "contributo del Comune"),
        ("holder.person", "la persona"), ("holder.guardian", "tutore o amministratore di sostegno"), ("delegate", "persona delegata per iscritto"),
        ("a1", "A1"), ("a2", "A2"), ("b1", "B1"), ("b2", "B2"), ("c1", "C1"), ("c2", "C2"), ("motherTongue", "madrelingua"),
        ("permanent", "tempo indeterminato"), ("openEnded", "tempo indeterminato"), ("fixedTerm", "tempo determinato"), ("seasonal", "stagionale"), ("agency", "somministrazione"),
        ("apprenticeship", "apprendistato"),
        ("collaboration", "collaborazione"), ("selfEmployed", "lavoro autonomo"), ("occasional", "lavoro occasionale"), ("civilService", "servizio civile"), ("informal", "senza contratto"),
        ("onCall", "a chiamata"),
        ("domestic", "lavoro domestico"), ("internship", "tirocinio"), ("other", "altro"),
        ("identityDocument", "documento d'identità"), ("residencePermit", "permesso di soggiorno"), ("healthCard", "tessera sanitaria"), ("drivingLicence", "patente"),
        ("qualification", "titolo o attestato"),
        ("curriculum", "curriculum"), ("isee", "ISEE"), ("bankProof", "prova dell'IBAN"), ("privacyConsent", "consenso al trattamento dei dati"), ("attestation", "attestazione"),
    ];

    private static (string, string)[] Cases =>
    [
        ("workInclusion", "inclusione lavorativa"), ("jobLoss", "perdita del lavoro"), ("firstJob", "primo lavoro"), ("targetedPlacement", "collocamento mirato"),
        ("leavingPrison", "uscita dal carcere"),
        ("leavingCare", "uscita da una comunità"), ("incomeSupport", "sostegno al reddito"),
        ("employed", "occupazione"), ("training", "formazione"), ("selfEmployment", "lavoro autonomo"), ("returnedToServices", "ritorno ai servizi"), ("droppedOut", "abbandono"),
        ("transferred", "passaggio ad altro servizio"),
        ("caseManager", "operatore di riferimento"), ("educator", "educatore"), ("socialWorker", "assistente sociale"), ("psychologist", "psicologo"), ("tutor", "tutor"), ("jobCoach", "job coach"),
        ("coordinator", "coordinatore"),
        ("note", "nota"), ("interview", "colloquio"), ("call", "telefonata"), ("visit", "visita"), ("meeting", "incontro"), ("group", "attività di gruppo"), ("accompaniment", "accompagnamento"),
        ("planned", "in programma"), ("held", "svolto"), ("noShow", "persona assente"), ("missed", "persona assente"), ("cancelled", "annullato"), ("open", "in corso"), ("closed", "chiuso"),
        ("draft", "bozza"), ("toSign", "da firmare"),
        ("absence", "assenza"), ("workload", "carico di lavoro"), ("territory", "territorio"), ("competence", "competenza"), ("askedByPerson", "chiesto dalla persona"),
        ("conflict", "incompatibilità"),
        ("monday", "lunedì"), ("tuesday", "martedì"), ("wednesday", "mercoledì"), ("thursday", "giovedì"), ("friday", "venerdì"), ("saturday", "sabato"), ("sunday", "domenica"),
    ];

    private static (string, string)[] Rights =>
    [
        ("notice", "informativa letta"), ("specialCategories", "dati particolari (salute, giustizia)"), ("sharingWithBodies", "scambio con gli enti della rete"),
        ("sharingWithCompanies", "comunicazione alle aziende"),
        ("applicationsOnBehalf", "candidature per suo conto"), ("pictures", "foto e video"), ("appointmentReminders", "avvisi degli appuntamenti per e-mail"),
        ("document", "documento firmato, tra i file allegati"), ("paperArchive", "carta firmata, in archivio"), ("signedOnScreen", "firma su schermo"), ("oral", "a voce"),
        ("objection", "opposizione al trattamento"), ("restriction", "limitazione del trattamento"), ("hold", "documenti da conservare"),
        ("everything", "tutto, tranne essere seguita"), ("statistics", "statistiche e relazioni"), ("directContacts", "contatti diretti e bollettino"),
        ("companyMatching", "abbinamento con le aziende"),
        ("partnerBodies", "comunicazione agli enti della rete"),
    ];

    private static IEnumerable<(string, string)> Sectors(string field) =>
    [
        ($"{field}.catering", "ristorazione"), ($"{field}.thirdSector", "terzo settore"), ($"{field}.crafts", "artigianato"), ($"{field}.trade", "commercio"), ($"{field}.agriculture", "agricoltura"),
        ($"{field}.hospitality", "alloggio e turismo"), ($"{field}.industry", "industria"), ($"{field}.construction", "edilizia"), ($"{field}.logistics", "logistica e magazzino"),
        ($"{field}.cleaning", "pulizie"),
        ($"{field}.care", "servizi alla persona"), ($"{field}.publicAdministration", "pubblica amministrazione"), ($"{field}.culture", "cultura e spettacolo"), ($"{field}.transport", "trasporti"),
        ($"{field}.ict", "informatica"),
    ];
}
