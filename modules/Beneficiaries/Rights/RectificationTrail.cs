using InclusionPlatform.Beneficiaries.People;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>Keeps what was written before a change, encrypted, so that it can be shown what was put right and when (GDPR art. 5(2), 16 and 19).</summary>
internal sealed class RectificationTrail(IDbSession db, SensitiveFields sensitive, ICurrentUser user, TimeProvider clock)
{
    private const string Insert = """
        insert into beneficiaries_rectification (id, beneficiary_id, fields, former_cipher, changed_at, changed_by)
        values (@Id, @PersonId, @Fields, @Former, @Now, @By)
        """;

    /// <summary>Writes the former values of those fields that differ; nothing when none does.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="former">By field, as text.</param>
    /// <param name="present">By field, as text.</param>
    /// <param name="ct">Cancels.</param>
    public async Task WriteAsync(Guid personId, IReadOnlyDictionary<string, string?> former, IReadOnlyDictionary<string, string?> present, CancellationToken ct)
    {
        var changed = former.Where(field => field.Value != present.GetValueOrDefault(field.Key)).ToDictionary();
        if (changed.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await db.ExecuteAsync(
            Insert,
            new { Id = Guid.CreateVersion7(now), PersonId = personId, Fields = string.Join(',', changed.Keys.Order(StringComparer.Ordinal)), Former = sensitive.Seal(personId, changed), Now = now, By = user.Id },
            ct);
    }
}
