namespace InclusionPlatform.Bulletin.Subscribers;

/// <summary>The mails about a subscription, in the language of the page from which it was asked.</summary>
internal static class SubscriptionLetters
{
    private static readonly Words ConfirmSubject = new("Confermare l'iscrizione al bollettino", "Confirm the subscription to the bulletin");

    private static readonly Words ConfirmText = new(
        """
        Qualcuno ha chiesto di ricevere a questo indirizzo il bollettino settimanale di {0}, con le opportunità di lavoro e formazione.

        Per confermare, aprire questa pagina entro 7 giorni:
        {1}

        Se la richiesta non è stata fatta da chi legge, basta ignorare questo messaggio: non arriverà nulla.
        """,
        """
        Somebody asked to receive the weekly bulletin of {0}, with job and training opportunities, at this address.

        To confirm, open this page within 7 days:
        {1}

        If it was not you, just ignore this message: nothing will arrive.
        """);

    private static readonly Words ThereSubject = new("Il bollettino arriva già a questo indirizzo", "The bulletin already arrives at this address");

    private static readonly Words ThereText = new(
        """
        Qualcuno ha chiesto di ricevere a questo indirizzo il bollettino settimanale di {0}: arriva già, non serve fare altro.

        Per non riceverlo più, usare il collegamento in fondo a ogni bollettino.
        """,
        """
        Somebody asked to receive the weekly bulletin of {0} at this address: it already arrives, there is nothing else to do.

        To stop receiving it, use the link at the bottom of each bulletin.
        """);

    public static (string Subject, string Text) Confirm(string service, string link) => (ConfirmSubject.ToString(), ConfirmText.With(service, link).ToString());

    public static (string Subject, string Text) AlreadyThere(string service) => (ThereSubject.ToString(), ThereText.With(service).ToString());
}
