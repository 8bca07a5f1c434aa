using InclusionPlatform.CompanyNetwork.Companies;

namespace InclusionPlatform.CompanyNetwork.Duplicates;

/// <summary>How much hangs on a company's record.</summary>
/// <param name="Links">Internships, contacts, offers, referrals, people, sites and papers that name it.</param>
/// <param name="Fields">Fields of it that say something.</param>
/// <param name="CreatedAt">Since when it is in the bank.</param>
internal sealed record RecordWeight(int Links, int Fields, DateTimeOffset CreatedAt);

/// <summary>Of two records that may be one company, the one that more hangs on is proposed to remain; then the fuller one, then the older one, which other papers know. Whoever merges may turn it round.</summary>
internal static class RicherRecordRemains
{
    /// <summary>Whether the first of the two is proposed to remain.</summary>
    public static bool IsFirst(RecordWeight first, RecordWeight second) =>
        first.Links != second.Links ? first.Links > second.Links
        : first.Fields != second.Fields ? first.Fields > second.Fields
        : first.CreatedAt <= second.CreatedAt;

    /// <summary>How many fields say something.</summary>
    public static int FieldsOf(CompanyData company) => CompanyField.All.Count(field => !string.IsNullOrEmpty(field.Text(company)));
}
