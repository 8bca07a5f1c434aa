namespace InclusionPlatform.Internships.Conventions.Rules;

/// <summary>
/// Whoever works as an intern is insured against accidents (INAIL) and towards third parties for as long as the internship runs (guidelines 25-5-2017, rep. 86/CSR; accord 22-1-2015, rep. 7/CSR):
/// of a signed convention under which internships run, these data may be changed but not emptied.
/// </summary>
internal static class InsuranceCovers
{
    /// <summary>The field that would be emptied, or null.</summary>
    public static string? Emptied(ConventionRow row, ConventionText text)
    {
        if (row.State is not ConventionState.Signed)
        {
            return null;
        }

        return row.InailPosition is not null && ConventionBook.Text(text.InailPosition) is null ? "inailPosition"
            : row.LiabilityPolicy is not null && ConventionBook.Text(text.LiabilityPolicy) is null ? "liabilityPolicy"
            : null;
    }

    /// <summary><c>convention.insurance-in-use</c> (422).</summary>
    public static FieldException Refusal(string field) => new(field, "convention.insurance-in-use", new(
        "Su questa convenzione ci sono tirocini in corso, che restano coperti: il dato si può cambiare con quello nuovo, non togliere.",
        "Internships run on this convention and stay covered: put the new value in its place, it cannot be taken away."));
}
