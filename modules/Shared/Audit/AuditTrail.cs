namespace InclusionPlatform.Shared.Audit;

internal sealed class AuditTrail : IAuditTrail
{
    private readonly List<AuditedAccess> accesses = [];
    private readonly List<AuditedAccess> refusals = [];

    public IReadOnlyList<AuditedAccess> Accesses => accesses;

    /// <summary>They outlive the transaction that came to nothing because of them.</summary>
    public IReadOnlyList<AuditedAccess> Refusals => refusals;

    /// <summary>Which records of a kind were changed, each once.</summary>
    public IReadOnlyCollection<Guid> Changed(string record) =>
        [.. accesses.Where(access => access.Kind == "change" && access.Record == record).Select(access => access.RecordId).OfType<Guid>().Distinct()];

    public void Reads(string record, Guid id, string purpose) => accesses.Add(new("read", record, id, purpose));

    public void Lists(string record, IEnumerable<Guid> ids, string purpose) => accesses.Add(new("read", record, null, purpose, ShownIds.Written(ids)));

    public void Changes(string record, Guid id) => accesses.Add(new("change", record, id, null));

    public void Refuses(string record, Guid id) => refusals.Add(new("refusal", record, id, null));

    public void Exports(string what, string purpose) => accesses.Add(new("export", what, null, purpose));

    public void Clear() => accesses.Clear();

    public void ClearRefusals() => refusals.Clear();
}

internal sealed record AuditedAccess(string Kind, string? Record, Guid? RecordId, string? Purpose, string? Shown = null);
