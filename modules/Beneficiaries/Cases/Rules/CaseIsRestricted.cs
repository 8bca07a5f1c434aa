namespace InclusionPlatform.Beneficiaries.Cases.Rules;

/// <summary>
/// Addiction and penal cases are seen by their équipe only (GDPR art. 9 and 10): those that such a service refers, those opened because of an exit from prison, and from the day of the
/// attestation those of a person with an attested dependence, measure or detention. Whoever opens a case may decide otherwise, and later the case manager.
/// </summary>
internal static class CaseIsRestricted
{
    private static readonly HashSet<string> KindsThatRestrict = ["addictionService", "penalExecution", "juvenileJustice"];

    private static readonly HashSet<string> CategoriesThatRestrict = ["l381-drug-dependence", "l381-alcohol-dependence", "l381-alternative-measure", "l381-detainee"];

    public static bool ByDefault(string bodyKind, CaseReason reason) => KindsThatRestrict.Contains(bodyKind) || reason is CaseReason.LeavingPrison;

    /// <summary>Whether an attestation of this category of L. 381/1991 art. 4 says that the person is followed for a dependence or for a sentence.</summary>
    public static bool ByAttestation(string category) => CategoriesThatRestrict.Contains(category);
}
