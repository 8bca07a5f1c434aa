namespace InclusionPlatform.Beneficiaries.Outcomes.Rules;

/// <summary>Only what is closed is reopened, not before its end and not in the future.</summary>
internal static class CaseCanReopen
{
    public static void Check(DateOnly? closedOn, DateOnly reopenedOn, DateOnly today)
    {
        if (closedOn is null)
        {
            throw new RuleBrokenException("case.not-closed", new("Questa presa in carico è aperta.", "This case is open."));
        }

        if (reopenedOn < closedOn)
        {
            throw new FieldException("reopenedOn", "case.reopens-before-closing", new("La riapertura non può essere prima della chiusura.", "The reopening cannot be before the closing."));
        }

        if (reopenedOn > today)
        {
            throw new FieldException("reopenedOn", "case.reopens-in-future", new("La riapertura non può essere nel futuro.", "The reopening cannot be in the future."));
        }
    }
}
