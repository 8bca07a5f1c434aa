namespace InclusionPlatform.Beneficiaries.Referrals;

/// <summary>How the fields of referrals and case readings are called in error messages.</summary>
internal static class ReferralLabels
{
    public static readonly (string Field, string It, string En)[] All =
    [
        ("referrer", "Chi segnala", "Who refers"),
        ("person", "Persona", "Person"),
        ("reasonText", "Perché si segnala", "Why referred"),
        ("urgency", "Urgenza", "Urgency"),
        ("consentOn", "Consenso dato il", "Consent given on"),
        ("consentKind", "Come è stato dato il consenso", "How consent was given"),
        ("receivedOn", "Ricevuta il", "Received on"),
        ("senderReference", "Riferimento dell'ente", "Body's reference"),
        ("heldOn", "Data dell'incontro", "Day of the meeting"),
        ("startsAt", "Ora", "Time"),
        ("place", "Luogo", "Place"),
        ("members", "Équipe", "Team"),
        ("referralIds", "Segnalazioni", "Referrals"),
        ("decision", "Decisione", "Decision"),
        ("declineReason", "Motivo del rifiuto", "Reason for declining"),
        ("takingOn", "Presa in carico", "Taking charge"),
        ("caseManagerId", "Operatore di riferimento", "Case manager"),
        ("presentMemberIds", "Presenti", "Present"),
        ("items", "Criteri", "Criteria"),
        ("criterion", "Criterio", "Criterion"),
        ("points", "Punti", "Points"),
    ];
}
