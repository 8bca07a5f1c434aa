using System.Globalization;
using InclusionPlatform.Shared.Search;

namespace InclusionPlatform.Bulletin.Work;

/// <summary>Opportunities and editions in the global search.</summary>
internal sealed class BulletinSearch(IDbSession db) : ISearchSource
{
    private const string SelectOpportunities = "select id as Id, title as Title, organiser as Organiser from bulletin_opportunity where search_text like @W1";
    private const string NewestFirst = "order by created_at desc, id desc";
    private const string SelectEdition = "select number as Number, title as Title from bulletin_edition where number = @Number";

    public async Task<FoundFew> FindAsync(ICurrentUser user, string text, int most, CancellationToken ct)
    {
        var found = FoundFew.None;
        if (user.Has(BulletinModule.BulletinRead) && int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await db.FindAsync<Edition>(SelectEdition, new { Number = number }, ct) is { } edition)
        {
            found = new([new("edition", string.Create(CultureInfo.InvariantCulture, $"{edition.Title} – n. {edition.Number}"), null, string.Create(CultureInfo.InvariantCulture, $"/bulletin/{edition.Number}"))], false);
        }

        var words = SearchText.Words(text);
        if (words.Count > 0 && user.Kind == ActorKind.Person && user.Has(BulletinModule.OpportunitiesRead))
        {
            var sql = new ListSql(SelectOpportunities).When(words.Count > 1, WordPattern.Second).When(words.Count > 2, WordPattern.Third).OrderBy(NewestFirst);
            var args = new { W1 = WordPattern.Of(words, 0), W2 = WordPattern.Of(words, 1), W3 = WordPattern.Of(words, 2) };
            found = found.And(FoundFew.Of(await db.TopAsync<Opportunity>(sql, args, most + 1, ct), most, offer => new("opportunity", offer.Title, offer.Organiser, $"/opportunities/{offer.Id}")));
        }

        return found;
    }

    private sealed record Edition(int Number, string Title);

    private sealed record Opportunity(Guid Id, string Title, string Organiser);
}
