namespace InclusionPlatform.Beneficiaries.Grants.Rules;

/// <summary>A programme pays within its own days.</summary>
internal static class GrantIsWithinProgramme
{
    /// <exception cref="FieldException"><c>grant.outside-programme</c>.</exception>
    public static void Check(DateOnly from, DateOnly to, DateOnly programmeFrom, DateOnly programmeTo)
    {
        if (from < programmeFrom || to > programmeTo)
        {
            throw new FieldException(from < programmeFrom ? "fromOn" : "toOn", "grant.outside-programme", new Words(
                "Il programma va dal {0:dd/MM/yyyy} al {1:dd/MM/yyyy}: l'assegnazione deve starci dentro.",
                "The programme runs from {0:dd/MM/yyyy} to {1:dd/MM/yyyy}: the assignment has to be within it.").With(programmeFrom, programmeTo));
        }
    }
}
