using InclusionPlatform.Shared;

namespace InclusionPlatform.CompanyNetwork.Contracts;

/// <summary>
/// Two companies became one. Whoever keeps company ids moves them from the merged one to the survivor in this transaction, and remembers by the merge's id
/// exactly which rows it moved.
/// </summary>
/// <param name="MergeId">The merge.</param>
/// <param name="SurvivorId">The company that remains.</param>
/// <param name="MergedId">The company that became part of it.</param>
public sealed record CompaniesMerged(Guid MergeId, Guid SurvivorId, Guid MergedId) : IEvent;

/// <summary>A merge was undone: the rows moved by it, and no others, go back.</summary>
/// <param name="MergeId">The merge.</param>
/// <param name="SurvivorId">The company that remained.</param>
/// <param name="MergedId">The company that comes back.</param>
public sealed record CompanyMergeUndone(Guid MergeId, Guid SurvivorId, Guid MergedId) : IEvent;
