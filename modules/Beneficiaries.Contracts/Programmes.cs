using InclusionPlatform.Shared;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>Programmes by id, for what they pay in other modules. Unknown ids are left out.</summary>
/// <param name="Ids">At most 1,000.</param>
public sealed record DescribeProgrammes(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyList<ProgrammeLabel>>;

/// <summary>A programme as what pays.</summary>
/// <param name="Id">The programme.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Code of its kind, such as <c>fsePlus</c>.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="AllowanceCents">Euro cents of the budget lines for allowances.</param>
/// <param name="AssignedCents">Euro cents of them that are assigned to single people (dowries, contributions).</param>
public sealed record ProgrammeLabel(Guid Id, string Name, string Kind, DateOnly StartsOn, DateOnly EndsOn, long AllowanceCents, long AssignedCents);

/// <summary>All programmes by name, for choosing what pays something.</summary>
public sealed record ListPayingProgrammes : IQuery<IReadOnlyList<PayingProgramme>>;

/// <summary>One of them, with nothing of its money; null where there is none.</summary>
/// <param name="Id">The programme.</param>
public sealed record FindPayingProgramme(Guid Id) : IQuery<PayingProgramme?>;

/// <summary>A programme to choose.</summary>
/// <param name="Id">The programme.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
public sealed record PayingProgramme(Guid Id, string Name, DateOnly StartsOn, DateOnly EndsOn);
