namespace InclusionPlatform.Beneficiaries.Cases.Rules;

/// <summary>A case opens within the person's life, not longer ago than services keep files at hand, and not before the end of the former one: one runs at a time.</summary>
internal static class CaseCanOpen
{
    public const int MostYears = 10;

    /// <exception cref="FieldException">At the field <c>openedOn</c>.</exception>
    public static void Check(DateOnly openedOn, DateOnly birthDate, DateOnly? formerClosedOn, DateOnly today)
    {
        if (openedOn < birthDate)
        {
            throw new FieldException("openedOn", "case.opens-before-birth", new(
                "La presa in carico sarebbe prima della nascita della persona: controllare l'anno.", "The case would open before the person was born: check the year."));
        }

        if (openedOn < today.AddYears(-MostYears))
        {
            throw new FieldException("openedOn", "case.opens-too-early", new Words(
                "La presa in carico sarebbe di più di {0} anni fa: controllare l'anno.", "The case would have opened more than {0} years ago: check the year.").With(MostYears));
        }

        if (openedOn < formerClosedOn)
        {
            throw new FieldException("openedOn", "case.opens-before-former-end", new Words(
                "La presa in carico precedente è finita il {0:dd/MM/yyyy}: la nuova comincia da quel giorno in poi, oppure si riapre quella.",
                "The former case ended on {0:dd/MM/yyyy}: the new one begins on that day or later, or reopen the former.").With(formerClosedOn.Value));
        }
    }
}
