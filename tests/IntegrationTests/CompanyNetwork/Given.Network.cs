namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>Somebody of a body.</summary>
    public async Task<Guid> BodyPerson(Guid body, string name = "Anna Referente") =>
        (await (await As(Role.Coordinator)).Post($"partner-bodies/{body}/people", new { name, role = "assistente sociale" }).Expect(201)).Id;

    /// <summary>A working table.</summary>
    public async Task<Guid> WorkingTable(string name = "Tavolo di prova", string kind = "workingTable") =>
        (await (await As(Role.Coordinator)).Post("working-tables", new { name, kind }).Expect(201)).Id;

    /// <summary>A meeting of a table, today unless said otherwise; answers its path.</summary>
    public async Task<string> Meeting(Guid table, string day = "2026-11-23", string startsAt = "09:00", string? endsAt = null, params string[] agenda) =>
        $"working-tables/{table}/meetings/{(await (await As(Role.Coordinator)).Post($"working-tables/{table}/meetings", new { day, startsAt, endsAt, place = "Sala riunioni", agenda }).Expect(201)).Id}";

    /// <summary>The account of a role.</summary>
    public async Task<Guid> UserId(Role role) => (await (await As(role)).Get("auth/me").Expect(200)).Id;
}
