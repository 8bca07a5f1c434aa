namespace InclusionPlatform.Beneficiaries.Cases.Rules;

/// <summary>An open case without an internship and without a note for thirty days: a person without a solution.</summary>
internal static class CaseIsStalled
{
    public const int AfterDays = 30;

    public static bool Holds(int openInternships, DateOnly lastActivityOn, DateOnly today) => openInternships == 0 && lastActivityOn < today.AddDays(-AfterDays);
}
