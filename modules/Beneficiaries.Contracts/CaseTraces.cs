using MediatR;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>
/// A case was perhaps opened by mistake: each module says whether it holds anything of it, whatever its state. Whoever asks has been let in by the module of people.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Traces">Where it is said.</param>
public sealed record CaseTracesAsked(Guid CaseId, CaseTraces Traces) : INotification;

/// <summary>What was found of a case.</summary>
public sealed class CaseTraces
{
    /// <summary>Whether anything was.</summary>
    public bool Any { get; private set; }

    /// <summary>Adds how many records there are.</summary>
    public void Add(int records) => Any |= records > 0;
}
