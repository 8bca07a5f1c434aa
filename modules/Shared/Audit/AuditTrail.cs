namespace InclusionPlatform.Shared.Audit;

internal sealed class AuditTrail : IAuditTrail
{
    private readonly Noted accesses = new();
    private readonly Noted refusals = new();

    public IReadOnlyCollection<AuditedAccess> Accesses => accesses;

    /// <summary>They outlive the transaction that came to nothing because of them.</summary>
    public IReadOnlyCollection<AuditedAccess> Refusals => refusals;

    /// <summary>Which records of a kind were changed, each once.</summary>
    public IReadOnlyCollection<Guid> Changed(string record) => accesses.RecordsOf(new("change", record, null, null));

    public void Reads(string record, Guid id, string purpose) => accesses.Add(new("read", record, id, purpose));

    public void Lists(string record, IEnumerable<Guid> ids, string purpose) => accesses.Add(new("read", record, null, purpose, ShownIds.Written(ids)));

    public void Changes(string record, Guid id) => accesses.Add(new("change", record, id, null));

    public void Refuses(string record, Guid id) => refusals.Add(new("refusal", record, id, null));

    public void Exports(string what, string purpose) => accesses.Add(new("export", what, null, purpose));

    public void Clear() => accesses.Clear();

    public void ClearRefusals() => refusals.Clear();

    /// <summary>
    /// Accesses, each once, in the order in which their kinds first came. The records of one kind of access are kept as their ids alone: an import changes a hundred thousand.
    /// </summary>
    private sealed class Noted : IReadOnlyCollection<AuditedAccess>
    {
        private readonly OrderedDictionary<AuditedAccess, HashSet<Guid>> kinds = [];

        public int Count => kinds.Sum(kind => Math.Max(1, kind.Value.Count));

        public void Add(AuditedAccess access)
        {
            var kind = access with { RecordId = null };
            if (!kinds.TryGetValue(kind, out var records))
            {
                kinds.Add(kind, records = []);
            }

            if (access.RecordId is { } id)
            {
                records.Add(id);
            }
        }

        public HashSet<Guid> RecordsOf(AuditedAccess kind) => kinds.GetValueOrDefault(kind) ?? [];

        public void Clear() => kinds.Clear();

        public IEnumerator<AuditedAccess> GetEnumerator() => kinds
            .SelectMany(kind => kind.Value.Count == 0 ? [kind.Key] : kind.Value.Select(id => kind.Key with { RecordId = id }))
            .GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

internal sealed record AuditedAccess(string Kind, string? Record, Guid? RecordId, string? Purpose, string? Shown = null);
