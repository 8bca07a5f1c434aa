using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Internships.Work;

/// <summary>The global search: internships that may be seen, by the name of person or company; the latest first.</summary>
internal sealed class FoundInternships(InternshipQuery internships, IAuditTrail audit) : ISearchSource
{
    public async Task<FoundFew> FindAsync(ICurrentUser user, string text, int most, CancellationToken ct)
    {
        if (!user.Has(InternshipsModule.Read) || SearchText.Words(text).Count == 0)
        {
            return FoundFew.None;
        }

        var more = false;
        var rows = new List<ListedRow>();
        await foreach (var row in internships.ReadAsync(new InternshipFilter(Order: InternshipOrder.StartsOnDescending) { Text = text }, null, ct))
        {
            if (rows.Count == most)
            {
                more = true;
                break;
            }

            rows.Add(row);
        }

        if (rows.Count == 0)
        {
            return FoundFew.None;
        }

        audit.Lists("beneficiary", rows.Select(row => row.Case.BeneficiaryId), "search-internships");
        var companies = await internships.CompaniesAsync(rows.Select(row => row.Row.CompanyId), ct);
        var found = rows.Select(row => new Found(
            "internship",
            row.Case.DisplayName,
            new Words("{0}, dal {1:d}", "{0}, from {1:d}").With(companies.GetValueOrDefault(row.Row.CompanyId)?.Name, row.Row.StartsOn).ToString(),
            $"/internships/{row.Row.Id}"));
        return new([.. found], more);
    }
}
