namespace InclusionPlatform.Beneficiaries.Cases.Rules;

/// <summary>Cases referred by addiction and penal services are seen by their équipe only, unless whoever opens them decides otherwise (GDPR art. 9 and 10).</summary>
internal static class CaseIsRestricted
{
    private static readonly HashSet<string> KindsThatRestrict = ["addictionService", "penalExecution", "juvenileJustice"];

    public static bool ByDefault(string bodyKind) => KindsThatRestrict.Contains(bodyKind);
}
