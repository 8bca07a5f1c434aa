namespace InclusionPlatform.CompanyNetwork.Tags;

/// <summary>What putting some tags on a company and taking others off comes to, after what it carries.</summary>
internal sealed class TagChange(Guid companyId, IReadOnlyList<string> carried, IEnumerable<string> add, IReadOnlySet<string> removeKeys)
{
    public Guid CompanyId => companyId;

    public IReadOnlyList<string> Added { get; } = [.. add.ExceptBy(carried.Select(TagBook.Key), TagBook.Key)];

    public IReadOnlyList<string> Removed { get; } = [.. carried.Where(tag => removeKeys.Contains(TagBook.Key(tag)))];

    public bool IsAny => Added.Count + Removed.Count > 0;

    /// <summary>Whoever only takes tags off never makes too many.</summary>
    public bool IsTooMany => Added.Count > 0 && carried.Count - Removed.Count + Added.Count > TagBook.Most;

    public string Before => string.Join(", ", carried);

    public string After => string.Join(", ", carried.Except(Removed).Concat(Added).OrderBy(TagBook.Key, StringComparer.Ordinal));
}
