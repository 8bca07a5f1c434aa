namespace InclusionPlatform.Shared.Audit;

internal sealed class AuditTrail : IAuditTrail
{
    private readonly List<AuditedAccess> accesses = [];

    public IReadOnlyList<AuditedAccess> Accesses => accesses;

    public void Reads(string record, Guid id, string purpose) => accesses.Add(new("read", record, id, purpose));

    public void Changes(string record, Guid id) => accesses.Add(new("change", record, id, null));

    public void Exports(string what, string purpose) => accesses.Add(new("export", what, null, purpose));

    public void Clear() => accesses.Clear();
}

internal sealed record AuditedAccess(string Kind, string? Record, Guid? RecordId, string? Purpose);
