namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>What the form of a job search sends.</summary>
    public static Dictionary<string, object?> JobPath(Guid caseId, Guid userId) => new()
    {
        ["caseId"] = caseId,
        ["userId"] = userId,
        ["openedOn"] = "2026-11-10",
        ["target"] = new { municipalities = new[] { "044066" }, provinces = new[] { "AP" }, sectors = new[] { "catering" }, duties = "Aiuto cuoco riservatissimo", weeklyHours = 24, times = "Mattina" },
        ["goals"] = "Dieci candidature al mese",
        ["sessions"] = 6,
    };

    /// <summary>A person with a case and an open job search, followed by the educator.</summary>
    public async Task<(Guid Person, Guid Case, Guid Path)> JobSearch(Dictionary<string, object?>? person = null, string bodyKind = "socialAmbit")
    {
        var educator = await As(Role.Educator);
        var (personId, caseId) = await Case(person: person, bodyKind: bodyKind);
        return (personId, caseId, (await educator.Post("job-search-paths", JobPath(caseId, await IdOf(educator))).Expect(201)).Id);
    }

    /// <summary>A session of a job search.</summary>
    public async Task<Guid> JobSession(Guid path, string on = "2026-11-20", string at = "10:00", string way = "inPerson")
    {
        var educator = await As(Role.Educator);
        return (await educator.Post($"job-search-paths/{path}/sessions", new { way, on, at, minutes = 60, userId = await IdOf(educator), place = "Sportello segretissimo" }).Expect(201)).Id;
    }
}
