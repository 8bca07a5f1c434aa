namespace InclusionPlatform.Beneficiaries.Cases.Rules;

/// <summary>A case closes once, not before it opened, not in the future, and not over an internship that still runs.</summary>
internal static class CaseCanClose
{
    public static void Check(DateOnly openedOn, DateOnly? alreadyClosedOn, int openInternships, DateOnly closedOn, DateOnly today)
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

        if (openInternships > 0)
        {
            throw new RuleBrokenException("case.internship-running", new(
                "C'è un tirocinio in corso: registrarne prima la conclusione, poi chiudere la presa in carico.",
                "An internship is running: record its end first, then close the case."));
        }
    }
}
