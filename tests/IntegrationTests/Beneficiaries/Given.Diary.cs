namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>Somebody joins the équipe of a case.</summary>
    public async Task<Guid> Member(Guid caseId, ApiUser who, string role = "tutor")
    {
        var userId = await IdOf(who);
        await (await As(Role.Educator)).Post($"cases/{caseId}/members", new { userId, role, fromOn = "2026-11-02" }).Expect(201);
        return userId;
    }

    /// <summary>An entry of a diary.</summary>
    public async Task<Guid> Entry(Guid caseId, ApiUser? by = null, bool draft = false, IReadOnlyList<Guid>? readerIds = null, Guid? amendsId = null, string text = "Una nota", string kind = "note") =>
        (await (by ?? await As(Role.Educator)).Post($"cases/{caseId}/diary-entries", new { kind, on = "2026-11-20", at = "10:30", text, draft, readerIds, amendsId }).Expect(201)).Id;
}
