using InclusionPlatform.Beneficiaries.JobSearch.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Beneficiaries.Referrals.Rules;

/// <summary>
/// A body's own number of the file is free text: in a mail, which is read on the way, it is repeated only if it neither names the person nor speaks of health or penal facts (GDPR art. 5(1)(c), 9, 10).
/// </summary>
internal static class ReferenceNamesNobody
{
    /// <summary>The number, or null if it is not to be repeated.</summary>
    public static string? Of(string? reference, PersonDetails person)
    {
        if (string.IsNullOrWhiteSpace(reference) || NothingOfHealthOrPenalFacts.IsIn(reference))
        {
            return null;
        }

        var said = SearchText.Words(reference);
        var names = SearchText.Words($"{person.Surname} {person.Name} {person.PreferredName} {person.Identifiers?.TaxCode} {person.Identifiers?.HealthCode}");
        return names.Any(said.Contains) ? null : reference.Trim();
    }
}
