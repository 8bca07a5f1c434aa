using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Work;

/// <summary>Companies in the global search.</summary>
internal sealed class CompanySearch(IDbSession db, TimeProvider clock) : ISearchSource
{
    public async Task<FoundFew> FindAsync(ICurrentUser user, string text, int most, CancellationToken ct)
    {
        if (!user.Has(CompanyNetworkModule.ReadCompanies) || Shared.Search.SearchText.Words(text).Count == 0)
        {
            return FoundFew.None;
        }

        var list = CompanyListSql.Of(new() { Q = text }, clock.Today(), user.Id);
        var rows = await db.TopAsync<CompanyListRow>(list.Text, list.Arguments, most + 1, ct);
        return FoundFew.Of(rows, most, row => new("company", row.Name, Municipalities.ByIstat(row.Municipality)?.NameWithProvince, $"/companies/{row.Id}"));
    }
}
