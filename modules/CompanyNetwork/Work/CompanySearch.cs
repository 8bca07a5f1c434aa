using InclusionPlatform.CompanyNetwork.Companies;
using InclusionPlatform.Shared.Reference;

namespace InclusionPlatform.CompanyNetwork.Work;

/// <summary>Companies in the global search.</summary>
internal sealed class CompanySearch(IDbSession db, TimeProvider clock) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> FindAsync(ICurrentUser user, string text, int most, CancellationToken ct)
    {
        if (!user.Has(CompanyNetworkModule.ReadCompanies) || Shared.Search.SearchText.Words(text).Count == 0)
        {
            return [];
        }

        var list = CompanyListSql.Of(new() { Q = text }, clock.Today(), user.Id);
        var rows = await db.TopAsync<CompanyListRow>(list.Text, list.Arguments, most, ct);
        return [.. rows.Select(row => new Found("company", row.Name, Municipalities.ByIstat(row.Municipality)?.NameWithProvince, $"/companies/{row.Id}"))];
    }
}
