using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.Shared.SavedViews;

/// <summary>A list whose filters can be saved; registered by the module that has the list.</summary>
/// <param name="Key">As the client calls it, such as <c>companies</c>.</param>
/// <param name="Right">Without it neither the list nor its saved views are seen.</param>
public sealed record SavedList(string Key, string Right);

/// <summary>A list's filters under a name.</summary>
/// <param name="Id">The view.</param>
/// <param name="Version">For changing it.</param>
/// <param name="Name">As its owner called it.</param>
/// <param name="Query">The filters as in the list's address: <c>sector=catering&amp;contactDue=true</c>.</param>
/// <param name="Shared">Whether everybody who may see the list sees it.</param>
/// <param name="IsMine">Only the owner changes or deletes it.</param>
/// <param name="OwnerName">Whose it is.</param>
internal sealed record SavedView(Guid Id, int Version, string Name, string Query, bool Shared, bool IsMine, string OwnerName) : IVersioned
{
    public const int LongestName = 60;
}

/// <summary>What a person decides of a view.</summary>
/// <param name="Name">As its owner calls it.</param>
/// <param name="Query">Filters and order, as the query of the list's address.</param>
/// <param name="Shared">Whether everybody who sees the list sees it.</param>
internal sealed record SavedViewData(string Name, string Query, bool Shared);

/// <summary>Opens the lists whose views may be seen.</summary>
internal sealed class SavedLists(IEnumerable<SavedList> lists, ICurrentUser user)
{
    /// <summary>The list's key, if there is such a list and one may see it.</summary>
    public string Open(string? key) => lists.Any(list => list.Key == key && user.Has(list.Right)) ? key! : throw new NotFoundException("saved-view-list");
}
