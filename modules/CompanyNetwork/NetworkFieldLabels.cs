using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.CompanyNetwork;

/// <summary>How the fields of tables, events and protocols are called in sentences about them.</summary>
internal static class NetworkFieldLabels
{
    public static void Add() => FieldLabels.Add(
        ("purpose", "Scopo", "Purpose"),
        ("closedOn", "Chiuso dal", "Closed since"),
        ("leftOn", "Non è più nell'ente dal", "Left the body on"),
        ("day", "Giorno", "Day"),
        ("startsAt", "Ora di inizio", "Start"),
        ("endsAt", "Ora di fine", "End"),
        ("place", "Luogo", "Place"),
        ("agenda", "Ordine del giorno", "Agenda"),
        ("minutes", "Verbale", "Minutes"),
        ("attendance", "Presenze", "Attendance"),
        ("decided", "Decisione", "Decision"),
        ("ownerUserId", "Chi se ne occupa", "Owner"),
        ("ownerPersonId", "Chi se ne occupa", "Owner"),
        ("dueOn", "Entro il", "Due on"),
        ("title", "Titolo", "Title"),
        ("description", "Descrizione", "Description"),
        ("participants", "Persone presenti", "People present"),
        ("subject", "Oggetto", "Subject"),
        ("validFrom", "Valido dal", "Valid from"),
        ("validTo", "Valido fino al", "Valid until"),
        ("renewal", "Alla scadenza", "At its end"),
        ("signedOn", "Firmato il", "Signed on"),
        ("bodyId", "Ente", "Body"),
        ("personId", "Persona", "Person"));
}
