using InclusionPlatform.Shared;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>
/// Two records were of one person and became one: whatever a module keeps by the absorbed person's id belongs to the survivor from now on, in the same transaction.
/// Cases keep their ids. Which rows moved is written down by merge id, so that exactly these go back. A module that cannot follow refuses with a broken rule.
/// </summary>
/// <param name="MergeId">The merge.</param>
/// <param name="SurvivorId">The person who stays.</param>
/// <param name="AbsorbedId">The record that became part of it.</param>
public sealed record PeopleMerged(Guid MergeId, Guid SurvivorId, Guid AbsorbedId) : IEvent;

/// <summary>A merge was undone: what it moved, and whatever was made since of the cases that go back, belongs to the absorbed person again.</summary>
/// <param name="MergeId">The merge.</param>
/// <param name="SurvivorId">The person who stayed.</param>
/// <param name="AbsorbedId">The person who is there again.</param>
/// <param name="CaseIds">The cases that went back.</param>
public sealed record PersonMergeUndone(Guid MergeId, Guid SurvivorId, Guid AbsorbedId, IReadOnlyList<Guid> CaseIds) : IEvent;
