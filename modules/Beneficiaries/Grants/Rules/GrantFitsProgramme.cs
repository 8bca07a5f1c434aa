namespace InclusionPlatform.Beneficiaries.Grants.Rules;

/// <summary>What is assigned per head and the allowances of internships come out of the same lines: together they never exceed them.</summary>
internal static class GrantFitsProgramme
{
    /// <summary>What may still be assigned. All in euro cents.</summary>
    public static long Left(long linesCents, long assignedCents, long internshipsCents) => Math.Max(0, linesCents - assignedCents - internshipsCents);

    /// <exception cref="FieldException"><c>grant.beyond-programme</c>.</exception>
    public static void Check(long linesCents, long assignedCents, long internshipsCents, long cents)
    {
        var left = Left(linesCents, assignedCents, internshipsCents);
        if (cents > left)
        {
            throw new FieldException("cents", "grant.beyond-programme", new Words(
                "Il programma può ancora assegnare {0:N2} €: il resto serve alle indennità dei tirocini che paga già.",
                "The programme can still assign {0:N2} €: the rest is needed for the allowances of the internships that it pays already.").With(left / 100m));
        }
    }
}
