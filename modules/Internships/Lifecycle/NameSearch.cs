using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.Shared.Search;
using MediatR;

namespace InclusionPlatform.Internships.Lifecycle;

/// <summary>Finds by names that other modules keep: those of the visible people, and of the companies that host anybody.</summary>
internal sealed class NameSearch(IDbSession db, InternshipQuery internships, IMediator mediator)
{
    /// <summary>What a text found.</summary>
    internal sealed record Matches(HashSet<Guid> Cases, HashSet<Guid> Companies)
    {
        public bool Has(ListedRow row) => Cases.Contains(row.Row.CaseId) || Companies.Contains(row.Row.CompanyId);
    }

    /// <summary>Every word of the text begins a word of the name.</summary>
    public async Task<Matches> MatchAsync(string text, CancellationToken ct)
    {
        var words = SearchText.Words(text);
        var cases = (await mediator.Send(new ListVisibleCases(), ct)).Where(seen => Begins(seen.DisplayName, words)).Select(seen => seen.CaseId).ToHashSet();
        var hosts = await db.QueryAsync<Guid>(SelectHosts, null, ct);
        var companies = (await internships.CompaniesAsync(hosts, ct)).Values.Where(company => Begins(company.Name, words)).Select(company => company.Id).ToHashSet();
        return new(cases, companies);
    }

    private static bool Begins(string name, IReadOnlyList<string> words)
    {
        var parts = SearchText.Words(name);
        return words.Count > 0 && words.All(word => parts.Any(part => part.StartsWith(word, StringComparison.Ordinal)));
    }

    private const string SelectHosts = "select distinct company_id from internships_internship";
}
