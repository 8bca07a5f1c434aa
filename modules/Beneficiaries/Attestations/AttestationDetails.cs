namespace InclusionPlatform.Beneficiaries.Attestations;

/// <summary>
/// What an attestation says. Category, body and number are encrypted as one: the body alone (a SerD, a prison) or a number in its series would tell the category.
/// </summary>
internal sealed record AttestationDetails(string Category, Guid BodyId, string? Number);

/// <summary>Which categories of disadvantage mean what for the rules of internships.</summary>
internal static class DisabilityCategories
{
    private static readonly HashSet<string> Codes = ["l68-targeted-placement", "l381-invalidity"];

    /// <summary>L. 68/1999 and invalidity of L. 381/1991 art. 4: longer durations, outside the quotas.</summary>
    public static bool Contains(string category) => Codes.Contains(category);
}
