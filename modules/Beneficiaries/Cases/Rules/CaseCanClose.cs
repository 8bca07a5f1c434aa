namespace InclusionPlatform.Beneficiaries.Cases.Rules;

/// <summary>A case closes once, not before it opened nor before what was done in it, not in the future, and not over an internship that still runs.</summary>
internal static class CaseCanClose
{
    public static void Check(DateOnly openedOn, DateOnly? alreadyClosedOn, int openInternships, DateOnly closedOn, DateOnly today, DateOnly? lastDoneOn = null)
    {
        if (alreadyClosedOn is not null)
        {
            throw new RuleBrokenException("case.already-closed", new("Questa presa in carico è già chiusa.", "This case is already closed."));
        }

        if (closedOn < openedOn)
        {
            throw new FieldException("closedOn", "case.closes-before-opening", new("La chiusura non può essere prima dell'apertura.", "The closing cannot be before the opening."));
        }

        if (closedOn > today)
        {
            throw new FieldException("closedOn", "case.closes-in-future", new("La chiusura non può essere nel futuro.", "The closing cannot be in the future."));
        }

        if (closedOn < lastDoneOn)
        {
            throw new FieldException("closedOn", "case.closes-before-last-entry", new Words(
                "Nel diario o tra gli appuntamenti svolti c'è qualcosa del {0:dd/MM/yyyy}: la chiusura è da quel giorno in poi.",
                "The diary or the appointments held tell of {0:dd/MM/yyyy}: the closing is on that day or later.").With(lastDoneOn.Value));
        }

        if (openInternships > 0)
        {
            throw new RuleBrokenException("case.internship-running", new(
                "C'è un tirocinio in corso: registrarne prima la conclusione, poi chiudere la presa in carico.",
                "An internship is running: record its end first, then close the case."));
        }
    }
}
